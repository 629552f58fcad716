"""Tuple classes whose positions have names: of `collections`, but without the rest of it."""

import sys
from _collections import _tuplegetter

KEYWORDS = frozenset(
    "False None True and as assert async await break class continue def del elif else except finally for from global if "
    "import in is lambda nonlocal not or pass raise return try while with yield".split()
)


def unexpected(text):
    # The type of this error is the version's.
    return (TypeError if _replace_raises_type_error else ValueError)(text)


def checked_fields(typename, names, rename):
    if isinstance(names, str):
        names = names.replace(",", " ").split()
    names = [str(name) for name in names]
    if rename:
        seen = set()
        for index, name in enumerate(names):
            if not name.isidentifier() or name in KEYWORDS or name.startswith("_") or name in seen:
                names[index] = f"_{index}"
            seen.add(name)
    for name in [typename, *names]:
        if not name.isidentifier():
            raise ValueError(f"Type names and field names must be valid identifiers: {name!r}")
        if name in KEYWORDS:
            raise ValueError(f"Type names and field names cannot be a keyword: {name!r}")
    seen = set()
    for name in names:
        if name.startswith("_") and not rename:
            raise ValueError(f"Field names cannot start with an underscore: {name!r}")
        if name in seen:
            raise ValueError(f"Encountered duplicate field name: {name!r}")
        seen.add(name)
    return tuple(sys.intern(name) for name in names)


def namedtuple(typename, field_names, *, rename=False, defaults=None, module=None):
    """A tuple class whose positions have names."""
    typename = sys.intern(str(typename))
    fields = checked_fields(typename, field_names, rename)
    given = () if defaults is None else tuple(defaults)
    if len(given) > len(fields):
        raise TypeError("Got more default values than field names")
    field_defaults = dict(zip(fields[len(fields) - len(given):], given))
    count = len(fields)
    parameters = ", ".join(fields)
    space = {"_new": tuple.__new__, "__builtins__": {}, "__name__": f"namedtuple_{typename}"}
    __new__ = eval(f"lambda _cls, {parameters}: _new(_cls, ({parameters}{',' if count == 1 else ''}))", space)
    __new__.__name__ = "__new__"
    __new__.__qualname__ = f"{typename}.__new__"
    __new__.__doc__ = f"Create new instance of {typename}({parameters})"
    if given:
        __new__.__defaults__ = given

    def _make(cls, iterable):
        result = tuple.__new__(cls, iterable)
        if len(result) != count:
            raise TypeError(f"Expected {count} arguments, got {len(result)}")
        return result

    def _replace(self, /, **changes):
        result = self._make(map(changes.pop, fields, self))
        if changes:
            raise unexpected(f"Got unexpected field names: {list(changes)!r}")
        return result

    shown = "(" + ", ".join(f"{name}=%r" for name in fields) + ")"

    def __repr__(self):
        return self.__class__.__name__ + shown % tuple(self)

    def _asdict(self):
        return dict(zip(self._fields, self))

    def __getnewargs__(self):
        return tuple(self)

    for function in (_make, _replace, __repr__, _asdict, __getnewargs__):
        function.__qualname__ = f"{typename}.{function.__name__}"
    namespace = {
        "__doc__": f"{typename}({parameters})",
        "__slots__": (),
        "_fields": fields,
        "_field_defaults": field_defaults,
        "__new__": __new__,
        "_make": classmethod(_make),
        "_replace": _replace,
        "__repr__": __repr__,
        "_asdict": _asdict,
        "__getnewargs__": __getnewargs__,
        "__match_args__": fields,
    }
    if _has_replace:
        namespace["__replace__"] = _replace
    for index, name in enumerate(fields):
        namespace[name] = _tuplegetter(index, sys.intern(f"Alias for field number {index}"))
    cls = type(typename, (tuple,), namespace)
    if module is None:
        try:
            module = sys._getframe(0).f_globals.get("__name__", "__main__")
        except ValueError:
            # No code of a program runs in this thread.
            module = "__main__"
    cls.__module__ = module
    return cls


namedtuple.__module__ = "collections"
