# Generic named tuples and dicts with known keys, names that know their own, and hints that name each other.
import typing
from typing import Annotated, ForwardRef, Generic, List, NamedTuple, Optional, TypedDict, TypeVar, get_type_hints

T = TypeVar("T")


def attempt(make):
    try:
        print(make())
    except Exception as error:
        print(type(error).__name__, error)


class Point(NamedTuple):
    x: int
    y: "int" = 0

    def norm(self):
        return self.x + self.y


print(Point.__bases__, Point(3).norm(), Point.__annotations__, Point._field_defaults)


def mixed_tuple():
    class Bad(NamedTuple, dict):
        x: int


def overwritten():
    class Bad(NamedTuple):
        x: int
        _make = 1


def generic_tuple():
    class Pair(NamedTuple, Generic[T]):
        first: T
        second: T

    return Pair.__bases__ == (tuple, Generic), Pair[int], Pair[int](1, 2), Pair.__parameters__, Pair.__orig_bases__ == (NamedTuple, Generic[T])


def generic_dict():
    class Box(TypedDict, Generic[T]):
        value: T

    class Named(Box[int], total=False):
        name: str

    return Box.__parameters__, Box[int], sorted(Named.__annotations__), Named.__required_keys__, Named.__optional_keys__, Named.__orig_bases__ == (Box[int],)


def mixed_dict():
    class Plain:
        pass

    class Bad(TypedDict, Plain):
        x: int


for make in (mixed_tuple, overwritten, generic_tuple, generic_dict, mixed_dict):
    attempt(make)
attempt(lambda: NamedTuple("A", [("x", ())]))
attempt(lambda: TypedDict("A", {"x": ()}))
attempt(lambda: TypedDict("A", {"x": int}, total=False).__optional_keys__)
attempt(lambda: TypedDict("A", {"x": int})(x=1))
attempt(lambda: isinstance({}, TypedDict("A", {})))


class Node:
    next: "Optional[Node]"
    children: List["Node"]
    note: Annotated["str", "said"] = ""
    loop: "typing.Dict[str, 'Node']"


for name, hint in get_type_hints(Node).items():
    print(name, hint)
print(get_type_hints(Node, include_extras=True)["note"])
attempt(lambda: ForwardRef("x +"))
attempt(lambda: ForwardRef("x") == ForwardRef("x", module="other"))
attempt(lambda: hash(ForwardRef("x")) == hash(ForwardRef("x", is_argument=False)))
attempt(lambda: get_type_hints(len))
attempt(lambda: get_type_hints(1))


def f(a: "int" = None, *args: "str") -> "List[Node]":
    pass


attempt(lambda: get_type_hints(f))
Json = typing.Union[int, List["Json"]]


def g(a: Json):
    pass


attempt(lambda: get_type_hints(g))


@typing.no_type_check
class Unchecked:
    def method(self, a: "nothing"):
        pass

    class Inner:
        b: "nothing"


print(get_type_hints(Unchecked.method), get_type_hints(Unchecked.Inner))
Number = typing.NewType("Number", int)
print(Number, Number(3), Number.__supertype__, List[Number], Number | None)
