"""Names for type hints. Nothing here checks a program; the hints are objects that can be read back."""

import collections
import collections.abc
import functools
import operator
import sys
import _typing
from _typing import NoDefault, ParamSpec, ParamSpecArgs, ParamSpecKwargs, TypeAliasType, TypeVar, TypeVarTuple
from abc import ABCMeta, abstractmethod
from types import FunctionType, GenericAlias, GetSetDescriptorType, MethodType

# Names that came with 3.11.
_LATER = "Never Self LiteralString Required NotRequired Unpack TypeVarTuple assert_never assert_type reveal_type dataclass_transform".split()
_PUBLIC = """
Annotated Any Callable ClassVar Concatenate Final ForwardRef Generic Literal Optional ParamSpec Protocol Tuple Type TypeVar TypeVarTuple Union AbstractSet ByteString Container
ContextManager Hashable ItemsView Iterable Iterator KeysView Mapping MappingView MutableMapping MutableSequence MutableSet Sequence Sized ValuesView Awaitable AsyncIterator
AsyncIterable Coroutine Collection AsyncGenerator AsyncContextManager Reversible SupportsAbs SupportsBytes SupportsComplex SupportsFloat SupportsIndex SupportsInt SupportsRound
ChainMap Counter Deque Dict DefaultDict List OrderedDict Set FrozenSet NamedTuple TypedDict Generator BinaryIO IO Match Pattern TextIO AnyStr assert_type assert_never cast
clear_overloads dataclass_transform evaluate_forward_ref final get_args get_origin get_overloads get_protocol_members get_type_hints is_protocol is_typeddict LiteralString Never NewType
no_type_check no_type_check_decorator NoDefault NoReturn NotRequired overload override ParamSpecArgs ParamSpecKwargs ReadOnly Required reveal_type runtime_checkable Self Text
TYPE_CHECKING TypeAlias TypeGuard TypeIs TypeAliasType Unpack
""".split()

TYPE_CHECKING = False
_NoneType = type(None)
_union_type = type(int | str)


def _converted(value, module=None, special=False):
    """What stands for a type, as an object: None and names have one."""
    if value is None:
        return _NoneType
    return _reference_class()(value, module=module, is_class=special) if isinstance(value, str) else value


def _checked(value, message, special=False, argument=True, module=None):
    """A type as an argument of another; `special` allows ClassVar and Final. Versions differ in what is no type at all."""
    value = _converted(value, module, special)
    never = (Generic, Protocol) if special else (Generic, Protocol, ClassVar, Final) if argument else (Generic, Protocol, ClassVar)
    if isinstance(value, _GenericAlias) and any(value.__origin__ is form for form in never):
        raise TypeError(f"{value} is not valid as type argument")
    if any(value is form for form in _plain_forms) or special and _takes_any_value and (value is ClassVar or value is Final):
        return value
    if isinstance(value, _SpecialForm) or value is Generic or value is Protocol:
        raise TypeError(f"Plain {value} is not valid as type argument")
    if type(value) is tuple if _takes_any_value else not callable(value) and not isinstance(value, (TypeVar, ForwardRef, ParamSpec, _union_type)):
        raise TypeError(f"{message} Got {value!r:.100}.")
    return value


def _all_checked(values, message):
    return tuple([_checked(each, message) for each in values])


def _in_tuple(value):
    return value if isinstance(value, tuple) else (value,)


def _shown(value):
    if isinstance(value, type) and not isinstance(value, GenericAlias):
        return value.__qualname__ if value.__module__ == "builtins" else f"{value.__module__}.{value.__qualname__}"
    if value is ...:
        return "..."
    if isinstance(value, tuple) and _shows_lists:
        return f"[{', '.join(map(_shown, value))}]"
    return value.__name__ if isinstance(value, FunctionType) else repr(value)


def _is_plain(name):
    return not (name.startswith("__") and name.endswith("__"))


def _asked(value, name):
    """What a part of an alias answers about itself; classes say nothing, though they have such names for their instances."""
    return None if isinstance(value, type) and not isinstance(value, GenericAlias) else getattr(value, name, None)


def _is_unpacked(value):
    """Whether something was written with a star, or in Unpack[…]."""
    return isinstance(value, _UnpackGenericAlias) or isinstance(value, GenericAlias) and getattr(value, "__unpacked__", False)


def _lists_parameters(value):
    """Whether something may stand where Callable has its list of parameters."""
    return value is ... or isinstance(value, (tuple, list, ParamSpec, _ConcatenateGenericAlias))


def _parameters_of(args, ordered=False):
    """The type variables in the arguments, each once; `ordered` refuses those without a default behind others."""
    found = []
    after_default = after_many = False
    for each in args:
        if _asked(each, "__typing_subst__") is not None:
            if ordered and each not in found and hasattr(each, "has_default"):
                if each.has_default():
                    if after_many:
                        raise TypeError("Type parameter with a default follows TypeVarTuple")
                    after_default = True
                elif after_default:
                    raise TypeError(f"Type parameter {each!r} without a default follows type parameter with a default")
            inner = (each,)
        elif isinstance(each, tuple):
            inner = _parameters_of(each)
        else:
            after_many = after_many or _asked(each, "__typing_is_unpacked_typevartuple__")
            inner = _asked(each, "__parameters__")
        for parameter in inner if isinstance(inner, tuple) else ():
            if parameter not in found:
                found.append(parameter)
    return tuple(found)


def _flat_args(args):
    """The arguments, with unpacked tuples of a known length replaced by their items."""
    flat = []
    for each in args:
        parts = _asked(each, "__typing_unpacked_tuple_args__")
        if parts is not None and not (parts and parts[-1] is ...):
            flat.extend(parts)
        else:
            flat.append(each)
    return tuple(flat)


def _prepared(alias, args):
    """The arguments, one for each parameter of the alias."""
    for parameter in alias.__parameters__:
        prepare = getattr(parameter, "__typing_prepare_subst__", None)
        if prepare is not None:
            args = prepare(alias, args)
    wanted = len(alias.__parameters__)
    if len(args) != wanted:
        raise TypeError(f"Too {'many' if len(args) > wanted else 'few'} arguments for {alias}; actual {len(args)}, expected {wanted}")
    return args


def _spread(parameters, values):
    """Values in the order of the parameters, those of a TypeVarTuple side by side."""
    return tuple([one for each, value in zip(parameters, values) for one in (value if isinstance(each, _typing.TypeVarTuple) else (value,))])


