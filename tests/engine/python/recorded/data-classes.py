from dataclasses import *
import dataclasses
@dataclass
class A:
    x: int
    y: "str" = "q"
    z: list = field(default_factory=list, repr=False)
a = A(1); print(a, a == A(1), A.__doc__, A.__match_args__, a.z, fields(A)[0].name)
@dataclass(frozen=True, order=True)
class B(object):
    p: int
    q: int = field(default=2, compare=False)
b = B(1); print(b, hash(b) == hash(B(1, 5)), b < B(2), {b: 1})
for f in (lambda: setattr(b, "p", 2), lambda: delattr(b, "q"), lambda: setattr(b, "n", 2), lambda: A(), lambda: A(1,2,3,4), lambda: A(1, w=2), lambda: hash(a), lambda: a < a):
    try: print("ok", f())
    except Exception as e: print(type(e).__name__, e)
for body in ("x: list = []", "x: int = 1\n  y: int", "x: int = field(default=1, default_factory=int)", "x = field()"):
    try: exec(f"@dataclass\nclass Z:\n  {body}")
    except Exception as e: print(type(e).__name__, e)
@dataclass
class C(A):
    w: int = 3
    def __post_init__(self): self.s = self.x + self.w
print(C(1, w=4), C(1).s, C.__mro__)
@dataclass(slots=True)
class S:
    a: int
    b: int = 2
    def me(self): return __class__
s = S(1); print(s, S.__slots__, hasattr(s, "__dict__"), s.me() is S)
try: s.c = 1
except AttributeError as e: print(e)
@dataclass(kw_only=True)
class K:
    a: int
    b: int = 2
print(K(a=1))
try: K(1)
except TypeError as e: print(e)
@dataclass
class K2:
    a: int
    _: KW_ONLY
    b: int
print(K2(1, b=2), K2.__match_args__)
@dataclass
class I:
    a: int
    iv: InitVar[int]
    def __post_init__(self, iv): self.a += iv
print(I(1, 2), asdict(I(1,2)), astuple(A(1)))
@dataclass
class N:
    inner: A
    l: list
n = N(A(1), [A(2)]); d = asdict(n); print(d, replace(n, l=[]), is_dataclass(n), is_dataclass(3), is_dataclass(N))
M = make_dataclass("M", ["x", ("y", int), ("z", int, field(default=5))])
print(M(1, 2), M)
match A(1, "k"):
    case A(x, y): print(x, y)
@dataclass(eq=False)
class E: x: int
print(E(1) == E(1), E.__hash__ is object.__hash__)
@dataclass(unsafe_hash=True)
class H: x: int
print(hash(H(1)) == hash(H(1)))
try:
    @dataclass
    class F1(B): r: int = 1
except TypeError as e: print(e)
print(A.__init__.__qualname__, A.__eq__.__qualname__)
@dataclass
class R:
    r: object = None
r = R(); r.r = r; print(r)
from typing import ClassVar
@dataclass
class CV:
    c: ClassVar[int] = 5
    d: int = 6
print(CV(), CV.c)
