"""What the compiler's type parameters are made of (PEP 695, 696)."""

import sys


class _NoDefaultType:
    def __repr__(self):
        return "typing.NoDefault"

    def __bool__(self):
        return True


NoDefault = _NoDefaultType()


def _caller():
    try:
        return sys._getframe().f_globals.get("__name__")
    except ValueError:
        return None


_unset = object()


def _evaluated(function):
    # Lazy values are functions; since 3.14 they take the format in which the value is wanted.
    return function(1) if function.__code__.co_argcount else function()


class _ConstEvaluator:
    """Answers like the function of a lazy value, for a value that was given (Objects/typevarobject.c)."""

    def __init__(self, value):
        self._value = value

    def __call__(self, *args):
        if len(args) != 1:
            raise TypeError(f"constevaluator.__call__() takes exactly 1 argument ({len(args)} given)")
        from operator import index

        return _shown(self._value) if index(args[0]) == 4 else self._value

    def __repr__(self):
        return f"<constevaluator {self._value!r}>"


def _shown(value):
    from annotationlib import type_repr

    return f"({', '.join(map(type_repr, value))})" if type(value) is tuple else type_repr(value)


def _evaluator(lazy, value, nothing):
    if lazy is not None:
        return lazy
    return None if value is nothing else _ConstEvaluator(value)


def _either(left, right):
    if _unions_are_one:
        return union_of(left, right)
    from typing import Union

    return Union[left, right]


class _Parameter:
    """A type parameter, written in brackets or made by a call."""

    def _set_up(self, name, default):
        self.__name__ = name
        self._default = default
        self._lazy_default = None

    @property
    def __default__(self):
        if self._default is _unset:
            if self._lazy_default is None:
                return NoDefault
            self._default = _evaluated(self._lazy_default)
        return self._default

    def has_default(self):
        return self._lazy_default is not None or not (self._default is _unset or self._default is NoDefault)

    if _has_evaluators:
        @property
        def evaluate_default(self):
            return _evaluator(self._lazy_default, self._default, _unset)

    def __mro_entries__(self, bases):
        raise TypeError(f"Cannot subclass an instance of {type(self).__name__}")

    def __or__(self, other):
        return _either(self, other)

    def __ror__(self, other):
        return _either(other, self)

    def __reduce__(self):
        return self.__name__

    __hash__ = object.__hash__


class TypeVar(_Parameter):
    """A type variable."""

    def __init__(self, name, *constraints, bound=None, default=NoDefault, covariant=False, contravariant=False, infer_variance=False):
        if covariant and contravariant:
            raise ValueError("Bivariant types are not supported.")
        if constraints and bound is not None:
            raise TypeError("Constraints cannot be combined with bound=...")
        if len(constraints) == 1:
            raise TypeError("A single constraint is not allowed")
        self._set_up(name, default)
        self._constraints = constraints
        self._bound = bound
        self._lazy_bound = self._lazy_constraints = None
        self.__covariant__ = bool(covariant)
        self.__contravariant__ = bool(contravariant)
        self.__infer_variance__ = bool(infer_variance)
        self.__module__ = _caller()

    @property
    def __bound__(self):
        if self._bound is _unset:
            self._bound = _evaluated(self._lazy_bound)
        return self._bound

    @property
    def __constraints__(self):
        if self._constraints is _unset:
            self._constraints = _evaluated(self._lazy_constraints)
        return self._constraints

    if _has_evaluators:
        @property
        def evaluate_bound(self):
            return _evaluator(self._lazy_bound, self._bound, None)

        @property
        def evaluate_constraints(self):
            return _evaluator(self._lazy_constraints, self._constraints, ())

    def __repr__(self):
        if self.__infer_variance__:
            return self.__name__
        return ("+" if self.__covariant__ else "-" if self.__contravariant__ else "~") + self.__name__


class ParamSpecArgs:
    def __init__(self, origin):
        self.__origin__ = origin

    def __repr__(self):
        return f"{self.__origin__.__name__}.args"

    def __eq__(self, other):
        return isinstance(other, ParamSpecArgs) and self.__origin__ == other.__origin__