def _replaced(args, chosen, is_callable=False):
    """The arguments of an alias with values in place of its parameters."""
    made = []
    for each in args:
        if _asked(each, "__typing_subst__") is not None:
            value = each.__typing_subst__(chosen[each])
        elif isinstance(each, tuple):
            value = tuple(_replaced(each, chosen))
            if not is_callable:
                made.append(value)
                continue
        else:
            inner = _asked(each, "__parameters__")
            value = each[_spread(inner, [chosen[one] for one in inner])] if inner else each
        if isinstance(value, tuple) and (is_callable or _asked(each, "__typing_is_unpacked_typevartuple__")):
            made.extend(value)
        else:
            made.append(value)
    return made


_made = {}
_cleanups = [_made.clear]


def _remembered(key, make):
    # Subscribed forms are the same object each time, as long as the arguments can be hashed.
    try:
        known = _made.get(key)
    except TypeError:
        return make()
    if known is None:
        known = _made[key] = make()
    return known


def _key(owner, args):
    return (owner, args, tuple(map(type, args)))


def _joined(self, other):
    return Union[self, other]


def _joined_behind(self, other):
    return Union[other, self]


class _Final:
    __slots__ = ("__weakref__",)

    def __init_subclass__(cls, *args, **kwds):
        if cls.__module__ != __name__:
            raise TypeError("Cannot subclass special typing classes")


class _NotIterable:
    """`__getitem__` alone would let `iter` try."""

    __slots__ = ()
    if _takes_any_value:
        __iter__ = None


# A name that has a meaning of its own in hints; each has a docstring of its own.
class _SpecialForm(_Final, _NotIterable):
    __slots__ = ("_name", "_subscribe", "__doc__")
    __or__, __ror__ = _joined, _joined_behind

    def __init__(self, name, subscribe=None, doc=None):
        self._name = name
        self._subscribe = subscribe
        self.__doc__ = doc or name

    def __getattr__(self, name):
        if name in ("__name__", "__qualname__"):
            return self._name
        raise AttributeError(name)

    def __repr__(self):
        return "typing." + self._name

    def __reduce__(self):
        return self._name

    def __call__(self, *args, **kwds):
        raise TypeError(f"Cannot instantiate {self!r}")

    def __mro_entries__(self, bases):
        raise TypeError(f"Cannot subclass {self!r}")

    def __instancecheck__(self, instance):
        raise TypeError(f"{self} cannot be used with isinstance()")

    def __subclasscheck__(self, cls):
        raise TypeError(f"{self} cannot be used with issubclass()")

    def __getitem__(self, parameters):
        if self._subscribe is None:
            raise TypeError(f"{self} is not subscriptable")
        return _remembered(_key(self, _in_tuple(parameters)), lambda: self._subscribe(self, parameters))


class _BaseGenericAlias(_Final):
    """What stands for a class with or without arguments, and passes on what is asked of the class."""

    __slots__ = ("__dict__",)
    __or__, __ror__ = _joined, _joined_behind

    def __init__(self, origin, *, inst=True, name=None):
        self._inst = inst
        self._name = name
        self.__origin__ = origin

    def __call__(self, *args, **kwargs):
        if not self._inst:
            raise TypeError(f"Type {self._name} cannot be instantiated; use {self.__origin__.__name__}() instead")
        made = self.__origin__(*args, **kwargs)
        try:
            made.__orig_class__ = self
        except Exception:
            pass
        return made

    def __mro_entries__(self, bases):
        entries = (self.__origin__,) if self.__origin__ not in bases else ()
        return entries if any(_brings_generic(each, bases) for each in bases[bases.index(self) + 1:]) else (*entries, Generic)

    def __getattr__(self, name):
        if name in ("__name__", "__qualname__"):
            return self._name or self.__origin__.__name__
        if "__origin__" in self.__dict__ and _is_plain(name):
            return getattr(self.__origin__, name)
        raise AttributeError(name)

    def __setattr__(self, name, value):
        if not _is_plain(name) or name in ("_inst", "_name", "_count", "_defaults"):
            super().__setattr__(name, value)
        else:
            setattr(self.__origin__, name, value)

    def __instancecheck__(self, instance):
        return self.__subclasscheck__(type(instance))

    def __subclasscheck__(self, cls):
        raise TypeError("Subscripted generics cannot be used with class and instance checks")

    def __dir__(self):
        return list({*super().__dir__(), *filter(_is_plain, dir(self.__origin__))})


def _brings_generic(base, bases):
    """Whether a later base derives from Generic, or will."""
    if isinstance(base, type) and not isinstance(base, GenericAlias):
        return issubclass(base, Generic)
    if isinstance(base, _BaseGenericAlias):
        return True
    entries = getattr(base, "__mro_entries__", None)
    found = None if entries is None else entries(bases)
    return isinstance(found, tuple) and any(isinstance(each, type) and issubclass(each, Generic) for each in found)


class _GenericAlias(_BaseGenericAlias):
    """`List[int]` and its like."""

    __slots__ = ()

    def __init__(self, origin, args, *, inst=True, name=None):
        super().__init__(origin, inst=inst, name=name)
        self.__args__ = _in_tuple(args)
        self.__parameters__ = _parameters_of(self.__args__, origin is Generic or origin is Protocol)
        self.__module__ = "typing" if name else getattr(origin, "__module__", None)

    def __getitem__(self, args):
        if self.__origin__ is Generic or self.__origin__ is Protocol:
            raise TypeError(f"Cannot subscript already-subscripted {self}")
        if not self.__parameters__:
            raise TypeError(f"{self} is not a generic class")
        # What is given with a comma is remembered apart from what is given without.
        return _remembered((*_key(self, _in_tuple(args)), type(args)), lambda: self._subscribe(_in_tuple(args)))

    def _subscribe(self, args):
        values = _prepared(self, _flat_args(map(_converted, args)))
        chosen = dict(zip(self.__parameters__, values))
        return self.copy_with(tuple(_replaced(self.__args__, chosen, self.__origin__ is collections.abc.Callable)))

    def copy_with(self, args):
        """The same alias of other arguments."""
        return type(self)(self.__origin__, args, name=self._name, inst=self._inst)

    def __mro_entries__(self, bases):
        if isinstance(self.__origin__, _SpecialForm):
            raise TypeError(f"Cannot subclass {self!r}")
        if self._name:
            return super().__mro_entries__(bases)
        if self.__origin__ is Generic:
            if Protocol in bases:
                return ()
            if any(isinstance(each, _BaseGenericAlias) and each is not self for each in bases[bases.index(self) + 1:]):
                return ()
        return (self.__origin__,)

    if _takes_any_value:
        def __iter__(self):
            yield Unpack[self]

    def __eq__(self, other):
        if not isinstance(other, _GenericAlias):
            return NotImplemented
        return self.__origin__ == other.__origin__ and self.__args__ == other.__args__

    def __hash__(self):
        return hash((self.__origin__, self.__args__))

    def __repr__(self):
        name = f"typing.{self._name}" if self._name else _shown(self.__origin__)
        return f"{name}[{', '.join(map(_shown, self.__args__)) or '()' * _takes_any_value}]"

    def __reduce__(self):
        args = self.__args__
        if len(args) == 1 and not isinstance(args[0], tuple):
            args, = args
        return operator.getitem, (globals()[self._name] if self._name else self.__origin__, args)


