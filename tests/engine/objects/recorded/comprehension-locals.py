import sys
def show(d): return sorted(k for k in d if not k.startswith("__") and k not in ("sys", "show", "t"))
def t(f):
    try: print(f())
    except BaseException as e: print(type(e).__name__, e)
l = [1, 2]; y = 0
print([show(locals()) for x in l]); print([locals().get("x") for x in l]); print([vars().get("x") for x in l]); print(["x" in dir() for x in l])
print([eval("x") for x in l] if sys.version_info >= (3, 12) else 0)
[exec("y = x") for x in l] if sys.version_info >= (3, 12) else 0; print(y)
print([show(sys._getframe().f_locals) for a in [0]][0], ["a" in sys._getframe().f_locals for a in [0]])
print([type(locals()).__name__ for a in [0]], [locals() is globals() for a in [0]], [type(sys._getframe().f_locals).__name__ for a in [0]], [sys._getframe().f_locals is globals() for a in [0]])
def keep(): return [(locals(), x) for x in l][0]
print(type(keep()[0]))
class C:
    l = [1, 2]; y = 0; z = 5
    a = [show(locals()) for x in l]; b = [type(locals()).__name__ for x in l]; c = [eval("x") for x in l] if sys.version_info >= (3, 12) else 0
    d = ["x" in dir() for x in l]; e = [sorted(sys._getframe().f_locals) == sorted(locals()) for x in l]
    [exec("y = x") for x in l] if sys.version_info >= (3, 12) else 0
    f = [type(sys._getframe().f_locals).__name__ for x in l]
    g = [locals().get("l") for x in l][0]
    t(lambda: 1)
    try: h = [z for x in l]
    except NameError as ex: h = str(ex)
    try: i = [eval("z") for x in l]
    except NameError as ex: i = str(ex)
print(C.a, C.b, C.c, C.d, C.e, C.y, C.f, C.g, C.h, C.i, hasattr(C, "x"))
def f():
    q = 5
    def inner(): return q
    r = [show(locals()) for x in l], [sorted(sys._getframe().f_locals) for x in [0]], [eval("x") for x in l] if sys.version_info >= (3, 12) else 0
    s = [exec("q = 7") or q for x in l]
    return r, s, sorted(locals())
print(f())
print([[show(locals()) for b in [1]] for a in [2]])
print({k: show(locals()) for k in [1]}, {len(show(locals())) for k in [1]}, list(show(locals()) for k in [1]))
x = "outer"; print([x for x in l], x, [locals()["x"] for x in l], locals()["x"], x)
try: [1/0 for x in l]
except ZeroDivisionError as e:
    print(show(e.__traceback__.tb_frame.f_locals), e.__traceback__.tb_next is None)
print(x)
print([k() for k in [lambda: locals().get("w") for w in l]])
def g():
    d = locals(); [d for x in l]; return sorted(d), sorted(locals())
print(g())
