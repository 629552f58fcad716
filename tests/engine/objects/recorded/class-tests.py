import collections.abc, numbers
from collections.abc import Sequence, Hashable, Iterable
print(isinstance(5, Hashable | str), isinstance([], Sequence | int), issubclass(list, Sequence | int), issubclass(set, Hashable | str))
match 5:
    case numbers.Integral(): print("Integral")
    case _: print("no")
match {1:2}:
    case collections.abc.Mapping(): print("Mapping")
    case _: print("no")
match iter([]):
    case Iterable() as i: print("Iterable", type(i))
    case _: print("no")
class M(type):
    def __instancecheck__(c, o): print("check", o); return o == 3
class C(metaclass=M): pass
match 3:
    case C(): print("C")
match 4:
    case C(): print("C")
    case _: print("not C")
try: isinstance(3, int | list[int])
except TypeError as e: print(e)
try: issubclass(int, int | list[int])
except TypeError as e: print(e)
try: print(isinstance(3, int | C))
except TypeError as e: print(e)
print(isinstance("a", int|None), isinstance(None, int|None), isinstance(3, (str, int|None)))
print(sorted([isinstance(x, Sequence|Hashable) for x in ([], {}, set(), 1)]))
from typing import Protocol, runtime_checkable
@runtime_checkable
class P(Protocol):
    x: int
class A: x=1
match A():
    case P(): print("P")
    case _: print("no")
match A():
    case P(x=v): print(v)
class Q(Protocol):
    x: int
try:
    match A():
        case Q(): print("Q")
        case _: print("no")
except TypeError as e: print(e)
print(isinstance(A(),P))