class _UnionGenericAlias(_NotIterable, _GenericAlias):
    __slots__ = ()

    def copy_with(self, args):
        return Union[args]

    def __eq__(self, other):
        if not isinstance(other, (_UnionGenericAlias, _union_type)):
            return NotImplemented
        try:
            return set(self.__args__) == set(other.__args__)
        except TypeError:
            theirs = list(other.__args__)
            return len(theirs) == len(self.__args__) and all(each in theirs for each in self.__args__)

    def __hash__(self):
        return hash(frozenset(self.__args__))

    def __instancecheck__(self, instance):
        return any(isinstance(instance, each) for each in self.__args__)

    def __subclasscheck__(self, cls):
        return any(issubclass(cls, each) for each in self.__args__)

    def __repr__(self):
        args = self.__args__
        if len(args) == 2 and _NoneType in args:
            return f"typing.Optional[{_shown(args[0] if args[1] is _NoneType else args[1])}]"
        return super().__repr__().replace("typing.Optional", "typing.Union", 1)

    def __reduce__(self):
        return operator.getitem, (Union, self.__args__)


def _has_flat_list(args):
    return not (len(args) == 2 and _lists_parameters(args[0]))


class _CallableGenericAlias(_NotIterable, _GenericAlias):
    __slots__ = ()

    def __repr__(self):
        *given, result = self.__args__
        if not _has_flat_list(self.__args__):
            return super().__repr__()
        return f"typing.Callable[[{', '.join(map(_shown, given))}], {_shown(result)}]"

    def __reduce__(self):
        args = self.__args__
        return operator.getitem, (Callable, (list(args[:-1]), args[-1]) if _has_flat_list(args) else args)


class _LiteralGenericAlias(_GenericAlias):
    __slots__ = ()

    def __eq__(self, other):
        if not isinstance(other, _LiteralGenericAlias):
            return NotImplemented
        return {(each, type(each)) for each in self.__args__} == {(each, type(each)) for each in other.__args__}

    def __hash__(self):
        return hash(frozenset((each, type(each)) for each in self.__args__))


class _ConcatenateGenericAlias(_GenericAlias):
    __slots__ = ()

    def copy_with(self, args):
        *first, last = args
        if isinstance(last, (list, tuple)):
            return (*first, *last)
        if isinstance(last, _ConcatenateGenericAlias):
            args = (*first, *last.__args__)
        elif not _takes_any_value and not isinstance(last, ParamSpec):
            raise TypeError("The last parameter to Concatenate should be a ParamSpec variable.")
        return super().copy_with(args)


class _UnpackGenericAlias(_GenericAlias):
    __slots__ = ()

    def __repr__(self):
        return super().__repr__() if _shows_lists else f"*{self.__args__[0]!r}"

    def __getitem__(self, args):
        return args if self.__typing_is_unpacked_typevartuple__ else super().__getitem__(args)

    @property
    def __typing_unpacked_tuple_args__(self):
        arg, = self.__args__
        if not isinstance(arg, (_GenericAlias, GenericAlias)):
            return None
        if arg.__origin__ is tuple:
            return arg.__args__
        if _has_defaults:
            raise TypeError("Unpack[...] must be used with a tuple type")
        return None

    @property
    def __typing_is_unpacked_typevartuple__(self):
        return isinstance(self.__args__[0], _typing.TypeVarTuple)


class _AnnotatedAlias(_NotIterable, _GenericAlias):
    __slots__ = ()

    def __init__(self, origin, metadata):
        if isinstance(origin, _AnnotatedAlias):
            metadata = (*origin.__metadata__, *metadata)
            origin = origin.__origin__
        super().__init__(origin, origin, name="Annotated")
        self.__metadata__ = metadata

    def copy_with(self, args):
        origin, = args
        return _AnnotatedAlias(origin, self.__metadata__)

    def __mro_entries__(self, bases):
        return (self.__origin__,)

    def __eq__(self, other):
        if not isinstance(other, _AnnotatedAlias):
            return NotImplemented
        return self.__origin__ == other.__origin__ and self.__metadata__ == other.__metadata__

    def __hash__(self):
        return hash((self.__origin__, self.__metadata__))

    def __repr__(self):
        return f"typing.Annotated[{_shown(self.__origin__)}, {', '.join(map(repr, self.__metadata__))}]"

    def __reduce__(self):
        return operator.getitem, (Annotated, (self.__origin__, *self.__metadata__))


class _SpecialGenericAlias(_NotIterable, _BaseGenericAlias):
    """`List`: an old name for a class, to be subscribed."""

    __slots__ = ()

    def __init__(self, origin, count, name, defaults=(), inst=True, doc=None):
        super().__init__(origin, inst=inst, name=name)
        self._count = count
        self._defaults = defaults if _has_defaults else ()
        self.__module__ = "typing"
        self.__doc__ = doc or f"A generic version of {_shown(origin)}."

    def __getitem__(self, parameters):
        args = _in_tuple(parameters)
        return _remembered(_key(self, args), lambda: self._subscribe(args))

    def _subscribe(self, args):
        args = _all_checked(args, "Parameters to generic types must be types.")
        if self._count == 0:
            raise TypeError(f"{self!r} is not a generic class")
        least = self._count - len(self._defaults)
        if not least <= len(args) <= self._count:
            word = "many" if len(args) > self._count else "few"
            raise TypeError(f"Too {word} arguments for {self!r}; actual {len(args)}, expected {'at least ' * (self._defaults != ())}{least}")
        return self.copy_with(args + self._defaults[len(args) - least:])

    def copy_with(self, args):
        return _GenericAlias(self.__origin__, args, name=self._name, inst=self._inst)

    def __subclasscheck__(self, cls):
        if isinstance(cls, _SpecialGenericAlias):
            return issubclass(cls.__origin__, self.__origin__)
        if not isinstance(cls, _GenericAlias):
            return issubclass(cls, self.__origin__)
        return super().__subclasscheck__(cls)

    @property
    def __parameters__(self):
        return ()

    def __repr__(self):
        return f"typing.{self._name}"

    def __reduce__(self):
        return self._name


