from enum import *
import enum
class C(Enum):
    A = 1; B = 2; A2 = 1
    def hi(self): return self.name + "!"
    @property
    def v2(self): return self.value*2
print(C.A.hi(), C.B.v2, C.__members__, len(C), C.A in C, C.A2 is C.A, hash(C.A)==hash("A"), C, type(C), isinstance(C.A, C))
@unique
class U(Enum):
    X = auto(); Y = auto()
print(list(U), U.X.value)
try:
    @unique
    class V(Enum):
        X = 1; Y = 1
except ValueError as e: print(e)
class Planet(Enum):
    E = (1, 2)
    F = (3, 4)
    def __init__(self, a, b): self.a=a; self.b=b
print(Planet.E.a, Planet.E, repr(Planet.F), Planet((3,4)))
Anim = Enum("Anim", "ANT BEE CAT")
print(list(Anim), Anim.ANT.value, Anim.__module__)
class P(Flag):
    R=4; W=2; X=1; RW=6
print(P.R|P.X, repr(P.R|P.W), P(7), P(0), list(P), list(P.RW), P.R in P.RW, bool(P.R & P.W), ~P.R, P.RW.value, P.R ^ P.RW)
try: P(8)
except ValueError as e: print(e)
class IF(IntFlag):
    A=1; B=2
print(IF.A|IF.B, repr(IF.A|IF.B), IF.A+1, IF(8), repr(IF(9)), repr(~IF.A), IF.A|4, repr(IF.A|4))
class IE(IntEnum):
    LOW=1; HIGH=3
print(sorted([IE.HIGH, IE.LOW]), IE.HIGH>IE.LOW, f"{IE.LOW:03d}", IE(3), "%d" % IE.HIGH, IE.LOW==1, max(IE))
class S(StrEnum):
    RED = auto(); B = "bee"
print(S.RED, repr(S.B), S.RED=="red", f"{S.B:>5}", S("bee"))
class M(Enum):
    A="a"
    @classmethod
    def _missing_(cls, value): return cls.A if value=="x" else None
print(M("x"))
for f in (lambda: M("y"), lambda: M["q"], lambda: C(), lambda: Enum("Z","a a"), lambda: setattr(C,"A",3), lambda: delattr(C,"A"), lambda: C.A.foo, lambda: C.Q, lambda: setattr(C.A,"name",1), lambda: 1 in C):
    try: print("ok", f())
    except Exception as e: print(type(e).__name__, e)
class D(Enum):
    def _generate_next_value_(name, start, count, last): return name.lower()
    Q=auto(); R=auto()
print([d.value for d in D])
class E2(Enum):
    A=1
    _ignore_=["x"]
    x=5
    class N: pass
    def f(self): pass
print(list(E2.__members__))
C.zz = 5; print(C.zz)
import copy
print(copy.copy(C.A) is C.A, copy.deepcopy(C.A) is C.A, C.A.__class__, C.A == C.A, C.A != C.B, {C.A: 1})
try: C.A < C.B
except TypeError as e: print(e)
class T(tuple, Enum):
    A=(1,2)
print(T.A[0], T.A)
class Co(bytes, Enum):
    def __new__(cls, v, lbl):
        o = bytes.__new__(cls, [v]); o._value_=v; o.lbl=lbl; return o
    PX=(0,"x"); PY=(1,"y")
print(Co.PX, Co.PY.lbl, Co(1))
class Base(Enum):
    def f(self): return self.value+1
class Der(Base): K=4
print(Der.K.f(), Der.__mro__, issubclass(Der, Base))
match C.A:
    case C.B: print("b")
    case C.A: print("a")
print(dir(C), dir(C.A))
print(C.A.name, C.A._name_, C.__name__, repr(C), C['A'], [m for m in reversed(C)], bool(C))
class W(Enum):
    A=[1]; B={}
print(W([1]), W.B)
