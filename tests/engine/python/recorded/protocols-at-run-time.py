# Protocols in isinstance() and issubclass(): of methods, of data, generic ones, derived ones.
from typing import Protocol, TypeVar, runtime_checkable

@runtime_checkable
class P(Protocol):
    x: int

class A:
    x = 5

class B:
    def __init__(self):
        self.x = 1

class C:
    pass
def attempt(f):
    try:
        print(f())
    except Exception as error:
        print(type(error).__name__, error)


for o in (A(), B(), C(), 5):
    attempt(lambda: isinstance(o, P))
attempt(lambda: issubclass(A, P))

class D(P):
    pass
attempt(lambda: isinstance(D(), P))
attempt(lambda: isinstance(D(), D))
attempt(lambda: isinstance(A(), D))

@runtime_checkable
class M(Protocol):
    def meth(self):
        ...

class HM:
    def meth(self):
        pass

class NM:
    meth = None
attempt(lambda: (isinstance(HM(), M), issubclass(HM, M), isinstance(NM(), M), issubclass(NM, M), issubclass(int, M)))

class Un(Protocol):
    def meth(self):
        ...
attempt(lambda: isinstance(HM(), Un))
attempt(lambda: issubclass(HM, Un))
attempt(lambda: Un())
attempt(lambda: P())
attempt(lambda: issubclass(5, M))

@runtime_checkable
class Both(Protocol):
    y: str
    def meth(self):
        ...

class HB(HM):
    y = ""
attempt(lambda: (isinstance(HB(), Both), isinstance(HM(), Both)))
attempt(lambda: issubclass(HB, Both))
attempt(lambda: isinstance(5, Protocol))
attempt(lambda: issubclass(M, Protocol))
T = TypeVar("T")

@runtime_checkable
class G(Protocol[T]):
    attr: T
attempt(lambda: (isinstance(A(), G)))

class HA:
    attr = 1
attempt(lambda: isinstance(HA(), G))
attempt(lambda: isinstance(HA(), G[int]))
attempt(lambda: type(Protocol)("Sub", (Protocol, HM), {}))
from collections.abc import Iterable, Sized



class Lengthy(Sized, Protocol):
    color: str


attempt(lambda: (isinstance([], Sized), isinstance(5, Sized), isinstance(5, Iterable)))



class Further(P, Protocol):
    z: int


attempt(lambda: (isinstance(A(), P), isinstance(C(), P)))



class Hooked(Protocol):
    count: int

    @classmethod
    def __subclasshook__(cls, other):
        return hasattr(other, "count")


attempt(lambda: (isinstance([], runtime_checkable(Hooked)), issubclass(tuple, Hooked), issubclass(int, Hooked)))