class _TupleType(_SpecialGenericAlias):
    __slots__ = ()

    def _subscribe(self, args):
        if len(args) >= 2 and args[-1] is ... and (_takes_any_value or len(args) == 2):
            return self.copy_with((*_all_checked(args[:-1], "Tuple[t, ...]: t must be a type."), ...))
        if args in ((), ((),)) and not _takes_any_value:
            return self.copy_with(((),))
        return self.copy_with(_all_checked(args, "Tuple[t0, t1, ...]: each t must be a type."))


class _CallableType(_SpecialGenericAlias):
    __slots__ = ()

    def __getitem__(self, parameters):
        if not isinstance(parameters, tuple) or len(parameters) != 2:
            raise TypeError("Callable must be used as Callable[[arg, ...], result].")
        given, result = parameters
        given = _in_tuple(tuple(given) if isinstance(given, list) else given)
        result = _checked(result, "Callable[args, result]: result must be a type.")
        args = (*map(_converted, given), result)
        return _remembered(_key(self, args), lambda: self.copy_with(args))

    def copy_with(self, args):
        return _CallableGenericAlias(self.__origin__, args, name="Callable", inst=True)


class _DeprecatedGenericAlias(_SpecialGenericAlias):
    __slots__ = ()

    def __init__(self, origin, count, name, removed):
        super().__init__(origin, count, name)
        self.__dict__["_removed"] = removed

    def __instancecheck__(self, instance):
        _warn_of_removal("'typing.%s' is deprecated and slated for removal in Python %s", self._name, self.__dict__["_removed"])
        return super().__instancecheck__(instance)

    def __subclasscheck__(self, cls):
        _warn_of_removal("'typing.%s' is deprecated and slated for removal in Python %s", self._name, self.__dict__["_removed"])
        return super().__subclasscheck__(cls)


def _warn_of_removal(text, *parts):
    import warnings

    warnings.warn(text % parts, DeprecationWarning, stacklevel=1)


def _without_doubles(items):
    kept = []
    for each in items:
        if each not in kept:
            kept.append(each)
    return tuple(kept)


def _make_union(form, parameters):
    """A union of types."""
    if parameters == ():
        raise TypeError("Cannot take a Union of no types.")
    args = _all_checked(_in_tuple(parameters), "Union[arg, ...]: each arg must be a type.")
    if _unions_hash:
        set(args)
    args = _without_doubles(part for each in args for part in (each.__args__ if isinstance(each, (_UnionGenericAlias, _union_type)) else (each,)))
    if len(args) == 1:
        return args[0]
    return _UnionGenericAlias(Union, args, name="Optional" if len(args) == 2 and _NoneType in args else None)


def _make_optional(form, parameters):
    """A type, or None."""
    return Union[_checked(parameters, f"{form} requires a single type."), _NoneType]


def _literal_parts(parameters):
    for each in parameters:
        yield from each.__args__ if isinstance(each, _LiteralGenericAlias) else (each,)


def _make_literal(form, parameters):
    """One of the values in the brackets."""
    args = tuple(_literal_parts(_in_tuple(parameters)))
    try:
        args = tuple([each for each, _ in dict.fromkeys((each, type(each)) for each in args)])
    except TypeError:
        pass
    return _LiteralGenericAlias(form, args)


def _make_annotated(form, parameters):
    """A type with more that is said about it."""
    if not isinstance(parameters, tuple) or len(parameters) < 2:
        raise TypeError("Annotated[...] should be used with at least two arguments (a type and an annotation).")
    origin, *metadata = parameters
    if _asked(origin, "__typing_is_unpacked_typevartuple__"):
        raise TypeError("Annotated[...] should not be used with an unpacked TypeVarTuple")
    return _AnnotatedAlias(_checked(origin, "Annotated[t, ...]: t must be a type.", special=True), tuple(metadata))


def _make_single(form, parameters):
    """A form of a single type."""
    return _GenericAlias(form, (_checked(parameters, f"{form} accepts only single type.", _nests_forms and (form is ClassVar or form is Final)),))


def _make_qualifier(form, parameters):
    """What is said of a key of a TypedDict."""
    return _GenericAlias(form, (_checked(parameters, f"{form._name} accepts only a single type.", special=True),))


def _make_unpack(form, parameters):
    """The items of a tuple, or of a TypeVarTuple."""
    return _UnpackGenericAlias(form, (_checked(parameters, f"{form} accepts only single type."),))


def _make_concatenate(form, parameters):
    """Parameters in front of those of a ParamSpec."""
    if parameters == ():
        raise TypeError("Cannot take a Concatenate of no types.")
    *first, last = _in_tuple(parameters)
    if not isinstance(last, ParamSpec) and not (last is ... and _takes_any_value):
        raise TypeError(f"The last parameter to Concatenate should be a ParamSpec variable{' or ellipsis' * _takes_any_value}.")
    return _ConcatenateGenericAlias(form, (*_all_checked(first, "Concatenate[arg, ...]: each arg must be a type."), last))


if _union_type.__name__ == "Union":
    Union = _union_type
else:
    Union = _SpecialForm("Union", _make_union, "Union[X, Y] is either X or Y.")
