import sys
def t(f):
    try: print(repr(f())[:300])
    except BaseException as e: print(type(e).__name__, str(e)[:250])
class A:
    x = 1
    def m(self, a, b=2, *, c): return a
    @property
    def p(self): return 1
    @staticmethod
    def s(a): return a
    @classmethod
    def k(cls, a): return cls
class S:
    __slots__ = ("a",)
class I:
    def __init__(self): return 1
class N:
    def __new__(cls): return 1
class G:
    def __getattr__(self, n): raise AttributeError(n)
class L:
    def __len__(self): return -1
class L2:
    def __len__(self): return "a"
class L3:
    def __len__(self): return 10 ** 30
class B:
    def __bool__(self): return 1
class R:
    def __repr__(self): return 1
    def __str__(self): return 2
    def __hash__(self): return "a"
    def __format__(self, s): return 1
    def __index__(self): return "a"
    def __int__(self): return "a"
    def __float__(self): return "a"
    def __complex__(self): return "a"
    def __bytes__(self): return "a"
    def __contains__(self, x): return "yes"
    def __iter__(self): return 1
    def __dir__(self): return 1
    def __round__(self): return "r"
    def __length_hint__(self): return "a"
    def __bool__(self): raise ValueError("b")
class E:
    def __eq__(self, o): return NotImplemented
    def __lt__(self, o): return NotImplemented
    def __add__(self, o): return NotImplemented
    def __radd__(self, o): return NotImplemented
a = A()
for f in (lambda: a.m(), lambda: a.m(1), lambda: a.m(1, 2, 3), lambda: a.m(1, c=1, d=2), lambda: a.m(1, a=2, c=1), lambda: A.m(1, c=2), lambda: a.p(), lambda: setattr(a, "p", 1), lambda: delattr(a, "p"), lambda: a.y, lambda: A.y, lambda: a.s(), lambda: a.k(), lambda: a(), lambda: A(1), lambda: a.m.__func__ is A.m, lambda: a.m.x, lambda: setattr(a.m, "x", 1), lambda: S().a, lambda: setattr(S(), "b", 1), lambda: S().__dict__, lambda: S.a.__get__(1), lambda: I(), lambda: N(), lambda: G().x, lambda: len(L()), lambda: len(L2()), lambda: len(L3()), lambda: bool(B()), lambda: repr(R()), lambda: str(R()), lambda: hash(R()), lambda: format(R()), lambda: [1][R()], lambda: int(R()), lambda: float(R()), lambda: complex(R()), lambda: bytes(R()), lambda: 1 in R(), lambda: iter(R()), lambda: dir(R()), lambda: round(R()), lambda: list(R()), lambda: bool(R()), lambda: not R(), lambda: f"{R()}", lambda: "%s" % R(), lambda: "%d" % R(), lambda: hex(R()), lambda: E() == E(), lambda: E() < E(), lambda: E() + E(), lambda: E() + 1, lambda: 1 + E(), lambda: E() - 1, lambda: sorted([E(), E()]), lambda: sum([E()]), lambda: super().x, lambda: super(A, 1), lambda: super(1, a), lambda: super(A).x, lambda: super(A, a).m, lambda: super(A, a).x, lambda: property().__get__(1), lambda: property(1).fget, lambda: staticmethod(1)(), lambda: classmethod(1).__get__(a), lambda: classmethod(1).__get__(a)(), lambda: A.__class__, lambda: A.__bases__, lambda: setattr(A, "__bases__", ()), lambda: setattr(A, "__bases__", (int,)), lambda: setattr(A, "__name__", 1), lambda: setattr(a, "__class__", 1), lambda: setattr(a, "__class__", int), lambda: setattr(a, "__dict__", 1), lambda: delattr(A, "__name__"), lambda: A.mro(), lambda: object.__subclasshook__(1), lambda: object().__init_subclass__(), lambda: object.__init_subclass__(1), lambda: type("X", (), {"__slots__": 1}), lambda: type("X", (), {"__slots__": ("a", "a")}), lambda: type("X", (int,), {"__slots__": ("a",)}), lambda: type("X", (), {"__slots__": ("a",), "a": 1}), lambda: type("X", (S, N), {"__slots__": ()}), lambda: type("X", (A, object), {}), lambda: type("X", (object, A), {}), lambda: type("X", (), {"__set_name__": 1}), lambda: type("X", (), {}, x=1), lambda: type("X", [], {}), lambda: type(1, (), {}), lambda: type("\0", (), {}), lambda: type.__call__(A, 1), lambda: type.mro(1), lambda: (lambda x: x)(), lambda: (lambda x, /: x)(x=1), lambda: (lambda *, x: x)(1), lambda: (lambda *a, **k: (a, k))(1, b=2, **{"c": 3}), lambda: (lambda a, b: 1)(*[1, 2, 3]), lambda: (lambda a, b: 1)(**{"a": 1, "c": 2}), lambda: (lambda a, b=1, *, c, d=2: 1)(), lambda: (lambda a, b, c, d: 1)(1), lambda: print(1, sepp=2), lambda: print(1, sep=2), lambda: int("a", 37), lambda: int(1, 2), lambda: int([], 2), lambda: int([]), lambda: float([]), lambda: float("a"), lambda: complex("a"), lambda: complex([], 1), lambda: str(1, 2, 3, 4), lambda: bool(1, 2), lambda: bytes(1, 2), lambda: list(1, 2), lambda: tuple(a=1), lambda: set(1, 2), lambda: dict(1, 2), lambda: object(1), lambda: type(), lambda: range(1, a=2), lambda: slice(1, 2, 3, 4), lambda: zip(1), lambda: enumerate(), lambda: sorted(), lambda: sorted([], 1), lambda: sorted([], x=1), lambda: len(), lambda: len([], []), lambda: len(a=1), lambda: abs(), lambda: isinstance(1), lambda: getattr(1), lambda: hash(), lambda: id(), lambda: iter(), lambda: next(), lambda: pow(1), lambda: round(), lambda: sum(), lambda: sum([], 1, 2), lambda: max(), lambda: min(1, key=2), lambda: ord(), lambda: chr("a"), lambda: bin(1.5), lambda: oct("a"), lambda: divmod(1), lambda: open(), lambda: open(1.5), lambda: open("x", "zz"), lambda: open("x", "rw"), lambda: open("x", "rb", encoding="utf8"), lambda: eval(), lambda: eval(1), lambda: exec(1), lambda: exec("1", 1), lambda: eval("1", {}, 1), lambda: compile(1, 2, 3), lambda: __import__(), lambda: __import__(1), lambda: __import__(""), lambda: vars(1), lambda: dir(1, 2), lambda: callable(), lambda: format(), lambda: format(1, 2), lambda: memoryview(), lambda: super(1), lambda: property(1, 2, 3, 4, 5), lambda: classmethod(), lambda: staticmethod(1, 2), lambda: breakpoint if False else 0): t(f)
