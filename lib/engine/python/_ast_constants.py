"""The older classes of constants: making one makes a `Constant`, asking for one asks for its value."""

import warnings
from _ast import Constant

NAMES = ("Num", "Str", "Bytes", "NameConstant", "Ellipsis")


def warn_of(what, use):
    if _warns:
        warnings.warn(f"{what} is deprecated and will be removed in Python 3.14; use {use}", DeprecationWarning, stacklevel=1)


def _value_property(name):
    def get(self):
        warn_of(f"Attribute {name}", "value instead")
        return self.value

    def put(self, value):
        warn_of(f"Attribute {name}", "value instead")
        self.value = value

    return property(get, put, doc="Deprecated. Use value instead.")


Constant.n = _value_property("n")
Constant.s = _value_property("s")


class _OldClass(type):
    def __init__(cls, *args):
        cls.__doc__ = "Deprecated AST node class. Use ast.Constant instead"

    def __instancecheck__(cls, inst):
        kinds = _KINDS.get(cls)
        if kinds is not None:
            warn_of(f"ast.{cls.__qualname__}", "ast.Constant instead")
        if not isinstance(inst, Constant):
            return False
        if kinds is None:
            return type.__instancecheck__(cls, inst)
        value = getattr(inst, "value", _KINDS)
        return isinstance(value, kinds) and not (cls is Num and isinstance(value, bool))


def _new(cls, *args, **kwargs):
    for name in kwargs:
        if name in cls._fields and cls._fields.index(name) < len(args):
            raise TypeError(f"{cls.__name__} got multiple values for argument {name!r}")
    if cls not in _KINDS:
        return Constant.__new__(cls)
    warn_of(f"ast.{cls.__qualname__}", "ast.Constant instead")
    return Constant(*args, **kwargs)


class Num(Constant, metaclass=_OldClass):
    _fields = ("n",)
    __new__ = _new


class Str(Constant, metaclass=_OldClass):
    _fields = ("s",)
    __new__ = _new


class Bytes(Constant, metaclass=_OldClass):
    _fields = ("s",)
    __new__ = _new


class NameConstant(Constant, metaclass=_OldClass):
    __new__ = _new


class Ellipsis(Constant, metaclass=_OldClass):
    _fields = ()

    def __new__(cls, *args, **kwargs):
        return _new(cls, *((...,) if cls in _KINDS else ()), *args, **kwargs)


_KINDS = {Num: (int, float, complex), Str: (str,), Bytes: (bytes,), NameConstant: (type(None), bool), Ellipsis: (type(...),)}
for _cls in _KINDS:
    _cls.__module__ = "ast"


def visit_old_constants(visitor):
    """Makes a visitor of constants call the methods that older programs have for them."""

    def visit_Constant(self, node):
        for name in ("NameConstant", "Num", "Str", "Bytes", "Ellipsis"):
            if isinstance(node.value, _KINDS[globals()[name]]):
                method = getattr(self, "visit_" + name, None)
                if method is None:
                    break
                warnings.warn(f"visit_{name} is deprecated; add visit_Constant", DeprecationWarning, stacklevel=1)
                return method(node)
        return self.generic_visit(node)

    visit_Constant.__qualname__ = "NodeVisitor.visit_Constant"
    visitor.visit_Constant = visit_Constant