Optional = _SpecialForm("Optional", _make_optional, "Optional[X] is X or None.")
Literal = _SpecialForm("Literal", _make_literal, "Literal[1, 2] is one of these values.")
ClassVar = _SpecialForm("ClassVar", _make_single, "Marks what belongs to the class, not to its instances.")
Final = _SpecialForm("Final", _make_single, "Marks what is not assigned again.")
Required = _SpecialForm("Required", _make_qualifier, "Marks a key of a TypedDict that must be there.")
NotRequired = _SpecialForm("NotRequired", _make_qualifier, "Marks a key of a TypedDict that may be missing.")
ReadOnly = _SpecialForm("ReadOnly", _make_qualifier, "Marks a key of a TypedDict that is not changed.")
_QUALIFIERS = (Required, NotRequired, ReadOnly)
TypeGuard = _SpecialForm("TypeGuard", _make_single, "What a function returns that narrows a type if it is true.")
TypeIs = _SpecialForm("TypeIs", _make_single, "What a function returns that tells whether something has a type.")
Unpack = _SpecialForm("Unpack", _make_unpack, "What a star means in front of a type.")
Concatenate = _SpecialForm("Concatenate", _make_concatenate, "Parameters in front of those of a ParamSpec.")
NoReturn = _SpecialForm("NoReturn", doc="What a function returns that never returns.")
Never = _SpecialForm("Never", doc="The type that nothing has.")
Self = _SpecialForm("Self", doc="The class in which it stands.")
LiteralString = _SpecialForm("LiteralString", doc="A string that stands in the program.")
TypeAlias = _SpecialForm("TypeAlias", doc="Marks an assignment that names a type.")
if _nests_forms:
    Annotated = _SpecialForm("Annotated", _make_annotated, "Annotated[T, x] is T, about which x is said.")
else:
    class Annotated:
        """Annotated[T, x] is T, about which x is said."""

        __slots__ = ()

        def __new__(cls, *args, **kwargs):
            raise TypeError("Type Annotated cannot be instantiated.")

        def __class_getitem__(cls, parameters):
            return _remembered(_key(cls, _in_tuple(parameters)), lambda: _make_annotated(cls, parameters))

        def __init_subclass__(cls, *args, **kwargs):
            raise TypeError(f"Cannot subclass {cls.__module__}.Annotated")

if _takes_any_value:
    class _AnyMeta(type):
        def __instancecheck__(self, obj):
            if self is Any:
                raise TypeError("typing.Any cannot be used with isinstance()")
            return super().__instancecheck__(obj)

        def __repr__(self):
            return "typing.Any" if self is Any else super().__repr__()

    class Any(metaclass=_AnyMeta):
        """Fits everything."""

        def __new__(cls, *args, **kwargs):
            if cls is Any:
                raise TypeError("Any cannot be instantiated")
            return super().__new__(cls)

    _plain_forms = (Any, LiteralString, NoReturn, Never, Self, TypeAlias)
else:
    Any = _SpecialForm("Any", doc="Fits everything.")
    _plain_forms = (Any, NoReturn, Final, TypeAlias)


def _generic_class_getitem(cls, parameters):
    args = _in_tuple(parameters)
    return _remembered(_key(cls, args), lambda: _subscribed(cls, args))


def _subscribed(cls, args):
    """A generic class with arguments."""
    args = tuple(map(_converted, args))
    if cls is Generic or cls is Protocol:
        if not args:
            raise TypeError(f"Parameter list to {cls.__qualname__}[...] cannot be empty")
        if not all(isinstance(each, (TypeVar, ParamSpec)) or _asked(each, "__typing_is_unpacked_typevartuple__") for each in args):
            raise TypeError(f"Parameters to {cls.__name__}[...] must all be type variables or parameter specification variables.")
        if len(set(args)) != len(args):
            raise TypeError(f"Parameters to {cls.__name__}[...] must all be unique")
    else:
        if not args and not _takes_any_value:
            raise TypeError(f"Parameter list to {cls.__qualname__}[...] cannot be empty")
        if not cls.__parameters__:
            raise TypeError(f"{cls} is not a generic class")
        args = _spread(cls.__parameters__, _prepared(cls, args))
    return _GenericAlias(cls, args)


class Generic:
    """Base of classes with type parameters."""

    __slots__ = ()
    __class_getitem__ = classmethod(_generic_class_getitem)

    def __init_subclass__(cls, *args, **kwargs):
        super().__init_subclass__(*args, **kwargs)
        written = cls.__dict__.get("__orig_bases__")
        plain = Generic in cls.__bases__ and cls.__name__ != "Protocol" and type(cls) is not _typed_dict_meta() if written is None else Generic in written
        if plain:
            raise TypeError("Cannot inherit from plain Generic")
        found = () if written is None else _parameters_of(written, True)
        listed = [base.__parameters__ for base in written or () if isinstance(base, _GenericAlias) and base.__origin__ is Generic]
        if len(listed) > 1:
            raise TypeError("Cannot inherit from Generic[...] multiple times.")
        if listed:
            missing = [each for each in found if each not in listed[0]]
            if missing:
                raise TypeError(f"Some type variables ({', '.join(map(str, missing))}) are not listed in Generic[{', '.join(map(str, listed[0]))}]")
            found = listed[0]
        cls.__parameters__ = tuple(found)


_PROTOCOL_NAMES = frozenset((
    "__abstractmethods__", "__annotations__", "__annotate__", "__annotate_func__", "__annotations_cache__", "__dict__", "__doc__", "__init__", "__module__", "__new__", "__slots__", "__subclasshook__",
    "__weakref__", "__class_getitem__", "__match_args__", "__static_attributes__", "__firstlineno__", "__orig_bases__", "__parameters__", "__type_params__", "__qualname__",
    "__protocol_attrs__", "__non_callable_proto_members__", "__callable_proto_members_only__", "__conditional_annotations__", "_is_protocol", "_is_runtime_protocol", "__final__", "_abc_registry", "_abc_impl",
))


def _annotations_of(cls):
    own = "__annotations__" in cls.__dict__ or "__annotate_func__" in cls.__dict__ or "__annotate__" in cls.__dict__
    return getattr(cls, "__annotations__", None) or {} if own else {}


def _listed_members(cls):
    """Names that a protocol asks for, with those of the protocols that it derives from, in the order in which they were written."""
    names = {}
    for base in cls.__mro__[:-1]:
        if base.__name__ not in ("Protocol", "Generic"):
            names.update(dict.fromkeys((*base.__dict__, *_annotations_of(base))))
    return [name for name in names if name not in _PROTOCOL_NAMES and not name.startswith("_abc_")]


def _get_protocol_attrs(cls):
    return set(_listed_members(cls))


# Classes that a protocol may derive from although they are none.
_PROTOCOL_BASES = {
    "collections.abc": {
        "Callable", "Awaitable", "Iterable", "Iterator", "AsyncIterable", "AsyncIterator", "Hashable", "Sized", "Container",
        "Collection", "Reversible", "Buffer",
    },
    "contextlib": {"AbstractContextManager", "AbstractAsyncContextManager"},
}


