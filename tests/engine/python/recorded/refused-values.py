def t(f):
    try: print(repr(f())[:300])
    except BaseException as e: print(type(e).__name__, str(e)[:250])
class F:
    def __float__(self): return "a"
class I:
    def __index__(self): return "a"
class J:
    def __index__(self): raise TypeError("mine")
class K:
    def __index__(self): raise ValueError("mine")
class C:
    def __complex__(self): return 1
class B:
    def __bytes__(self): return "a"
for f in (lambda: complex([]), lambda: complex([], 1), lambda: complex(1, []), lambda: complex([], []), lambda: complex(F()), lambda: complex(I()), lambda: complex(1, F()), lambda: complex(C()), lambda: complex(C(), 1), lambda: "%d" % I(), lambda: "%x" % I(), lambda: "%d" % J(), lambda: "%d" % K(), lambda: "%x" % K(), lambda: "%d" % F(), lambda: "%f" % "a", lambda: b"%d" % I(), lambda: b"%x" % J(), lambda: b"%f" % "a", lambda: b"%s" % B(), lambda: bytes(B()), lambda: "%c" % I(), lambda: float(I()), lambda: int(F()), lambda: "%o" % 1.5, lambda: "%d" % 1.5, lambda: "%i" % "x", lambda: "%d" % None, lambda: "%x" % None, lambda: "%(a)d" % {"a": "x"}, lambda: compile(1, 2, 3), lambda: compile("1", "f", 3), lambda: compile("1", b"f", "exec").co_filename, lambda: compile(1, "f", "exec"), lambda: compile("1", "f", "nope"), lambda: compile("1", "f", "exec", 999999), ): t(f)
l = [1, 2, 3]
for f in (lambda: l[1:2.0], lambda: l["a":], lambda: l[::1.5], lambda: "abc"[1:2.0], lambda: (1,)["a":], lambda: b"a"[1.0:], lambda: range(3)[1.5:], lambda: l.index(1, "a"), lambda: "a".find("b", 1.5), lambda: l.insert("a", 1), lambda: slice("a").indices(3), lambda: l.pop("a"), lambda: memoryview(b"a")[1.5:], lambda: l.__setitem__(slice("a", None), []), lambda: l.__delitem__(slice(None, 1.5)), lambda: (1, 2).index(1, "a"), lambda: b"a".find(b"a", "x"), lambda: "abc".count("a", "x"), lambda: [].__getitem__(slice(1.5)), lambda: __import__("collections").deque([1]).index(1, "a"), lambda: __import__("itertools").islice([], "a"), lambda: "abc".startswith("a", "x"), lambda: bytearray(b"a")["a":], lambda: __import__("array").array("i")["a":]): t(f)
