"""Operators as functions."""


from _operator import (
    abs, add, and_, concat, contains, delitem, eq, floordiv, ge, getitem, gt, iadd, iand, iconcat, ifloordiv, ilshift,
    imatmul, imod, imul, index, inv, invert, ior, ipow, irshift, is_, is_not, isub, itruediv, ixor, le, length_hint, lshift,
    lt, matmul, mod, mul, ne, neg, not_, or_, pos, pow, rshift, setitem, sub, truediv, truth, xor,
)

for _name in (
    "abs add and_ concat contains delitem eq floordiv ge getitem gt index inv invert le lshift lt matmul mod mul ne neg not_ "
    "or_ pos pow rshift setitem sub truediv xor"
).split():
    globals()[f"__{_name.rstrip('_')}__"] = globals()[_name]
del _name


@_builtin
def is_none(a, /):
    return a is None


@_builtin
def is_not_none(a, /):
    return a is not None


@_builtin
def countOf(a, b, /):
    return sum(1 for item in a if item is b or item == b)


@_builtin
def indexOf(a, b, /):
    for position, item in enumerate(a):
        if item is b or item == b:
            return position
    raise ValueError("sequence.index(x): x not in sequence")


@_builtin
def call(obj, /, *args, **kwargs):
    return obj(*args, **kwargs)


def _at_least_one(name, given):
    if not given:
        raise TypeError(f"{name} expected 1 argument, got 0")


def _one_object(name, given, keywords):
    if keywords:
        raise TypeError(f"{name}() takes no keyword arguments")
    if len(given) != 1:
        raise TypeError(f"{name} expected 1 argument, got {len(given)}")
    return given[0]


class attrgetter:
    """Fetches attributes, dotted names included."""

    __slots__ = ("_attrs",)

    def __init__(self, /, *attrs):
        _at_least_one("attrgetter", attrs)
        for name in attrs:
            if not isinstance(name, str):
                raise TypeError("attribute name must be a string")
        self._attrs = attrs

    def __call__(self, /, *given, **keywords):
        obj = _one_object("attrgetter", given, keywords)
        values = []
        for path in self._attrs:
            value = obj
            for name in path.split("."):
                value = getattr(value, name)
            values.append(value)
        return values[0] if len(values) == 1 else tuple(values)

    def __reduce__(self):
        return type(self), self._attrs

    def __repr__(self):
        return f"operator.attrgetter({', '.join(map(repr, self._attrs))})"


class itemgetter:
    """Fetches items."""

    __slots__ = ("_items",)

    def __init__(self, /, *items):
        _at_least_one("itemgetter", items)
        self._items = items

    def __call__(self, /, *given, **keywords):
        obj = _one_object("itemgetter", given, keywords)
        if len(self._items) == 1:
            return obj[self._items[0]]
        return tuple(obj[item] for item in self._items)

    def __reduce__(self):
        return type(self), self._items

    def __repr__(self):
        return f"operator.itemgetter({', '.join(map(repr, self._items))})"


class methodcaller:
    """Calls a method by name."""

    __slots__ = ("_name", "_args", "_kwargs")

    def __init__(self, /, *args, **kwargs):
        if not args:
            raise TypeError("methodcaller needs at least one argument, the method name")
        name, *args = args
        if not isinstance(name, str):
            raise TypeError("method name must be a string")
        self._name, self._args, self._kwargs = name, tuple(args), kwargs

    def __call__(self, /, *given, **keywords):
        obj = _one_object("methodcaller", given, keywords)
        return getattr(obj, self._name)(*self._args, **self._kwargs)

    def __reduce__(self):
        if not self._kwargs:
            return type(self), (self._name, *self._args)
        from functools import partial
        return partial(type(self), self._name, **self._kwargs), self._args

    def __repr__(self):
        parts = [repr(self._name), *map(repr, self._args), *(f"{k}={v!r}" for k, v in self._kwargs.items())]
        return f"operator.methodcaller({', '.join(parts)})"


_seal(attrgetter, 32, final=True)
_seal(itemgetter, 40, final=True)
_seal(methodcaller, 40, final=True)
del _builtin, _seal
