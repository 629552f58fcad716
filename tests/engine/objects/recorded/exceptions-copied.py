import copy, pickle, sys, types, traceback, io
def t(f):
    try: print(repr(f()))
    except BaseException as e: print(type(e).__name__, e)
class Two(Exception):
    def __init__(self, a, b): super().__init__(a); self.b = b
class Kw(Exception):
    def __init__(self, *, code): super().__init__(f"code {code}"); self.code = code
es = [FileNotFoundError(2, "no", "file"), FileNotFoundError(2, "no", "file", None, "file2"), OSError("x"), OSError(77, "b"), ImportError("t", name="n", path="p"), ImportError("t", name="n"), ImportError("t"), ModuleNotFoundError("m", name="q"),
  UnicodeDecodeError("utf-8", b"ab", 0, 1, "why"), UnicodeEncodeError("ascii", "ab", 0, 1, "why"), SyntaxError("m", ("f", 1, 2, "txt")), SystemExit(3), StopIteration(4), KeyError("k"), AttributeError("a", name="n", obj=[1]), NameError("n", name="nm"), ValueError(1, 2), FileNotFoundError(2, "gone", "f"), BlockingIOError(11, "m", 5)]
if sys.version_info >= (3, 11): es.append(ExceptionGroup("g", [ValueError(1), KeyError(2)]))
for e in es:
    e.extra = [1]
    t(lambda: e.__reduce__())
    for f in (copy.copy, copy.deepcopy, lambda e: pickle.loads(pickle.dumps(e))):
        try: n = f(e); print(repr(n), str(n), sorted(n.__dict__.items()), [getattr(n, a, None) for a in ("errno", "filename", "filename2", "name", "path", "code", "value", "reason", "lineno", "text", "obj", "msg")])
        except BaseException as x: print(type(x).__name__, x)
for e in (Two(1, 2), Kw(code=5)):
    t(lambda: e.__reduce__()); t(lambda: copy.copy(e)); t(lambda: pickle.loads(pickle.dumps(e)))
e = Exception(42); e.blah = 53
e.__setstate__({"a": 1}); print(e.args, vars(e)); e.__setstate__({"args": (1, 2), "blah": 0}); print(e.args, vars(e))
t(lambda: e.__setstate__(5)); t(lambda: e.__setstate__(None)); t(lambda: e.__setstate__({1: 2}))
def tb():
    try: 1/0
    except ZeroDivisionError as e: return e.__traceback__
other, fr = tb(), sys._getframe()
x = types.TracebackType(other, fr, 1, 2); print(x.tb_next is other, x.tb_frame is fr, x.tb_lasti, x.tb_lineno)
x = types.TracebackType(None, fr, 1, 2); print(x.tb_next)
for a in (("no", fr, 1, 2), (other, "no", 1, 2), (other, fr, "no", 2), (other, fr, 1, "x"), (other, fr), ()): t(lambda: types.TracebackType(*a))
t(lambda: types.TracebackType(tb_next=None, tb_frame=fr, tb_lasti=0, tb_lineno=9).tb_lineno)
def setnext(a, b): a.tb_next = b
a, b = tb(), tb()
t(lambda: setnext(a, a)); a.tb_next = b; t(lambda: setnext(b, a)); t(lambda: setnext(a, 5)); a.tb_next = None; print(a.tb_next)
def dl(): del a.tb_next
t(dl)
e = ValueError("x").with_traceback(types.TracebackType(None, fr, fr.f_lasti, 7))
t(lambda: e.with_traceback(5)); t(lambda: setattr(e, "__traceback__", 5)); t(lambda: setattr(e, "__cause__", 5)); t(lambda: setattr(e, "__context__", 5)); t(lambda: delattr(e, "args")); t(lambda: delattr(e, "__traceback__")); t(lambda: delattr(e, "__cause__")); t(lambda: setattr(e, "args", 5)); t(lambda: setattr(e, "args", [1])); print(e.args); t(lambda: setattr(e, "__suppress_context__", 5)); print(e.__suppress_context__)
for args in (("bad.py", 1, 2, "abcdefg", 1, 7), ("bad.py", 1, 4, "abcdefg", 1, 100), ("bad.py", 1, 0, "abcdefg", 1, 0), ("bad.py", 1, -1, "abcdefg", 1, -1), ("bad.py", None, 2, "abcdefg", 1, 3), ("bad.py", 1, 2, None, 1, 3), ("bad.py", 1, None, "abc"), ("b", 1), ("bad.py", 1, 2, "abcdefg", 2, 3), ("bad.py", 1, 5, "abc"), ("bad.py", 1, 2, "  a b  \n", 1, 4)):
    try: raise SyntaxError("bad bad", args)
    except BaseException as exc:
        print("".join(traceback.format_exception_only(type(exc), exc)))

e = BlockingIOError(77, "m", 5)
print(e.characters_written, e.args, e.filename, str(e))
def get(): return e.characters_written
def delete(): del e.characters_written
def write(value): e.characters_written = value
write(7); t(get); t(delete); t(get); t(delete); t(lambda: write("a"))
t(lambda: OSError(77, "m", 5).characters_written); t(lambda: OSError(77, "m", 5).filename)
