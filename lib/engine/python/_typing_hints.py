"""What turns annotations into types: names that stand for a type, and their values."""

import functools
import operator
import sys
from types import BuiltinFunctionType, FunctionType, GenericAlias, GetSetDescriptorType, MethodType, ModuleType
import typing
from typing import Annotated, Optional, Union, Unpack, _AnnotatedAlias, _GenericAlias, _LiteralGenericAlias, _NoneType, _QUALIFIERS, _checked, _has_flat_list, _union_type

# Classes and functions are known as typing's.
__name__ = "typing"

_may_have_annotations = (FunctionType, BuiltinFunctionType, MethodType, ModuleType, type(str.join), type(object.__init__), type(object().__str__))


class ForwardRef(typing._Final):
    """A type that is given by its name."""

    __slots__ = (
        "__forward_arg__", "__forward_code__", "__forward_evaluated__", "__forward_value__", "__forward_is_argument__", "__forward_is_class__",
        "__forward_module__",
    )
    __or__, __ror__ = typing._joined, typing._joined_behind

    def __init__(self, arg, is_argument=True, module=None, *, is_class=False):
        if not isinstance(arg, str):
            raise TypeError(f"Forward reference must be a string -- got {arg!r}")
        # A star cannot stand alone, but in an index.
        text = f"({arg},)[0]" if arg[:1] == "*" and typing._takes_any_value else arg
        try:
            self.__forward_code__ = compile(text, "<string>", "eval")
        except SyntaxError:
            raise SyntaxError(f"Forward reference must be an expression -- got {arg!r}") from None
        self.__forward_arg__ = arg
        self.__forward_evaluated__ = False
        self.__forward_value__ = None
        self.__forward_is_argument__ = is_argument
        self.__forward_is_class__ = is_class
        self.__forward_module__ = module

    def _evaluate(self, globalns, localns, type_params=(), *, recursive_guard=frozenset()):
        if self.__forward_arg__ in recursive_guard:
            return self
        if self.__forward_evaluated__ and localns is globalns:
            return self.__forward_value__
        if globalns is None:
            globalns = {} if localns is None else localns
        if localns is None:
            localns = globalns
        if self.__forward_module__ is not None:
            globalns = getattr(sys.modules.get(self.__forward_module__), "__dict__", globalns)
        if type_params:
            globalns, localns = dict(globalns), dict(localns)
            for parameter in type_params:
                if not self.__forward_is_class__ or parameter.__name__ not in globalns:
                    globalns[parameter.__name__] = parameter
                    localns.pop(parameter.__name__, None)
        value = _checked(
            eval(self.__forward_code__, globalns, localns), "Forward references must evaluate to types.", self.__forward_is_class__, self.__forward_is_argument__
        )
        self.__forward_value__ = _resolved(value, globalns, localns, type_params, recursive_guard | {self.__forward_arg__})
        self.__forward_evaluated__ = True
        return self.__forward_value__

    def __eq__(self, other):
        if not isinstance(other, ForwardRef):
            return NotImplemented
        if self.__forward_evaluated__ and other.__forward_evaluated__:
            return self.__forward_arg__ == other.__forward_arg__ and self.__forward_value__ == other.__forward_value__
        return self.__forward_arg__ == other.__forward_arg__ and self.__forward_module__ == other.__forward_module__

    def __hash__(self):
        return hash((self.__forward_arg__, self.__forward_module__))

    def __repr__(self):
        module = f", module={self.__forward_module__!r}" if typing._takes_any_value and self.__forward_module__ is not None else ""
        return f"ForwardRef({self.__forward_arg__!r}{module})"


def _reference_class():
    return typing.ForwardRef if _lazy_annotations else ForwardRef


def _reference(text, is_argument, is_class):
    return _reference_class()(text, is_argument=is_argument, is_class=is_class)


def _evaluated(ref, space, local, parameters, guard, owner):
    if not _lazy_annotations:
        return ref._evaluate(space, local, parameters, recursive_guard=guard)
    if ref.__forward_arg__ in guard:
        return ref
    value = ref.evaluate(globals=space, locals=local, type_params=parameters, owner=owner)
    if value is None:
        return _NoneType
    if isinstance(value, str):
        value = _reference(value, ref.__forward_is_argument__, ref.__forward_is_class__)
    return _resolved(value, space, local, parameters, guard | {ref.__forward_arg__}, owner)


def _resolved(value, space, local, parameters=(), guard=frozenset(), owner=None):
    """A type without names that stand for others."""
    if isinstance(value, _reference_class()):
        return _evaluated(value, space, local, parameters, guard, owner)
    if not isinstance(value, (_GenericAlias, GenericAlias, _union_type)):
        return value
    if isinstance(value, GenericAlias):
        value = _with_references(value)
    args = tuple([_resolved(each, space, local, parameters, guard, owner) for each in value.__args__])
    return value if args == value.__args__ else _with_args(value, args)


