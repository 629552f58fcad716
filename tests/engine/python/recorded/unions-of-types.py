# Unions of types: whom they know, type variables in them, what cannot stand beside |.
import collections.abc
import copy
import pickle
import typing

x = int | collections.abc.Mapping
print(isinstance({}, x), isinstance(1, x), isinstance([], x), issubclass(dict, x), isinstance({}, collections.abc.Mapping))
print(x)


def f(a):
    return isinstance(a, x)


print(f({}), f(()))
class M(type):
    def __instancecheck__(self, instance):
        print("asked", instance)
        return instance == 5

    def __subclasscheck__(self, cls):
        1 / 0


class A(metaclass=M):
    pass


print(isinstance(5, int | A), isinstance(5, str | A), isinstance(6, str | A))


def attempt(f):
    try:
        print(f())
    except Exception as error:
        print(type(error).__name__, error)


attempt(lambda: issubclass(int, str | A))
attempt(lambda: issubclass(int, int | A))
T = typing.TypeVar("T")
attempt(lambda: (list[T] | int)[str])
attempt(lambda: (T | int)[str])
attempt(lambda: (T | int).__parameters__)
attempt(lambda: (list[T] | dict[T, T]).__parameters__)
attempt(lambda: T | int)
attempt(lambda: int | T | None)
attempt(lambda: "x" | int)
attempt(lambda: int | "x")
attempt(lambda: list[int] | "x")
attempt(lambda: (int | str)[str])
attempt(lambda: (T | int)[str, int])
attempt(lambda: (T | list[T])[int])
attempt(lambda: hash(int | str) == hash(str | int))
attempt(lambda: (int | str) == typing.Union[int, str])
attempt(lambda: typing.Union[int, str] == (int | str))
attempt(lambda: (int | str | list) == (list | str | int))
attempt(lambda: copy.copy(int | str))
attempt(lambda: copy.deepcopy(int | list[str]))
attempt(lambda: pickle.loads(pickle.dumps(int | str)))
attempt(lambda: typing.get_args(int | str))
attempt(lambda: (int | bool | int, int | (str | int), list[int] | list[int], int | int))
attempt(lambda: isinstance(5, int | list[int]))
attempt(lambda: isinstance("", int | list[int]))
attempt(lambda: typing.Optional[int | str])
attempt(lambda: typing.List[int] | None)
attempt(lambda: None | typing.List[int])
attempt(lambda: int | 5)
attempt(lambda: int | [])
attempt(lambda: typing.get_type_hints(lambda: 0))
attempt(lambda: dir(int | str) == dir(type(int|str)))


class G(typing.Generic[T]):
    pass


attempt(lambda: G[int] | str)
attempt(lambda: (G[T] | str)[int])
attempt(lambda: G[int | T][str])
attempt(lambda: typing.NewType("N", int) | str)
