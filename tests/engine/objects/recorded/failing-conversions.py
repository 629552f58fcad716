# What a failing conversion is told as, which types count as hashable, and enumerations that nobody may extend
import collections.abc
import enum
import types


def show(name, call):
    try:
        print(name, call())
    except Exception as error:
        print(name, type(error).__name__, error)


class Raising:
    def __init__(self, error):
        self.error = error


class Floats(Raising):
    def __float__(self):
        raise self.error


class Indices(Raising):
    def __index__(self):
        raise self.error


class Items(Indices):
    def __iter__(self):
        return iter([1, 2])


for error in ValueError("no value"), TypeError("no type"):
    for operand in Floats(error), Indices(error), "a", None:
        for conversion in "%f", "%d", "%e", "%x", "%c":
            show(f"{conversion} {type(operand).__name__}", lambda: conversion % operand)
            show(f"bytes {conversion} {type(operand).__name__}", lambda: conversion.encode() % operand)
    for kind in bytes, bytearray:
        show(f"{kind.__name__} of an index", lambda: kind(Indices(error)))
        show(f"{kind.__name__} of items", lambda: kind(Items(error)))
for kind in slice, types.MappingProxyType, list, tuple, bytearray, memoryview, range:
    print(kind.__name__, issubclass(kind, collections.abc.Hashable), kind.__hash__)
show("hash", lambda: hash(types.MappingProxyType({})))


class Color(enum.Enum):
    RED = 1


class Empty(enum.Enum):
    pass


show("with members", lambda: type("Shade", (Color,), {}))
show("without", lambda: type("Shade", (Empty,), {}))
show("its type", lambda: type(Color)("Shade", (Color,), {}))
show("new class", lambda: types.new_class("Shade", (Color,)))
show("new class", lambda: types.new_class("Shade", (Empty,)))
show("functional", lambda: Empty("Shade", "DARK LIGHT").DARK)