def _with_references(alias):
    """A built-in alias keeps texts as they are; here they are names of types."""
    args = tuple([_reference_class()(each) if isinstance(each, str) else each for each in alias.__args__])
    if args == alias.__args__ and not getattr(alias, "__unpacked__", False):
        return alias
    is_callable = alias.__origin__ is typing.collections.abc.Callable and _has_flat_list(args)
    made = alias.__origin__[(args[:-1], args[-1])] if is_callable else alias.__origin__[args]
    return Unpack[made] if getattr(alias, "__unpacked__", False) else made


def _with_args(alias, args):
    if isinstance(alias, _union_type):
        return functools.reduce(operator.or_, args)
    if not isinstance(alias, GenericAlias):
        return alias.copy_with(args)
    return GenericAlias(alias.__origin__, args)


def _without_extras(value):
    """A type without Annotated, Required and their like."""
    if isinstance(value, _AnnotatedAlias):
        return _without_extras(value.__origin__)
    if isinstance(value, _GenericAlias) and value.__origin__ in _QUALIFIERS:
        return _without_extras(value.__args__[0])
    if isinstance(value, (_GenericAlias, GenericAlias, _union_type)):
        args = tuple(map(_without_extras, value.__args__))
        return value if args == value.__args__ else _with_args(value, args)
    return value


def _own_annotations(cls):
    own = cls.__dict__.get("__annotations__", {})
    if isinstance(own, GetSetDescriptorType):
        return {}
    if own or not _lazy_annotations or cls is object:
        return own
    return getattr(cls, "__annotations__", {})


def _type(value, is_argument, is_class):
    if value is None:
        return _NoneType
    return _reference(value, is_argument, is_class) if isinstance(value, str) else value


def _hints_of_class(cls, globalns, localns):
    hints = {}
    for base in reversed(cls.__mro__):
        space = getattr(sys.modules.get(base.__module__), "__dict__", {}) if globalns is None else globalns
        local = dict(vars(base)) if localns is None else localns
        if localns is None and globalns is None and not _lazy_annotations:
            # Names of the module come before those of the class.
            space, local = local, space
        for name, value in _own_annotations(base).items():
            hints[name] = _resolved(_type(value, False, True), space, local, getattr(base, "__type_params__", ()), owner=base)
    return hints


def _namespaces(obj, globalns, localns):
    if globalns is None:
        holder = obj
        while not isinstance(holder, ModuleType) and hasattr(holder, "__wrapped__"):
            holder = holder.__wrapped__
        globalns = holder.__dict__ if isinstance(holder, ModuleType) else getattr(holder, "__globals__", {})
    return globalns, globalns if localns is None else localns


def _names_with_none(function):
    """Parameters whose default is None, which until 3.10 makes their type optional."""
    code = getattr(function, "__code__", None)
    if code is None:
        return ()
    defaults = function.__defaults__ or ()
    given = dict(zip(code.co_varnames[code.co_argcount - len(defaults):code.co_argcount], defaults))
    given.update(function.__kwdefaults__ or {})
    return [name for name, value in given.items() if value is None]


def _in_other_format(obj, globalns, localns, format):
    import annotationlib

    if format == annotationlib.Format.STRING:
        return annotationlib.get_annotations(obj, format=format)
    found = annotationlib.get_annotations(obj, format=format)
    is_class = isinstance(obj, type)
    hints = {}
    for name, value in found.items():
        value = _type(value, not isinstance(obj, (ModuleType, type)), is_class)
        hints[name] = value.evaluate(globals=globalns, locals=localns, owner=obj, format=format) if isinstance(value, annotationlib.ForwardRef) else value
    return hints


def get_type_hints(obj, globalns=None, localns=None, include_extras=False, *, format=1):
    """Annotations with names resolved; for a class, those of its bases too."""
    if getattr(obj, "__no_type_check__", None):
        return {}
    if format != 1 and not isinstance(obj, type):
        hints = _in_other_format(obj, globalns, localns, format)
    elif format != 1:
        hints = {}
        for base in reversed(obj.__mro__):
            hints.update(_in_other_format(base, globalns, localns, format))
    elif isinstance(obj, type):
        hints = _hints_of_class(obj, globalns, localns)
    else:
        space, local = _namespaces(obj, globalns, localns)
        own = getattr(obj, "__annotations__", None)
        if own is None:
            if isinstance(obj, _may_have_annotations):
                return {}
            raise TypeError(f"{obj!r} is not a module, class, method, or function.")
        parameters = getattr(obj, "__type_params__", ())
        optional = _names_with_none(obj) if not typing._takes_any_value else ()
        hints = {}
        for name, value in own.items():
            value = _resolved(_type(value, not isinstance(obj, ModuleType), False), space, local, parameters, owner=obj)
            hints[name] = Optional[value] if name in optional else value
    return hints if include_extras or format == 4 else {name: _without_extras(value) for name, value in hints.items()}
