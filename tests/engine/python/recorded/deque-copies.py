# Copies of a deque are made by its class, and comparisons that change it are told of.
from collections import deque


class Told(deque):
    def __init__(self, items=(), maxlen=None):
        print("made from", type(items).__name__, maxlen)
        super().__init__(items, maxlen)


class Other(deque):
    def __new__(cls, *args):
        return [1] if args else super().__new__(cls)


def attempt(action):
    try:
        print(action())
    except Exception as error:
        print(type(error).__name__, error)


attempt(lambda: Told([1, 2], 5) * 2)
attempt(lambda: Told([1]) + Told([2]))
attempt(lambda: Told([1]).copy())
attempt(lambda: Other().copy())
attempt(lambda: Other() * 2)
attempt(lambda: Other() + deque([1]))
attempt(lambda: deque([1, 2, 3], 2) * 3)
attempt(lambda: deque([1, 2, 3]) * 10**30)


class Clearing:
    def __eq__(self, other):
        items.clear()
        return False


class Adding:
    def __eq__(self, other):
        items.append(1)
        return NotImplemented


for kind in (Clearing, Adding):
    for use in (lambda: 5 in items, lambda: items.count(5), lambda: items.index(5), lambda: items.remove(5)):
        items = deque([0, kind(), 5])
        attempt(use)