def _protocol_names(cls):
    # From 3.12 on what is added to the class later does not count.
    return [name for name in _listed_members(cls) if not _protocol_answers or name in cls.__dict__["__protocol_attrs__"]]


def _data_members(cls):
    """Names of what a protocol asks for besides methods."""
    known = cls.__dict__.get("__non_callable_proto_members__")
    return {name for name in _protocol_names(cls) if not callable(getattr(cls, name, None))} if known is None else known


@classmethod
def _protocol_hook(cls, other):
    """Whether a class has all that a protocol asks for; None says that it does not have what a base has."""
    if not cls.__dict__.get("_is_protocol", False):
        return NotImplemented
    if not isinstance(other, type):
        raise TypeError("issubclass() arg 1 must be a class")
    if not _protocol_answers and _data_members(cls):
        return NotImplemented
    for name in _protocol_names(cls):
        for base in other.__mro__:
            if name in base.__dict__:
                if base.__dict__[name] is None:
                    return NotImplemented
                break
            if name in _annotations_of(base) and issubclass(other, Generic) and getattr(other, "_is_protocol", False):
                break
        else:
            return NotImplemented
    return True


def _no_instances(self, *args, **kwargs):
    """What protocols have in place of `__init__`, which their classes may lack."""
    cls = type(self)
    if cls._is_protocol:
        raise TypeError("Protocols cannot be instantiated")
    if cls.__init__ is not _no_instances:
        return
    # Whichever class derives from a protocol without an __init__ of its own has that of the next class.
    for base in cls.__mro__[1:]:
        own = base.__dict__.get("__init__", _no_instances)
        if own is not _no_instances:
            cls.__init__ = own
            break
    else:
        cls.__init__ = object.__init__
    cls.__init__(self, *args, **kwargs)


class _ProtocolMeta(ABCMeta):
    def __new__(mcls, name, bases, namespace, /, **kwargs):
        if bases != (Generic,) or name != "Protocol":
            for base in bases if Protocol in bases or _protocol_answers and Generic in bases else ():
                allowed = base in (object, Generic, Protocol) or base.__name__ in _PROTOCOL_BASES.get(base.__module__, ())
                if not allowed and not (issubclass(base, Generic) and getattr(base, "_is_protocol", False)):
                    raise TypeError(f"Protocols can only inherit from other protocols, got {base!r}")
        return super().__new__(mcls, name, bases, namespace, **kwargs)

    if _protocol_answers:
        def __init__(cls, *args, **kwargs):
            if getattr(cls, "_is_protocol", False):
                cls.__protocol_attrs__ = _get_protocol_attrs(cls)

    def _check_runtime(cls, other):
        if not getattr(cls, "_is_runtime_protocol", False):
            if not isinstance(other, type):
                raise TypeError("issubclass() arg 1 must be a class")
            raise TypeError("Instance and class checks can only be used with @runtime_checkable protocols")

    def _counts_as_subclass(cls, other):
        return super().__subclasscheck__(other)

    def __instancecheck__(cls, instance):
        if cls is Protocol and _protocol_answers:
            return type.__instancecheck__(cls, instance)
        if not getattr(cls, "_is_protocol", False):
            return super().__instancecheck__(instance)
        cls._check_runtime(type)
        if not _protocol_answers:
            return cls._has_attributes(instance)
        # Not by the check of a class, which refuses protocols that have data.
        return cls._counts_as_subclass(type(instance)) or instance.__class__ is not type(instance) and cls._counts_as_subclass(instance.__class__) or cls._finds_attributes(instance)

    def _finds_attributes(cls, instance):
        from inspect import getattr_static

        data = _data_members(cls)
        for name in _protocol_names(cls):
            try:
                value = getattr_static(instance, name)
            except AttributeError:
                return False
            if value is None and name not in data:
                return False
        return True

    def _has_attributes(cls, instance):
        # Until 3.11 attributes are asked for, whatever that does.
        if not _data_members(cls) and cls._counts_as_subclass(instance.__class__):
            return True
        for name in _protocol_names(cls):
            if not hasattr(instance, name) or callable(getattr(cls, name, None)) and getattr(instance, name) is None:
                return cls._counts_as_subclass(instance.__class__)
        return True

    def __subclasscheck__(cls, other):
        if cls is Protocol:
            return type.__subclasscheck__(cls, other) if _protocol_answers else super().__subclasscheck__(other)
        if getattr(cls, "_is_protocol", False):
            cls._check_runtime(other)
            data = sorted(_data_members(cls))
            if data and cls.__dict__.get("__subclasshook__") is _protocol_hook:
                if not isinstance(other, type):
                    raise TypeError("issubclass() arg 1 must be a class")
                named = f". Non-method members: {str(data)[1:-1]}." if _names_data_members else ""
                raise TypeError(f"Protocols with non-method members don't support issubclass(){named}")
        return cls._counts_as_subclass(other)


class Protocol(Generic, metaclass=_ProtocolMeta):
    """Base of classes that say what an object must have."""

    __slots__ = ()
    _is_protocol = True
    _is_runtime_protocol = False

    def __init_subclass__(cls, *args, **kwargs):
        super().__init_subclass__(*args, **kwargs)
        if not cls.__dict__.get("_is_protocol", False):
            cls._is_protocol = any(base is Protocol for base in cls.__bases__)
        if "__subclasshook__" not in cls.__dict__:
            cls.__subclasshook__ = _protocol_hook
        if cls._is_protocol and cls.__init__ is Protocol.__init__:
            cls.__init__ = _no_instances


def runtime_checkable(cls):
    """Lets isinstance() look whether the members are there."""
    if not (issubclass(cls, Generic) and getattr(cls, "_is_protocol", False)):
        raise TypeError(f"@runtime_checkable can be only applied to protocol classes, got {cls!r}")
    cls._is_runtime_protocol = True
    if _names_data_members:
        cls.__non_callable_proto_members__ = data = set()
        for name in _protocol_names(cls):
            try:
                method = callable(getattr(cls, name, None))
            except Exception as error:
                raise TypeError(f"Failed to determine whether protocol member {name!r} is a method member") from error
            if not method:
                data.add(name)
    return cls


