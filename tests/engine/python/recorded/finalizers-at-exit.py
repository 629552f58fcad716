"""What weakref.finalize does at the end of a program, and what the weak collections are."""
import atexit
import weakref


class A:
    def __del__(self):
        print("del")


def loud():
    raise ValueError("x")


a, b, c = A(), A(), A()
first = weakref.finalize(a, print, "first")
never = weakref.finalize(b, print, "never")
never.atexit = False
atexit.register(print, "registered later")
second = weakref.finalize(c, print, "second")
third = weakref.finalize(c, loud)
fourth = weakref.finalize(c, lambda: weakref.finalize(a, print, "made at the end"))
print(first.alive, never.alive, first.atexit, never.atexit)
print(weakref.WeakSet[int], weakref.WeakValueDictionary[int, str], weakref.WeakKeyDictionary[A, int])
from collections.abc import MutableMapping, MutableSet

print(isinstance(weakref.WeakValueDictionary(), MutableMapping), isinstance(weakref.WeakKeyDictionary(), MutableMapping), issubclass(weakref.WeakSet, MutableSet))
kept = weakref.WeakValueDictionary(a=a)
print(sorted(({"b": b} | kept).items(), key=lambda pair: pair[0])[0][0], isinstance({"b": b} | kept, weakref.WeakValueDictionary))
try:
    reversed(kept)
except TypeError as error:
    print(error)
