# What takes the place of type variables, lists of parameters and unpacked tuples; reprs, counts and refusals.
import collections.abc
import copy
import pickle
from typing import Annotated, Any, Callable, ClassVar, Concatenate, Dict, Generic, List, Literal, Optional, ParamSpec, Tuple, TypeVar, Union
import typing

T = TypeVar("T")
U = TypeVar("U")
P = ParamSpec("P")


class One(Generic[T]):
    pass


class Two(Generic[T, U]):
    pass


class Calls(Generic[P]):
    pass


class Mixed(Generic[T, P]):
    pass


def show(text):
    try:
        print(text, "->", eval(text))
    except Exception as error:
        print(text, "->", type(error).__name__, error)


LINES = """
Two[int, str, bytes]
One[int][str]
One[T][int]
Calls[int, str].__args__
Calls[[int, str]].__args__
Calls[...]
Mixed[int, [str, bytes]].__args__
Mixed[int, ...]
Callable[P, T][[int], str]
Callable[P, T][..., str]
Callable[P, T][int, str]
Callable[[T], U][int, str]
Callable[Concatenate[int, P], T][[str], bytes]
collections.abc.Callable[P, T][[int], str]
collections.abc.Callable[Concatenate[int, P], T][[str], bytes]
Concatenate[int, P][[str]]
Concatenate[int, P][Concatenate[str, P]]
Concatenate[()]
Generic[T][int]
Generic[int]
Generic[T, T]
Union[T, int][str]
Union[T, int][int]
Union[T, List[U]][int, str]
Annotated[T, 1][str]
Annotated[Annotated[int, 1], 2]
Literal[int]
Literal[[], []]
Literal[1, True, Literal[1, 2]]
Optional[Any]
Dict[T, List[U]][int, str]
dict[T, list[U]][int, str]
Tuple[int, ...]
typing.get_args(Callable[P, int])
typing.get_args(Callable[[], int])
typing.get_args(collections.abc.Callable[[int], str])
List[int].__name__
One[int].__qualname__
Callable[[int], str].__name__
"x" | List[int]
isinstance([], List)
issubclass(List, list)
isinstance([], List[int])
List()
List[int]()
One[int]().__orig_class__
[name for name in dir(One[int]) if name == "extra"]
copy.copy(List[T]) == List[T]
pickle.loads(pickle.dumps(Optional[List[int]])) is Optional[List[int]]
pickle.loads(pickle.dumps(Callable[[int], str]))
pickle.loads(pickle.dumps(typing.Mapping)) is typing.Mapping
sorted(typing.__all__)
"""
One.extra = 1
for line in LINES.strip().split("\n"):
    show(line)


def derive(base):
    try:
        print(type("Any", (), {}) and types_new(base))
    except TypeError as error:
        print(type(error).__name__, error)


def types_new(base):
    class Derived(base):
        pass

    return Derived.__mro__[1:]


for base in (ClassVar, ClassVar[int], Union[int, str], type(ClassVar), type(List[int]), List[int], Annotated[int, 1], typing.NewType("Number", int)):
    derive(base)