List = _SpecialGenericAlias(list, 1, "List", inst=False)
Dict = _SpecialGenericAlias(dict, 2, "Dict", inst=False)
Set = _SpecialGenericAlias(set, 1, "Set", inst=False)
FrozenSet = _SpecialGenericAlias(frozenset, 1, "FrozenSet", inst=False)
Type = _SpecialGenericAlias(type, 1, "Type", inst=False)
Tuple = _TupleType(tuple, -1, "Tuple", inst=False, doc="Deprecated alias to builtins.tuple.")
Callable = _CallableType(collections.abc.Callable, 2, "Callable", doc="Deprecated alias to collections.abc.Callable.")
Deque = _SpecialGenericAlias(collections.deque, 1, "Deque")
DefaultDict = _SpecialGenericAlias(collections.defaultdict, 2, "DefaultDict")
OrderedDict = _SpecialGenericAlias(collections.OrderedDict, 2, "OrderedDict")
Counter = _SpecialGenericAlias(collections.Counter, 1, "Counter")
ChainMap = _SpecialGenericAlias(collections.ChainMap, 2, "ChainMap")
for _name, _origin, _count in (
    ("AbstractSet", "Set", 1), ("MutableSet", "MutableSet", 1), ("Mapping", "Mapping", 2), ("MutableMapping", "MutableMapping", 2),
    ("Sequence", "Sequence", 1), ("MutableSequence", "MutableSequence", 1), ("Iterable", "Iterable", 1), ("Iterator", "Iterator", 1),
    ("Generator", "Generator", 3), ("Container", "Container", 1), ("Collection", "Collection", 1), ("Reversible", "Reversible", 1),
    ("Hashable", "Hashable", 0), ("Sized", "Sized", 0), ("KeysView", "KeysView", 1), ("ItemsView", "ItemsView", 2), ("ValuesView", "ValuesView", 1),
    ("MappingView", "MappingView", 1), ("Awaitable", "Awaitable", 1), ("Coroutine", "Coroutine", 3), ("AsyncIterable", "AsyncIterable", 1),
    ("AsyncIterator", "AsyncIterator", 1), ("AsyncGenerator", "AsyncGenerator", 2),
):
    if hasattr(collections.abc, _origin):
        _defaults = (_NoneType,) * {"Generator": 2, "AsyncGenerator": 1}.get(_name, 0)
        globals()[_name] = _SpecialGenericAlias(getattr(collections.abc, _origin), _count, _name, _defaults)
del _name, _origin, _count, _defaults
if hasattr(collections.abc, "ByteString"):
    if _protocol_answers:
        ByteString = _DeprecatedGenericAlias(collections.abc.ByteString, 0, "ByteString", _byte_string_goes)
    else:
        ByteString = _SpecialGenericAlias(collections.abc.ByteString, 0, "ByteString")


def __getattr__(name):
    """Aliases whose classes are in modules that few programs need."""
    if name in ("ContextManager", "AsyncContextManager"):
        import contextlib

        made = _SpecialGenericAlias(getattr(contextlib, f"Abstract{name}"), 1 + _has_defaults, name, (bool | None,))
    elif name in ("Pattern", "Match"):
        import re

        made = _SpecialGenericAlias(getattr(re, name), 1, name)
    elif name == "ForwardRef" and _lazy_annotations:
        from annotationlib import ForwardRef as made
    else:
        raise AttributeError(f"module 'typing' has no attribute {name!r}")
    globals()[name] = made
    return made


T = TypeVar("T")
KT = TypeVar("KT")
VT = TypeVar("VT")
T_co = TypeVar("T_co", covariant=True)
AnyStr = TypeVar("AnyStr", bytes, str)
for _each in (T, KT, VT, T_co, AnyStr):
    _each.__module__ = "typing"
del _each
Text = str


def _supports(name, method, doc):
    @abstractmethod
    def asked(self):
        pass

    asked.__name__, asked.__qualname__ = method, f"{name}.{method}"
    made = _ProtocolMeta(name, (Protocol,), {"__module__": "typing", "__qualname__": name, "__doc__": doc, "__slots__": (), "_is_protocol": True, method: asked})
    return runtime_checkable(made)


SupportsInt = _supports("SupportsInt", "__int__", "Has __int__.")
SupportsFloat = _supports("SupportsFloat", "__float__", "Has __float__.")
SupportsIndex = _supports("SupportsIndex", "__index__", "Has __index__.")
SupportsBytes = _supports("SupportsBytes", "__bytes__", "Has __bytes__.")
SupportsComplex = _supports("SupportsComplex", "__complex__", "Has __complex__.")


@runtime_checkable
class SupportsAbs(Protocol[T_co]):
    """Has __abs__."""

    __slots__ = ()

    @abstractmethod
    def __abs__(self):
        pass


@runtime_checkable
class SupportsRound(Protocol[T_co]):
    """Has __round__."""

    __slots__ = ()

    @abstractmethod
    def __round__(self, ndigits=0):
        pass


class IO(Generic[AnyStr]):
    """A file object."""

    __slots__ = ()


class TextIO(IO[str]):
    """A file object for text."""

    __slots__ = ()


class BinaryIO(IO[bytes]):
    """A file object for bytes."""

    __slots__ = ()


def _give_methods(cls, names, properties=()):
    """Methods for checkers alone."""
    for name in names:
        def method(self, *args):
            pass

        method.__name__, method.__qualname__ = name, f"{cls.__name__}.{name}"
        setattr(cls, name, property(abstractmethod(method)) if name in properties else abstractmethod(method))


_give_methods(IO, (
    "mode", "name", "close", "closed", "fileno", "flush", "isatty", "read", "readable", "readline", "readlines", "seek", "seekable", "tell",
    "truncate", "writable", "write", "writelines", "__enter__", "__exit__",
), ("mode", "name", "closed"))
_give_methods(BinaryIO, ("write", "__enter__"))
_give_methods(TextIO, ("buffer", "encoding", "errors", "line_buffering", "newlines", "__enter__"), ("buffer", "encoding", "errors", "line_buffering", "newlines"))


def cast(typ, val):
    """The value, as it is."""
    return val


def final(f):
    try:
        f.__final__ = True
    except (AttributeError, TypeError):
        pass
    return f


def override(method, /):
    try:
        method.__override__ = True
    except (AttributeError, TypeError):
        pass
    return method


