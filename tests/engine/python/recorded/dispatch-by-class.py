# singledispatch and singledispatchmethod: abstract classes, unions, what is refused.
import collections
import collections.abc as c
import typing
from abc import ABC, abstractmethod
from functools import singledispatch, singledispatchmethod


def attempt(action):
    try:
        print(action())
    except Exception as error:
        print(type(error).__name__, error)


def named(*classes):
    @singledispatch
    def show(value):
        return "object"

    for cls in classes:
        show.register(cls, lambda value, name=cls.__name__: name)
    return show


# The nearest of several abstract classes is chosen, in whatever order they came.
for classes in ((c.Sized, c.Iterable, c.MutableMapping), (c.MutableMapping, c.Sized), (c.Mapping, c.MutableMapping, dict),
                (c.Sequence, c.Sized), (c.Set, c.Iterable), (c.Hashable, c.Sized, c.Container), (c.Collection, c.Sized, c.Reversible),
                (c.Iterable, c.Container), (c.Callable, c.Hashable)):
    show = named(*classes)
    answers = []
    for value in ({}, [], (), set(), "", collections.OrderedDict(), collections.deque(), collections.ChainMap(), 5, len, object()):
        try:
            answers.append(show(value))
        except RuntimeError as error:
            answers.append(str(error))
    print(answers)


class P:
    pass


c.Sized.register(P)
show = named(c.Sized)
print(show(P()))
c.MutableSequence.register(P)
show.register(c.Sequence, lambda value: "sequence by registration")
print(show(P()))


class Q:
    pass


print(show(Q()))
c.Sequence.register(Q)
print(show(Q()), show.dispatch(Q) is show.registry[c.Sequence])


class Both(c.Sized, c.Iterable):
    def __len__(self):
        return 0

    def __iter__(self):
        return iter(())


attempt(lambda: named(c.Iterable, c.Sized)(Both()))
c.Container.register(Both)
attempt(lambda: named(c.Iterable, c.Container)(Both()))
attempt(lambda: named(c.Container, c.Hashable)(P()))


# What can be registered.
@singledispatch
def g(value):
    return "base"


attempt(lambda: g())
attempt(lambda: g.register(int | str, lambda value: "int or str")(1))
attempt(lambda: g.register(typing.Union[bytes, bytearray], lambda value: "some bytes")(b""))
attempt(lambda: (g(1), g("a"), g(b""), g(True), g(1.5)))
attempt(lambda: g.register(42, lambda value: 1))
attempt(lambda: g.register("text"))
attempt(lambda: g.register(typing.List[int], lambda value: 1))


def bare(value):
    pass


def wrong(value: "typing.List[float] | bytes"):
    pass


def right(value: typing.Optional[complex]):
    return "complex or None"


for function in (bare, wrong, right):
    try:
        g.register(function)
        print("registered")
    except TypeError as error:
        print(str(error).split(" at 0x")[0])
attempt(lambda: (g(1j), g(None)))
print(sorted(cls.__name__ for cls in g.registry), type(g.registry).__name__)


class Stack(ABC):
    def __init__(self):
        self.items = []

    @singledispatchmethod
    @abstractmethod
    def push(self, value):
        self.items.append(("any", value))

    @push.register
    def _(self, value: int):
        self.items.append(("int", value))

    @push.register(str)
    def _(self, value):
        self.items.append(("str", value))


attempt(Stack)
print(Stack.push.__isabstractmethod__, Stack.push.__name__)


class Real(Stack):
    push = Stack.__dict__["push"]
    push.func.__isabstractmethod__ = False


stack = Real()
stack.push(1), stack.push("a"), stack.push(None), stack.push(True)
print(stack.items)


class Named:
    @singledispatchmethod
    @classmethod
    def make(cls, value):
        return cls.__name__, "any"

    @make.register
    @classmethod
    def _(cls, value: int):
        return cls.__name__, "int"

    @singledispatchmethod
    @staticmethod
    def check(value):
        return "any"

    @check.register
    @staticmethod
    def _(value: int):
        return "int"


print(Named.make(1), Named.make(""), Named().make(2), Named.check(1), Named().check(""))
for cls in (classmethod, staticmethod):
    print(cls(right).__annotations__, cls(right).__wrapped__ is right)
attempt(stack.push)