class ParamSpecKwargs:
    def __init__(self, origin):
        self.__origin__ = origin

    def __repr__(self):
        return f"{self.__origin__.__name__}.kwargs"

    def __eq__(self, other):
        return isinstance(other, ParamSpecKwargs) and self.__origin__ == other.__origin__


class ParamSpec(_Parameter):
    """Stands for the parameters of a callable."""

    def __init__(self, name, *, bound=None, default=NoDefault, covariant=False, contravariant=False, infer_variance=False):
        self._set_up(name, default)
        self.__bound__ = bound
        self.__covariant__ = bool(covariant)
        self.__contravariant__ = bool(contravariant)
        self.__infer_variance__ = bool(infer_variance)
        self.__module__ = _caller()

    @property
    def args(self):
        return ParamSpecArgs(self)

    @property
    def kwargs(self):
        return ParamSpecKwargs(self)

    def __repr__(self):
        if self.__infer_variance__:
            return self.__name__
        return ("+" if self.__covariant__ else "-" if self.__contravariant__ else "~") + self.__name__


class TypeVarTuple(_Parameter):
    """Stands for any number of types."""

    def __init__(self, name, *, default=NoDefault):
        self._set_up(name, default)
        self.__module__ = _caller()

    def __iter__(self):
        import typing

        yield typing.Unpack[self]

    def __repr__(self):
        return self.__name__


class TypeAliasType:
    """A named type: its value is computed when asked for."""

    def __init__(self, name, value, *, type_params=()):
        self.__name__ = name
        self.__type_params__ = type_params
        self._value = value
        self._lazy = None
        self.__module__ = _caller()
        if _aliases_are_qualified:
            self.__qualname__ = name

    @property
    def __value__(self):
        if self._value is _unset:
            self._value = _evaluated(self._lazy)
        return self._value

    if _has_evaluators:
        @property
        def evaluate_value(self):
            return self._lazy or _ConstEvaluator(self._value)

    @property
    def __parameters__(self):
        return self.__type_params__

    def __getitem__(self, parameters):
        if not self.__type_params__:
            raise TypeError("Only generic type aliases are subscriptable")
        return alias_of(self, parameters)

    def __or__(self, other):
        return union_of(self, other)

    def __ror__(self, other):
        return union_of(other, self)

    def __repr__(self):
        return self.__name__

    __hash__ = object.__hash__


for _cls in (TypeVar, ParamSpec, TypeVarTuple, TypeAliasType, ParamSpecArgs, ParamSpecKwargs):
    _cls.__module__ = "typing"
for _cls in (TypeVar, ParamSpec, TypeVarTuple):
    know_parameter(_cls.__name__, _cls)
del _cls


def _inferred(cls, name):
    made = cls(name, infer_variance=True) if cls is not TypeVarTuple else cls(name)
    made.__module__ = sys._getframe().f_globals.get("__name__")
    made._default = _unset
    return made


def _type_variable(name):
    return _inferred(TypeVar, name)


def _parameter_specification(name):
    return _inferred(ParamSpec, name)


def _type_variable_tuple(name):
    return _inferred(TypeVarTuple, name)


def _generic(parameters):
    from typing import Generic

    return Generic[tuple(_unpacked(each) for each in parameters)]


def _unpacked(parameter):
    if not isinstance(parameter, TypeVarTuple):
        return parameter
    from typing import Unpack

    return Unpack[parameter]


def _type_alias(parts):
    name, parameters, compute = parts
    made = TypeAliasType(name, _unset, type_params=parameters or ())
    made._lazy = compute
    return made


def _typevar_with_bound(name, evaluate):
    made = _type_variable(name)
    made._bound, made._lazy_bound = _unset, evaluate
    return made


def _typevar_with_constraints(name, evaluate):
    made = _type_variable(name)
    made._constraints, made._lazy_constraints = _unset, evaluate
    return made


def _set_default(parameter, evaluate):
    parameter._default, parameter._lazy_default = _unset, evaluate
    return parameter
