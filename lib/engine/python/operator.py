"""Operators as functions."""


def _binary(name, expression):
    function = eval(f"lambda a, b, /: {expression}", {"__builtins__": {}, "__name__": "operator"})
    function.__name__ = function.__qualname__ = name
    return function


_table = {
    "lt": "a < b", "le": "a <= b", "eq": "a == b", "ne": "a != b", "ge": "a >= b", "gt": "a > b", "is_": "a is b",
    "is_not": "a is not b", "add": "a + b", "and_": "a & b", "floordiv": "a // b", "lshift": "a << b", "mod": "a % b",
    "mul": "a * b", "matmul": "a @ b", "or_": "a | b", "pow": "a ** b", "rshift": "a >> b", "sub": "a - b",
    "truediv": "a / b", "xor": "a ^ b", "concat": "a + b", "getitem": "a[b]", "contains": "b in a",
}
for _name, _expression in _table.items():
    globals()[_name] = _binary(_name, _expression)
    globals()[f"__{_name.rstrip('_')}__"] = globals()[_name]


def not_(a, /):
    return not a


def truth(a, /):
    return bool(a)


def abs(a, /):
    return a.__abs__()


def index(a, /):
    return a if type(a) is int else range(a).stop + 0


def neg(a, /):
    return -a


def pos(a, /):
    return +a


def inv(a, /):
    return ~a


invert = inv


def is_none(a, /):
    return a is None


def is_not_none(a, /):
    return a is not None


def countOf(a, b, /):
    return sum(1 for item in a if item is b or item == b)


def indexOf(a, b, /):
    for position, item in enumerate(a):
        if item is b or item == b:
            return position
    raise ValueError("sequence.index(x): x not in sequence")


def setitem(a, b, c, /):
    a[b] = c


def delitem(a, b, /):
    del a[b]


def length_hint(obj, default=0, /):
    try:
        return len(obj)
    except TypeError:
        hint = getattr(type(obj), "__length_hint__", None)
        return default if hint is None else hint(obj)


def call(obj, /, *args, **kwargs):
    return obj(*args, **kwargs)


def _inplace(name, statement):
    space = {"__builtins__": {}, "__name__": "operator"}
    exec(f"def {name}(a, b, /):\n    a {statement} b\n    return a", space)
    return space[name]


for _name, _statement in {
    "iadd": "+=", "isub": "-=", "imul": "*=", "itruediv": "/=", "ifloordiv": "//=", "imod": "%=", "ipow": "**=",
    "iand": "&=", "ior": "|=", "ixor": "^=", "ilshift": "<<=", "irshift": ">>=", "imatmul": "@=", "iconcat": "+=",
}.items():
    globals()[_name] = _inplace(_name, _statement)


def _at_least_one(name, given):
    if not given:
        raise TypeError(f"{name} expected 1 argument, got 0")


class attrgetter:
    """Fetches attributes, dotted names included."""

    __slots__ = ("_attrs",)

    def __init__(self, /, *attrs):
        _at_least_one("attrgetter", attrs)
        for name in attrs:
            if not isinstance(name, str):
                raise TypeError("attribute name must be a string")
        self._attrs = attrs

    def __call__(self, obj, /):
        values = []
        for path in self._attrs:
            value = obj
            for name in path.split("."):
                value = getattr(value, name)
            values.append(value)
        return values[0] if len(values) == 1 else tuple(values)

    def __repr__(self):
        return f"operator.attrgetter({', '.join(map(repr, self._attrs))})"


class itemgetter:
    """Fetches items."""

    __slots__ = ("_items",)

    def __init__(self, /, *items):
        _at_least_one("itemgetter", items)
        self._items = items

    def __call__(self, obj, /):
        if len(self._items) == 1:
            return obj[self._items[0]]
        return tuple(obj[item] for item in self._items)

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

    def __call__(self, obj, /):
        return getattr(obj, self._name)(*self._args, **self._kwargs)

    def __repr__(self):
        parts = [repr(self._name), *map(repr, self._args), *(f"{k}={v!r}" for k, v in self._kwargs.items())]
        return f"operator.methodcaller({', '.join(parts)})"


_seal(attrgetter, 32, final=True)
_seal(itemgetter, 40, final=True)
_seal(methodcaller, 40, final=True)
del _seal
