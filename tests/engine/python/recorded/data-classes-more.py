# Data classes: annotations that are texts, abstract methods, frozen bases, slots of bases, generic bases.
import abc
import dataclasses
import dataclasses as dc
import typing
import typing as t
from collections import deque
from copy import deepcopy
from dataclasses import KW_ONLY, InitVar, dataclass, field, make_dataclass
from typing import ClassVar, Generic, List, Optional, TypeVar
from typing import ClassVar as CV

T = TypeVar("T")


def attempt(action):
    try:
        print(action())
    except Exception as error:
        print(type(error).__name__, error)


for text in ("ClassVar", "CV", "t.ClassVar", "t.ClassVar[int]", "typing.ClassVar[str]", " typing . ClassVar [int]", "dc.ClassVar", "Classvar",
             "typong.ClassVar", "CV[int]", "InitVar", "InitVar[int]", "dc.InitVar[int]", "dataclasses . InitVar", "dataclasses.InitVarx", "Optional[int]", "", "1 + 2", "t.x.ClassVar"):
    made = type("C", (), {"__annotations__": {"x": text}, "x": 5, "__post_init__": lambda self, *args: print("init", args)})
    made = dataclass(made)
    print(repr(text), [each.name for each in dataclasses.fields(made)], made.__match_args__)


@dataclass
class Keywords:
    a: int
    _: "KW_ONLY"
    b: int


attempt(lambda: Keywords(1, b=2))
attempt(lambda: Keywords(1, 2))


class Ordered(abc.ABC):
    @abc.abstractmethod
    def __lt__(self, other):
        pass

    @abc.abstractmethod
    def __le__(self, other):
        pass


@dataclass(order=True)
class Date(Ordered):
    year: int
    month: "Month" = 1


print(abc.ABC in Date.__mro__, Date.__abstractmethods__, Date(2020) < Date(2021))


@dataclass
class Plain:
    pass


@dataclass(frozen=True)
class Frozen:
    pass


class Other:
    pass


for bases in ((Plain, Frozen), (Frozen, Plain), (Frozen, Other), (Other, Plain), (Other, Frozen)):
    for frozen in (False, True):
        attempt(lambda: dataclass(frozen=frozen)(type("D", bases, {})).__name__)


class Root:
    __slots__ = iter(["a"])


class Below(Root):
    __slots__ = ("b",)


attempt(lambda: dataclass(slots=True)(type("E", (Below,), {"__annotations__": {"x": int}})).__slots__)


@dataclass(frozen=True, slots=True)
class Point:
    x: int
    y: list = field(default_factory=list)


print(deepcopy(Point(1, [2])), Point.__getstate__(Point(1)))


@dataclass
class Parent(Generic[T]):
    x: T


Child = make_dataclass("Child", [("y", T), ("z", Optional[T], None)], bases=(Parent[int], Generic[T]), namespace={"other": 42})
print(Child[int](1, 2), Child[str](1, 2, 3).other, [cls.__name__ for cls in Child.__mro__])
for cls in (Keywords, Date, Point, Child, make_dataclass("M", [("d", deque), ("l", List[int], field(default_factory=list)), ("m", "list[int]", 3), ("p", Point, 0), ("o", Optional[Date], None), ("q", list[int], ())])):
    print(cls.__doc__)
