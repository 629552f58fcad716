"""What the compiler's type parameters are made of (PEP 695, 696)."""

import sys


class NoDefaultType:
    """The type of the NoDefault singleton."""

    __slots__ = ()

    def __new__(cls):
        return globals().get("NoDefault") or super().__new__(cls)

    def __repr__(self):
        return "typing.NoDefault"

    def __reduce__(self):
        return "NoDefault"


NoDefault = NoDefaultType()


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

    def __init_subclass__(cls, *args, **kwargs):
        if cls.__module__ != __name__:
            raise TypeError(f"type 'typing.{cls.__base__.__name__}' is not an acceptable base type" if _variables_in_c else "Cannot subclass special typing classes")

    def __mro_entries__(self, bases):
        raise TypeError(f"Cannot subclass an instance of {type(self).__name__}")

    def _place_in(self, alias, args):
        """Where the argument for this one stands; with its default behind the others where there is none."""
        at = alias.__parameters__.index(self)
        return at, (*args, self.__default__) if at == len(args) and self.has_default() else args

    def __or__(self, other):
        from typing import Union

        return Union[self, other]

    def __ror__(self, other):
        from typing import Union

        return Union[other, self]

    def __reduce__(self):
        return self.__name__

    __hash__ = object.__hash__


def _check_name(kind, name):
    if _variables_in_c and not isinstance(name, str):
        raise TypeError(f"{kind}() argument 'name' must be str, not {type(name).__name__}")


class TypeVar(_Parameter):
    """A type variable."""

    def __init__(self, name, *constraints, bound=None, default=NoDefault, covariant=False, contravariant=False, infer_variance=False):
        _check_name("typevar", name)
        if covariant and contravariant:
            raise ValueError("Bivariant types are not supported.")
        if infer_variance and (covariant or contravariant):
            raise ValueError("Variance cannot be specified with infer_variance.")
        if len(constraints) == 1 and (_variables_in_c or bound is None):
            raise TypeError("A single constraint is not allowed")
        if constraints and bound is not None:
            raise TypeError("Constraints cannot be combined with bound=...")
        if bound is not None or constraints:
            # The compiler's own type parameters never come here.
            from typing import _checked

            bound = None if bound is None or not (bound or _variables_in_c) else _checked(bound, "Bound must be a type.")
            constraints = constraints if _variables_in_c else tuple([_checked(each, "TypeVar(name, constraint, ...): constraints must be types.") for each in constraints])
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

    def __typing_subst__(self, arg, /):
        """The argument that takes the place of this variable."""
        from typing import _checked, _is_unpacked

        arg = _checked(arg, "Parameters to generic types must be types.")
        if _is_unpacked(arg):
            raise TypeError(f"{arg} is not valid as type argument")
        return arg

    if _have_defaults:
        def __typing_prepare_subst__(self, alias, args, /):
            at, args = self._place_in(alias, args)
            if at >= len(args):
                raise TypeError(f"Too few arguments for {alias}; actual {len(args)}, expected at least {at + 1}")
            return args

    def __repr__(self):
        if self.__infer_variance__:
            return self.__name__
        return ("+" if self.__covariant__ else "-" if self.__contravariant__ else "~") + self.__name__


class ParamSpecArgs:
    def __init__(self, origin):
        self.__origin__ = origin

    def __init_subclass__(cls, *args, **kwargs):
        raise TypeError(f"type 'typing.{cls.__base__.__name__}' is not an acceptable base type" if _variables_in_c else "Cannot subclass special typing classes")

    def __mro_entries__(self, bases):
        raise TypeError(f"Cannot subclass an instance of {type(self).__name__}")

    def __repr__(self):
        return f"{self.__origin__.__name__}.args"

    def __eq__(self, other):
        return self.__origin__ == other.__origin__ if isinstance(other, ParamSpecArgs) else NotImplemented


