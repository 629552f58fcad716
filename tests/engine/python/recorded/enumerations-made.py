# Enumerations: made by calls, in a given order, of flags with unknown and negative bits, with auto() after other values.
import sys
from dataclasses import dataclass
from enum import Enum, Flag, IntEnum, IntFlag, auto, unique


def attempt(f):
    try:
        print(f())
    except Exception as error:
        print(type(error).__name__, error)


attempt(lambda: Enum("E", ""))
attempt(lambda: Enum("E", ()))
attempt(lambda: Enum("E", []))
attempt(lambda: Enum("E", names=()))
attempt(lambda: Enum("E"))
attempt(lambda: Enum("E", {}))
attempt(lambda: list(Enum("E", "a b")))
attempt(lambda: list(Enum("E", {"a": 3})))
attempt(lambda: list(Enum("E", [("a", 1), ("b", 5)], start=7)))
attempt(lambda: list(Enum("E", "a,b", start=7)))
attempt(lambda: list(Flag("E", "a b c")))
attempt(lambda: list(IntEnum("E", "a b", module="x", qualname="q.E")))


def order():
    class C(Enum):
        _order_ = "a b c"
        a = 1
        b = 2
    return list(C)
attempt(order)


def order2():
    class C(Enum):
        _order_ = "b a"
        a = 1
        b = 2
    return list(C)
attempt(order2)


class Perm(IntFlag):
    X = 1
    W = 2
    R = 4
for p in (Perm.X, Perm.R | Perm.W, Perm(0), Perm(8), Perm(-1), ~Perm.X, ~Perm(0), ~(Perm.R | Perm.W), Perm.X | 8, -1):
    attempt(lambda: (repr(p), str(p), int(p), f"{p}"))
    attempt(lambda: (repr(~p), repr(p & 3), repr(p ^ 1)))


class Color(Flag):
    RED = 1
    GREEN = 2
    BLUE = 4
    WHITE = 7
    BLACK = 0
for p in (Color.RED, Color.WHITE, Color.BLACK, Color.RED | Color.BLUE, ~Color.RED, ~Color.BLACK):
    attempt(lambda: (repr(p), str(p), p.name, p.value, bool(p)))
attempt(lambda: Color(8))
attempt(lambda: Color(-1))
attempt(lambda: Color["RED"])
attempt(lambda: Color["NOPE"])
attempt(lambda: list(Color.WHITE) if hasattr(Color.WHITE, "__iter__") else 0)
attempt(lambda: Color.RED in Color.WHITE)
attempt(lambda: 1 in Color)
attempt(lambda: "RED" in Color)


class E(Enum):
    A = 1
    B = 2
    C = 1
attempt(lambda: E("A"))
attempt(lambda: E(3))
attempt(lambda: E.A.B)
attempt(lambda: E.C is E.A)
attempt(lambda: E.__members__)
attempt(lambda: E.A < E.B)
attempt(lambda: dir(E.A))
attempt(lambda: sorted(n for n in dir(E)))


def sub():
    class F(E):
        pass
attempt(sub)


def dup():
    class F(Enum):
        A = 1
        A = 2
attempt(dup)
attempt(lambda: setattr(E, "A", 5))
attempt(lambda: delattr(E, "A"))
attempt(lambda: setattr(E.A, "value", 5))
attempt(lambda: setattr(E.A, "name", 5))


def un():
    @unique
    class F(Enum):
        A = 1
        B = 1
attempt(un)


class St(str, Enum):
    A = "a"
attempt(lambda: (str(St.A), f"{St.A}", St.A == "a", repr(St.A)))


class In(int, Enum):
    A = 1
attempt(lambda: (str(In.A), f"{In.A}", In.A == 1, repr(In.A)))


class Auto(Enum):
    A = auto()
    B = 10
    C = auto()
attempt(lambda: list(Auto))


def autos():
    class F(Enum):
        A = "x"
        B = auto()
    return list(F)
attempt(autos)


class Meth(Enum):
    A = 1
    def go(self):
        return self.name
    @property
    def up(self):
        return self.value + 1
    @classmethod
    def cl(cls):
        return cls.__name__
    @staticmethod
    def st():
        return 5
attempt(lambda: (Meth.A.go(), Meth.A.up, Meth.cl(), Meth.st(), len(Meth)))


class Planet(Enum):
    M = (1, 2)
    def __init__(self, a, b):
        self.a, self.b = a, b
attempt(lambda: (Planet.M.a, Planet.M.value, Planet((1, 2))))


class Miss(Enum):
    A = 1
    @classmethod
    def _missing_(cls, v):
        return cls.A if v == "x" else None
attempt(lambda: Miss("x"))
attempt(lambda: Miss("y"))


class MissBad(Enum):
    A = 1
    @classmethod
    def _missing_(cls, v):
        return 5
attempt(lambda: MissBad("x"))


class GN(Enum):
    def _generate_next_value_(name, start, count, last):
        return name.lower()
    A = auto()
    B = auto()
attempt(lambda: list(GN))


class Back(Enum):
    A = 10
    B = 1
    C = auto()
print(list(Back))


class Mixed(IntFlag):
    A = 1
    C = 8
for value in (2, 9, 11, -1, -2, -9, -12, 16):
    attempt(lambda: (repr(Mixed(value)), str(Mixed(value)), Mixed(value).name, Mixed(value).value, repr(~Mixed(value))))


class Base(IntEnum):
    def __str__(self):
        return self.name.upper()


class Main(Base):
    first = 1


attempt(lambda: (str(Main.first), f"{Main.first}", "%s" % Main.first, "{:>6}".format(Main.first), repr(Main.first)))


class Own(IntEnum):
    first = 1
    def __str__(self):
        return self.name.upper()


attempt(lambda: (str(Own.first), f"{Own.first}", repr(Own.first)))


class OwnF(IntEnum):
    first = 1
    def __format__(self, spec):
        return "fmt"


attempt(lambda: (str(OwnF.first), f"{OwnF.first}"))


class MixS(str, Enum):
    a = "x"
    def __str__(self):
        return "own"


attempt(lambda: (str(MixS.a), f"{MixS.a}"))


class SB(str, Enum):
    def __str__(self):
        return "base"


class SC(SB):
    a = "x"


attempt(lambda: (str(SC.a), f"{SC.a}"))


class Fl(IntFlag):
    a = 1
    def __str__(self):
        return "flag"


attempt(lambda: (str(Fl.a), f"{Fl.a}"))


@dataclass
class Mixin:
    size: str
    legs: int


if sys.version_info >= (3, 11):
    class Creature(Mixin, Enum):
        BEETLE = "small", 6
        DOG = ("medium", 4)


    attempt(lambda: (Creature.DOG, Creature.DOG.legs, Creature.DOG.value))


class Float(float, Enum):
    X = 1.5


attempt(lambda: (Float.X, str(Float.X), f"{Float.X}", Float.X + 1))
