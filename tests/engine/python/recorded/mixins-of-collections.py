# What abstract collections, user collections, heaps and bisect give besides.
import bisect
import heapq
from array import array
from collections import ChainMap, UserDict
from collections.abc import AsyncGenerator, AsyncIterator, MutableSequence, MutableSet, Set
from contextlib import AbstractAsyncContextManager, AbstractContextManager


def attempt(action):
    try:
        print(action())
    except Exception as error:
        print(type(error).__name__, error)


class Bag(MutableSet):
    def __init__(self, items=()):
        self.items = []
        for item in items:
            self.add(item)

    def __contains__(self, item):
        return item in self.items

    def __iter__(self):
        return iter(self.items)

    def __len__(self):
        return len(self.items)

    def add(self, item):
        if item not in self.items:
            self.items.append(item)

    def discard(self, item):
        if item in self.items:
            self.items.remove(item)

    def __repr__(self):
        return f"Bag({self.items})"

    __hash__ = Set._hash


attempt(lambda: {1, 2, 3} - Bag([2]))
attempt(lambda: [1, 2, 3] - Bag([2]))
attempt(lambda: (5, 6) - Bag([6, 7]))
attempt(lambda: 5 - Bag([6, 7]))
bag = Bag([1, 2, 3, 4])
bag &= Bag([2, 3, 9])
print(bag)
bag ^= [3, 10]
print(bag)
bag -= bag
print(bag, hash(Bag([1, 2])) == hash(frozenset([1, 2])))
bag |= "ab"
bag ^= bag
print(bag)
attempt(bag.pop)


class Numbers(AsyncGenerator):
    def __init__(self):
        self.sent = []

    async def asend(self, value):
        self.sent.append(value)
        if len(self.sent) > 2:
            raise StopAsyncIteration
        return len(self.sent)

    async def athrow(self, typ, val=None, tb=None):
        self.sent.append(typ.__name__)
        await super().athrow(typ, val, tb)


async def main():
    numbers = Numbers()
    print([number async for number in numbers], numbers.sent)
    await numbers.aclose()
    print(numbers.sent)
    try:
        await numbers.athrow(ValueError("given"))
    except TypeError as error:
        print("TypeError", error)
    except AttributeError as error:
        print("AttributeError", error)


try:
    main().send(None)
except StopIteration:
    print("done")
print(AsyncIterator[int], sorted(AsyncGenerator.__abstractmethods__))
print(issubclass(array, MutableSequence), isinstance(array("i"), MutableSequence))


class Lazy(UserDict):
    def __missing__(self, key):
        return key * 2


lazy = Lazy(a=1)
lazy.note = ["kept"]
print(lazy["b"], lazy.get("b"), lazy.get("a"), lazy.get("b", 0), lazy.copy(), lazy.copy().note is lazy.note, lazy.copy().data is lazy.data)
print(ChainMap.fromkeys("ab", 5), ChainMap.fromkeys([1]))


class Half:
    __enter__ = lambda self: self
    __exit__ = None


class Whole:
    async def __aenter__(self):
        pass

    async def __aexit__(self, *args):
        pass


print(issubclass(Half, AbstractContextManager), issubclass(Whole, AbstractContextManager), issubclass(Whole, AbstractAsyncContextManager))

heap = [3, 1, 4, 1, 5, 9]
heapq._heapify_max(heap)
print(heapq._heappop_max(heap), heapq._heapreplace_max(heap, 2), heap)
attempt(lambda: heapq._heapify_max((1, 2)))
print(bisect.bisect, bisect.insort, bisect.bisect is bisect.bisect_right, bisect.bisect_left.__module__)
print(bisect.bisect(range(2**30), 7), bisect.bisect_left(range(10**9), 10**12, key=lambda n: n * n))