class ParamSpecKwargs:
    def __init__(self, origin):
        self.__origin__ = origin

    def __init_subclass__(cls, *args, **kwargs):
        raise TypeError(f"type 'typing.{cls.__base__.__name__}' is not an acceptable base type" if _variables_in_c else "Cannot subclass special typing classes")

    def __mro_entries__(self, bases):
        raise TypeError(f"Cannot subclass an instance of {type(self).__name__}")

    def __repr__(self):
        return f"{self.__origin__.__name__}.kwargs"

    def __eq__(self, other):
        return self.__origin__ == other.__origin__ if isinstance(other, ParamSpecKwargs) else NotImplemented


class ParamSpec(_Parameter):
    """Stands for the parameters of a callable."""

    def __init__(self, name, *, bound=None, default=NoDefault, covariant=False, contravariant=False, infer_variance=False):
        _check_name("paramspec", name)
        if covariant and contravariant:
            raise ValueError("Bivariant types are not supported.")
        if infer_variance and (covariant or contravariant):
            raise ValueError("Variance cannot be specified with infer_variance.")
        if bound is not None:
            from typing import _checked

            bound = _checked(bound, "Bound must be a type.")
        self._set_up(name, default)
        self.__bound__ = bound
        self.__covariant__ = bool(covariant)
        self.__contravariant__ = bool(contravariant)
        self.__infer_variance__ = bool(infer_variance)
        self.__module__ = _caller()

    def __typing_subst__(self, arg, /):
        from typing import _checked, _lists_parameters

        if isinstance(arg, (list, tuple)):
            return tuple([_checked(each, "Expected a type.") for each in arg])
        if not _lists_parameters(arg):
            raise TypeError(f"Expected a list of types, an ellipsis, ParamSpec, or Concatenate. Got {arg}")
        return arg

    def __typing_prepare_subst__(self, alias, args, /):
        from typing import _lists_parameters

        at, args = self._place_in(alias, args)
        if at >= len(args):
            raise TypeError(f"Too few arguments for {alias}")
        # A single specification takes what stands in the brackets as its list.
        if len(alias.__parameters__) == 1 and not _lists_parameters(args[0]):
            return (args,)
        return (*args[:at], tuple(args[at]), *args[at + 1:]) if isinstance(args[at], list) else args

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

    def __typing_subst__(self, arg, /):
        raise TypeError("Substitution of bare TypeVarTuple is not supported")

    def __typing_prepare_subst__(self, alias, args, /):
        """The arguments with those for this one put into a tuple."""
        parameters = alias.__parameters__
        at = parameters.index(self)
        if any(isinstance(each, TypeVarTuple) for each in parameters[at + 1:]):
            raise TypeError(f"More than one TypeVarTuple parameter in {alias}")
        before, after = at, len(parameters) - at - 1
        endless = [i for i, each in enumerate(args) if _endless_part(each)]
        if len(endless) > 1:
            raise TypeError("More than one unpacked arbitrary-length tuple argument")
        filler = ()
        if endless:
            # `*tuple[int, ...]` stands for as many as the parameters around this one need.
            filler = (_endless_part(args[endless[0]])[0],)
            before, after = min(before, endless[0]), min(after, len(args) - endless[0] - 1)
        elif before + after > len(args):
            raise TypeError(f"Too few arguments for {alias}; actual {len(args)}, expected at least {len(parameters) - 1}")
        end = len(args) - after
        own = args[before:end]
        if before == end and self.has_default():
            from typing import _flat_args

            own = _flat_args((self.__default__,))
        return (*args[:before], *filler * (at - before), own, *filler * (len(parameters) - at - 1 - after), *args[end:])

    def __repr__(self):
        return self.__name__


def _endless_part(arg):
    parts = None if isinstance(arg, type) else getattr(arg, "__typing_unpacked_tuple_args__", None)
    return parts if parts and len(parts) == 2 and parts[1] is ... else None


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


for _cls in (TypeVar, ParamSpec, TypeVarTuple, TypeAliasType, ParamSpecArgs, ParamSpecKwargs, NoDefaultType):
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
    from typing import Generic, _subscribed

    return _subscribed(Generic, tuple(_unpacked(each) for each in parameters))


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
