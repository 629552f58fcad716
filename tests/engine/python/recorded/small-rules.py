"""Small rules of collections, enum, operator, dataclasses and typing."""
import dataclasses
import enum
import operator
import typing
from collections import ChainMap, Counter


def tell(*calls):
    for call in calls:
        try:
            print(repr(call()))
        except Exception as e:
            print(type(e).__name__, e)


class Access(enum.IntFlag):
    READ = 1
    WRITE = 2


class Part(enum.Flag):
    LEFT = 1
    RIGHT = 2
    BOTH = 3


class Kind(enum.Enum):
    ONE = 1


chain = ChainMap({"a": 1}, {"a": 2, "b": 3})
tell(lambda: chain | {"c": 4}, lambda: {"c": 4, "a": 0} | chain, lambda: chain | 1, lambda: chain)
chain |= {"d": 5}
print(chain)
counts = Counter("abracadabra")
tell(lambda: counts.most_common(-1), lambda: counts.most_common(0), lambda: counts.most_common(2), lambda: Counter(a="x"), lambda: Counter(a="x") + Counter(a=1), lambda: Counter(a="x", b=2).update(b=1))
tell(operator.itemgetter, operator.attrgetter, operator.methodcaller, lambda: operator.itemgetter(1)("abc"), lambda: operator.methodcaller("split", "b")("abc"))
tell(lambda: Access(9), lambda: Access.READ | 8, lambda: Access(24), lambda: Access(3), lambda: list(Part.BOTH), lambda: type(Kind).__name__, lambda: 9 in Kind)
tell(lambda: dataclasses.make_dataclass("Made", ["class"]), lambda: dataclasses.make_dataclass("Made", ["1a"]), lambda: dataclasses.make_dataclass("Made", ["a", "a"]))
tell(lambda: typing.Callable[int, str], lambda: typing.Callable[[int], str], lambda: typing.overload(tell).__name__)
