# Type parameters that stand for any number of types, and their defaults.
import typing
from typing import Annotated, Callable, Generic, Tuple, TypeVar, TypeVarTuple, Union, Unpack

T = TypeVar("T")
U = TypeVar("U")
Ts = TypeVarTuple("Ts")


class Many(Generic[Unpack[Ts]]):
    pass


class More(Generic[T, *Ts, U]):
    pass


def show(text):
    try:
        print(text, "->", eval(text))
    except Exception as error:
        print(text, "->", type(error).__name__, error)


LINES = """
Many[int, str]
Many[()]
Many[Unpack[Ts]]
Many[Unpack[Tuple[int, str]]].__args__
More[int]
More[int, str].__args__
More[int, str, bytes].__args__
More[Unpack[Tuple[int, ...]]]
More[Unpack[Tuple[int, ...]], Unpack[Tuple[str, ...]]]
More[T, Unpack[Ts], U][int, str, bytes, float]
Tuple[Unpack[Ts]][int, str]
Tuple[Unpack[Ts]][()]
Tuple[Ts][int]
tuple[Unpack[Ts]][int, str]
tuple[*Ts][()]
tuple[*Ts, T][int, str, bytes]
tuple[T, U][*tuple[int, str]]
Tuple[T, U][Unpack[Tuple[int, str]]]
Callable[[*Ts], T][int, str, bytes]
Callable[[int, Unpack[Ts]], T][str]
Union[Unpack[Ts], int]
Annotated[Tuple[Unpack[Ts]], 1][int, str]
Annotated[Unpack[Ts], 1]
Generic[Ts]
Unpack[int, str]
Unpack[Ts].__typing_is_unpacked_typevartuple__
(*tuple[int, str],)[0].__typing_unpacked_tuple_args__
T.__typing_subst__(int)
T.__typing_subst__((1,))
T.__typing_subst__(Unpack[Ts])
Ts.__typing_subst__(int)
list(Tuple[int])
list(Union[int, str])
"""
for line in LINES.strip().split("\n"):
    show(line)


def hinted(*args: *tuple[int, str]):
    pass


def named(*args: "*tuple[int, ...]"):
    pass


print(typing.get_type_hints(hinted), typing.get_type_hints(named))


@typing.dataclass_transform(order_default=True, other=1)
def mark(cls):
    return cls


print(mark.__dataclass_transform__)


@typing.overload
def over(x: int): ...
@typing.overload
def over(x: str): ...
def over(x):
    return x


print(len(typing.get_overloads(over)))
typing.clear_overloads()
print(typing.get_overloads(over), typing.get_overloads(len))