def no_type_check(arg):
    """Marks annotations that are no type hints."""
    if isinstance(arg, type):
        for key in dir(arg):
            value = getattr(arg, key)
            own = getattr(value, "__qualname__", None) == f"{arg.__qualname__}.{getattr(value, '__name__', None)}" and getattr(value, "__module__", None) == arg.__module__
            if not own:
                continue
            if isinstance(value, MethodType):
                value = value.__func__
            if isinstance(value, FunctionType):
                value.__no_type_check__ = True
            elif isinstance(value, type):
                no_type_check(value)
    try:
        arg.__no_type_check__ = True
    except TypeError:
        pass
    return arg


def no_type_check_decorator(decorator):
    """The same for whatever a decorator gives."""
    from functools import wraps

    if _has_defaults:
        _warn_of_removal("'typing.%s' is deprecated and slated for removal in Python %s", "no_type_check_decorator", "3.15")

    @wraps(decorator)
    def wrapped_decorator(*args, **kwds):
        return no_type_check(decorator(*args, **kwds))

    return wrapped_decorator


def dataclass_transform(*, eq_default=True, order_default=False, kw_only_default=False, frozen_default=False, field_specifiers=(), **kwargs):
    """Marks what makes dataclasses of classes."""
    said = {"eq_default": eq_default, "order_default": order_default, "kw_only_default": kw_only_default}
    if _protocol_answers:
        said["frozen_default"] = frozen_default
    elif frozen_default:
        kwargs["frozen_default"] = frozen_default

    def mark(target):
        target.__dataclass_transform__ = {**said, "field_specifiers": field_specifiers, "kwargs": kwargs}
        return target

    return mark


def assert_type(val, typ, /):
    return val


def reveal_type(obj, /):
    print(f"Runtime type is {type(obj).__name__!r}", file=sys.stderr)
    return obj


_ASSERT_NEVER_REPR_MAX_LENGTH = 100


def assert_never(arg, /):
    shown = repr(arg)
    if len(shown) > _ASSERT_NEVER_REPR_MAX_LENGTH:
        shown = shown[:_ASSERT_NEVER_REPR_MAX_LENGTH] + "..."
    raise AssertionError(f"Expected code to be unreachable, but got: {shown}")


def _idfunc(x, /):
    return x


# By module, qualified name and first line.
_overload_registry = collections.defaultdict(functools.partial(collections.defaultdict, dict))


def _overload_dummy(*args, **kwds):
    raise NotImplementedError(
        "You should not call an overloaded function. A series of @overload-decorated functions outside a stub module should always be followed by an implementation that is not @overload-ed."
    )


def overload(func):
    """Marks one of several signatures of a function."""
    plain = getattr(func, "__func__", func)
    try:
        _overload_registry[plain.__module__][plain.__qualname__][plain.__code__.co_firstlineno] = func
    except AttributeError:
        pass
    return _overload_dummy


def clear_overloads():
    _overload_registry.clear()


def get_overloads(func):
    plain = getattr(func, "__func__", func)
    if plain.__module__ not in _overload_registry:
        return []
    known = _overload_registry[plain.__module__]
    return list(known[plain.__qualname__].values()) if plain.__qualname__ in known else []


def get_origin(tp):
    """The class or form that was subscribed, or None."""
    if isinstance(tp, _AnnotatedAlias):
        return Annotated
    if isinstance(tp, (_BaseGenericAlias, GenericAlias, ParamSpecArgs, ParamSpecKwargs)):
        return tp.__origin__
    if tp is Generic:
        return Generic
    return _union_type if isinstance(tp, _union_type) else None


def get_args(tp):
    """What it was subscribed with."""
    if isinstance(tp, _AnnotatedAlias):
        return (tp.__origin__, *tp.__metadata__)
    if not isinstance(tp, (_GenericAlias, GenericAlias, _union_type)):
        return ()
    args = tp.__args__
    if getattr(tp, "__origin__", None) is collections.abc.Callable and _has_flat_list(args):
        return (list(args[:-1]), args[-1])
    return args


def is_typeddict(tp):
    return isinstance(tp, _TypedDictMeta) and tp is not _TypedDict


def get_protocol_members(tp, /):
    """Names that a protocol asks for."""
    if not is_protocol(tp):
        raise TypeError(f"{tp!r} is not a Protocol")
    return frozenset(tp.__protocol_attrs__)


def is_protocol(tp, /):
    return isinstance(tp, type) and getattr(tp, "_is_protocol", False) and tp is not Protocol


class NewType:
    """A name for a type that only checkers tell apart."""

    __or__, __ror__ = _joined, _joined_behind

    def __init__(self, name, tp):
        self.__qualname__ = name
        self.__name__ = name.rpartition(".")[2]
        self.__supertype__ = tp
        module = sys._getframe().f_globals.get("__name__")
        if module != "typing":
            self.__module__ = module

    def __call__(self, x, /):
        return x

    if _takes_any_value:
        def __mro_entries__(self, bases):
            first = self.__name__

            class Dummy:
                def __init_subclass__(cls):
                    name = cls.__name__
                    raise TypeError(f"Cannot subclass an instance of NewType. Perhaps you were looking for: `{name} = NewType({name!r}, {first})`")

            return (Dummy,)

    def __repr__(self):
        return f"{self.__module__}.{self.__qualname__}"

    def __reduce__(self):
        return self.__qualname__


def _typed_dict_meta():
    """Not known before the module of records is."""
    return globals().get("_TypedDictMeta")


from _typing_hints import ForwardRef, _reference_class, get_type_hints
from _typing_records import NamedTuple, NamedTupleMeta, TypedDict, _NamedTuple, _TypedDict, _TypedDictMeta

if _lazy_annotations:
    del ForwardRef

    def evaluate_forward_ref(forward_ref, *, owner=None, globals=None, locals=None, type_params=None, format=1, _recursive_guard=frozenset()):
        """The value of a forward reference, and of those in it."""
        from _typing_hints import _evaluated

        if format != 1:
            return forward_ref.evaluate(globals=globals, locals=locals, type_params=type_params, owner=owner, format=format)
        return _evaluated(forward_ref, globals, locals, type_params, _recursive_guard, owner)

if not _takes_any_value:
    for _name in _LATER:
        del globals()[_name]
_LAZY = ("ContextManager", "AsyncContextManager", "Pattern", "Match", *["ForwardRef"] * _lazy_annotations)
__all__ = [_name for _name in _PUBLIC if (_name in globals() or _name in _LAZY) and _name not in _lacks]
