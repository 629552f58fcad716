"""Names for type hints. Nothing here checks a program; the hints are objects that can be read back."""

import collections
import collections.abc
import sys
from _typing import NoDefault, ParamSpec, ParamSpecArgs, ParamSpecKwargs, TypeAliasType, TypeVar, TypeVarTuple, alias_of, union_of
from abc import ABCMeta
from types import GenericAlias, MethodType

TYPE_CHECKING = False
_NoneType = type(None)
_union_type = type(int | str)


class ForwardRef:
    """A type that is given by its name."""

    def __init__(self, arg, *, is_argument=True, module=None, is_class=False):
        if not isinstance(arg, str):
            raise TypeError(f"Forward reference must be a string -- got {arg!r}")
        self.__forward_arg__ = arg
        self.__forward_module__ = module

    def _evaluate(self, globalns, localns):
        return eval(self.__forward_arg__, globalns, localns)

    def __eq__(self, other):
        return self.__forward_arg__ == other.__forward_arg__ if isinstance(other, ForwardRef) else NotImplemented

    def __hash__(self):
        return hash(self.__forward_arg__)

    def __or__(self, other):
        return Union[self, other]

    def __ror__(self, other):
        return Union[other, self]

    def __repr__(self):
        return f"ForwardRef({self.__forward_arg__!r})"


def _converted(value):
    if value is None:
        return _NoneType
    return ForwardRef(value) if isinstance(value, str) else value


def _checked(value, message):
    value = _converted(value)
    if value in (Generic, Protocol):
        raise TypeError(f"Plain {value!r} is not valid as type argument")
    if isinstance(value, (int, float, bytes)):
        raise TypeError(f"{message} Got {value!r:.100}.")
    return value


def _shown(value):
    if isinstance(value, type) and not isinstance(value, GenericAlias):
        return value.__qualname__ if value.__module__ == "builtins" else f"{value.__module__}.{value.__qualname__}"
    if value is ...:
        return "..."
    if isinstance(value, (list, tuple)):
        return f"[{', '.join(map(_shown, value))}]"
    return getattr(value, "__name__", repr(value)) if type(value).__name__ == "function" else repr(value)


def _parameters_of(args):
    found = []
    for each in args:
        if isinstance(each, (TypeVar, ParamSpec, TypeVarTuple)):
            inner = [each]
        elif isinstance(each, (list, tuple)):
            inner = _parameters_of(each)
        else:
            inner = () if isinstance(each, type) and not isinstance(each, GenericAlias) else getattr(each, "__parameters__", ())
        for parameter in inner:
            if parameter not in found:
                found.append(parameter)
    return tuple(found)


def _replaced(value, chosen):
    if isinstance(value, (TypeVar, ParamSpec, TypeVarTuple)):
        return chosen.get(value, value)
    if isinstance(value, (list, tuple)):
        return type(value)(_replaced(each, chosen) for each in value)
    inner = () if isinstance(value, type) and not isinstance(value, GenericAlias) else getattr(value, "__parameters__", ())
    return value[tuple(chosen.get(each, each) for each in inner)] if inner else value


_made = {}


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


class _Final:
    __slots__ = ("__weakref__",)

    def __init_subclass__(cls, *args, _root=False, **kwds):
        super().__init_subclass__(**kwds)


class _SpecialForm(_Final):
    """A name that has a meaning of its own in hints."""

    def __init__(self, name, subscribe=None):
        self._name = name
        self._subscribe = subscribe

    @property
    def __name__(self):
        return self._name

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

    def __or__(self, other):
        return Union[self, other]

    def __ror__(self, other):
        return Union[other, self]

    def __getitem__(self, parameters):
        if self._subscribe is None:
            raise TypeError(f"{self} is not subscriptable")
        args = parameters if isinstance(parameters, tuple) else (parameters,)
        return _remembered(_key(self, args), lambda: self._subscribe(self, parameters))


class _GenericAlias(_Final):
    """`List[int]` and its like."""

    def __init__(self, origin, args, *, name=None):
        self.__origin__ = origin
        self.__args__ = args if isinstance(args, tuple) else (args,)
        self.__parameters__ = _parameters_of(self.__args__)
        self._name = name
        self.__module__ = "typing" if name else getattr(origin, "__module__", None)

    def __getitem__(self, args):
        if not self.__parameters__:
            raise TypeError(f"{self!r} is not a generic class")
        args = tuple(map(_converted, args if isinstance(args, tuple) else (args,)))
        if len(args) != len(self.__parameters__) and not any(isinstance(each, TypeVarTuple) for each in self.__parameters__):
            word = "many" if len(args) > len(self.__parameters__) else "few"
            raise TypeError(f"Too {word} arguments for {self!r}; actual {len(args)}, expected {len(self.__parameters__)}")
        chosen = dict(zip(self.__parameters__, args))
        return type(self)(self.__origin__, tuple(_replaced(each, chosen) for each in self.__args__), name=self._name)

    def __call__(self, *args, **kwargs):
        made = self.__origin__(*args, **kwargs)
        try:
            made.__orig_class__ = self
        except Exception:
            pass
        return made

    def __mro_entries__(self, bases):
        if self._name:
            entries = (self.__origin__,) if self.__origin__ not in bases else ()
            later = bases[bases.index(self) + 1:]
            if any(isinstance(each, (_GenericAlias, _SpecialAlias)) or isinstance(each, type) and issubclass(each, Generic) for each in later):
                return entries
            return (*entries, Generic)
        if self.__origin__ is Generic:
            if Protocol in bases:
                return ()
            later = bases[bases.index(self) + 1:]
            if any(isinstance(each, _GenericAlias) and each is not self for each in later):
                return ()
        return (self.__origin__,)

    def __getattr__(self, name):
        if "__origin__" in self.__dict__ and not (name.startswith("__") and name.endswith("__")):
            return getattr(self.__origin__, name)
        raise AttributeError(name)

    def __setattr__(self, name, value):
        if name in ("__origin__", "__args__", "__parameters__", "_name", "__module__", "__metadata__") or name.startswith("__") and name.endswith("__"):
            super().__setattr__(name, value)
        else:
            setattr(self.__origin__, name, value)

    def __instancecheck__(self, instance):
        raise TypeError("Subscripted generics cannot be used with class and instance checks")

    def __subclasscheck__(self, cls):
        raise TypeError("Subscripted generics cannot be used with class and instance checks")

    def __eq__(self, other):
        if not isinstance(other, _GenericAlias):
            return NotImplemented
        return self.__origin__ == other.__origin__ and self.__args__ == other.__args__

    def __hash__(self):
        return hash((self.__origin__, self.__args__))

    def __or__(self, other):
        return Union[self, other]

    def __ror__(self, other):
        return Union[other, self]

    def __repr__(self):
        name = f"typing.{self._name}" if self._name else _shown(self.__origin__)
        shown = ", ".join(map(_shown, self.__args__)) if self.__args__ else "()"
        return f"{name}[{shown}]"

    def __reduce__(self):
        return _restored, (self.__origin__, self.__args__, self._name)


def _restored(origin, args, name):
    return _GenericAlias(origin, args, name=name)


class _UnionGenericAlias(_GenericAlias):
    def __getitem__(self, args):
        return Union[super().__getitem__(args).__args__]

    def __eq__(self, other):
        if not isinstance(other, (_UnionGenericAlias, _union_type)):
            return NotImplemented
        return set(self.__args__) == set(other.__args__)

    def __hash__(self):
        return hash(frozenset(self.__args__))

    def __instancecheck__(self, instance):
        return isinstance(instance, self.__args__)

    def __subclasscheck__(self, cls):
        return issubclass(cls, self.__args__)

    def __repr__(self):
        args = self.__args__
        if len(args) == 2 and _NoneType in args:
            return f"typing.Optional[{_shown(args[0] if args[1] is _NoneType else args[1])}]"
        shown = ("NoneType" if each is _NoneType else _shown(each) for each in args)
        return f"typing.Union[{', '.join(shown)}]"


class _CallableGenericAlias(_GenericAlias):
    def __repr__(self):
        args = self.__args__
        first = "..." if len(args) == 2 and args[0] is ... else _shown(args[0]) if len(args) == 2 and isinstance(args[0], ParamSpec) else f"[{', '.join(map(_shown, args[:-1]))}]"
        return f"typing.Callable[{first}, {_shown(args[-1])}]"


class _LiteralGenericAlias(_GenericAlias):
    def __eq__(self, other):
        if not isinstance(other, _LiteralGenericAlias):
            return NotImplemented
        return {(each, type(each)) for each in self.__args__} == {(each, type(each)) for each in other.__args__}

    def __hash__(self):
        return hash(frozenset((each, type(each)) for each in self.__args__))

    def __repr__(self):
        return f"typing.Literal[{', '.join(map(repr, self.__args__))}]"


class _AnnotatedAlias(_GenericAlias):
    def __init__(self, origin, args, *, name=None, metadata=()):
        super().__init__(origin, origin, name=name)
        self.__metadata__ = metadata

    def __eq__(self, other):
        if not isinstance(other, _AnnotatedAlias):
            return NotImplemented
        return self.__origin__ == other.__origin__ and self.__metadata__ == other.__metadata__

    def __hash__(self):
        return hash((self.__origin__, self.__metadata__))

    def __repr__(self):
        return f"typing.Annotated[{_shown(self.__origin__)}, {', '.join(map(repr, self.__metadata__))}]"


class _SpecialAlias(_Final):
    """`List`: an old name for a class, to be subscribed."""

    def __init__(self, origin, count, name):
        self.__origin__ = origin
        self._count = count
        self._name = name
        self.__module__ = "typing"

    def __getitem__(self, parameters):
        args = parameters if isinstance(parameters, tuple) else (parameters,)
        return _remembered(_key(self, args), lambda: self._subscribe(args))

    def _subscribe(self, args):
        args = tuple(_checked(each, "Parameters to generic types must be types.") for each in args)
        if self._count >= 0 and len(args) != self._count:
            word = "many" if len(args) > self._count else "few"
            raise TypeError(f"Too {word} arguments for {self!r}; actual {len(args)}, expected {self._count}")
        return _GenericAlias(self.__origin__, args, name=self._name)

    def __call__(self, *args, **kwargs):
        if self.__origin__.__module__ in ("builtins", "types", "typing"):
            raise TypeError(f"Type {self._name} cannot be instantiated; use {self.__origin__.__name__}() instead")
        return self.__origin__(*args, **kwargs)

    def __mro_entries__(self, bases):
        return (self.__origin__, Generic) if Generic not in bases else (self.__origin__,)

    def __getattr__(self, name):
        if "__origin__" in self.__dict__ and not (name.startswith("__") and name.endswith("__")):
            return getattr(self.__origin__, name)
        raise AttributeError(name)

    def __instancecheck__(self, instance):
        return isinstance(instance, self.__origin__)

    def __subclasscheck__(self, cls):
        return issubclass(cls, self.__origin__)

    def __or__(self, other):
        return Union[self, other]

    def __ror__(self, other):
        return Union[other, self]

    @property
    def __parameters__(self):
        return ()

    def __repr__(self):
        return f"typing.{self._name}"


class _TupleAlias(_SpecialAlias):
    def _subscribe(self, args):
        args = () if args == ((),) else args
        return _GenericAlias(tuple, tuple(each if each is ... else _checked(each, "Tuple[t0, t1, ...]: each t must be a type.") for each in args), name="Tuple")


class _CallableAlias(_SpecialAlias):
    def __getitem__(self, parameters):
        if not isinstance(parameters, tuple) or len(parameters) != 2:
            raise TypeError("Callable must be used as Callable[[arg, ...], result].")
        given, result = parameters
        if isinstance(given, list):
            given = tuple(given)
        elif not isinstance(given, tuple):
            given = (given,)
        args = (*(each if each is ... else _converted(each) for each in given), _converted(result))
        return _remembered(_key(self, args), lambda: _CallableGenericAlias(collections.abc.Callable, args, name="Callable"))


def _union_args(parameters):
    if parameters == ():
        raise TypeError("Cannot take a Union of no types.")
    args = parameters if isinstance(parameters, tuple) else (parameters,)
    flat = []
    for each in args:
        each = _checked(each, "Union[arg, ...]: each arg must be a type.")
        for part in each.__args__ if isinstance(each, (_UnionGenericAlias, _union_type)) else (each,):
            if part not in flat:
                flat.append(part)
    return tuple(flat)


def _make_union(form, parameters):
    args = _union_args(parameters)
    return args[0] if len(args) == 1 else _UnionGenericAlias(Union, args, name="Union")


def _make_optional(form, parameters):
    if isinstance(parameters, tuple):
        raise TypeError(f"{form} requires a single type.")
    return Union[parameters, None]


def _make_literal(form, parameters):
    args = parameters if isinstance(parameters, tuple) else (parameters,)
    flat = []
    for each in args:
        for part in each.__args__ if isinstance(each, _LiteralGenericAlias) else (each,):
            if not any(part == known and type(part) is type(known) for known in flat):
                flat.append(part)
    return _LiteralGenericAlias(form, tuple(flat), name="Literal")


def _make_annotated(form, parameters):
    if not isinstance(parameters, tuple) or len(parameters) < 2:
        raise TypeError("Annotated[...] should be used with at least two arguments (a type and an annotation).")
    origin, *metadata = parameters
    if isinstance(origin, _AnnotatedAlias):
        metadata = [*origin.__metadata__, *metadata]
        origin = origin.__origin__
    return _AnnotatedAlias(_converted(origin), None, name="Annotated", metadata=tuple(metadata))


def _make_single(form, parameters):
    if isinstance(parameters, tuple):
        raise TypeError(f"{form} accepts only single type.")
    return _GenericAlias(form, (_converted(parameters),), name=form._name)


def _make_any_number(form, parameters):
    args = parameters if isinstance(parameters, tuple) else (parameters,)
    return _GenericAlias(form, tuple(map(_converted, args)), name=form._name)


if _union_type.__name__ == "Union":
    Union = _union_type
else:
    Union = _SpecialForm("Union", _make_union)
Optional = _SpecialForm("Optional", _make_optional)
Literal = _SpecialForm("Literal", _make_literal)
Annotated = _SpecialForm("Annotated", _make_annotated)
ClassVar = _SpecialForm("ClassVar", _make_single)
Final = _SpecialForm("Final", _make_single)
Required = _SpecialForm("Required", _make_single)
NotRequired = _SpecialForm("NotRequired", _make_single)
ReadOnly = _SpecialForm("ReadOnly", _make_single)
TypeGuard = _SpecialForm("TypeGuard", _make_single)
TypeIs = _SpecialForm("TypeIs", _make_single)
Unpack = _SpecialForm("Unpack", _make_single)
Concatenate = _SpecialForm("Concatenate", _make_any_number)
NoReturn = _SpecialForm("NoReturn")
Never = _SpecialForm("Never")
Self = _SpecialForm("Self")
LiteralString = _SpecialForm("LiteralString")
TypeAlias = _SpecialForm("TypeAlias")


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


class Generic:
    """Base of classes with type parameters."""

    __slots__ = ()
    _is_protocol = False

    def __class_getitem__(cls, parameters):
        args = parameters if isinstance(parameters, tuple) else (parameters,)
        return _remembered(_key(cls, args), lambda: cls._subscribed(args))

    @classmethod
    def _subscribed(cls, args):
        args = tuple(map(_converted, args))
        if cls in (Generic, Protocol):
            if not args:
                raise TypeError(f"Parameter list to {cls.__qualname__}[...] cannot be empty")
            if not all(isinstance(each, (TypeVar, ParamSpec)) or getattr(each, "__origin__", None) is Unpack for each in args):
                raise TypeError(f"Parameters to {cls.__name__}[...] must all be type variables or parameter specification variables.")
            if len(set(args)) != len(args):
                raise TypeError(f"Parameters to {cls.__name__}[...] must all be unique")
        else:
            known = cls.__parameters__
            if not known:
                raise TypeError(f"{cls!r} is not a generic class")
            variadic = any(isinstance(each, TypeVarTuple) for each in known)
            least = sum(not each.has_default() for each in known)
            if not variadic and not least <= len(args) <= len(known):
                word = "many" if len(args) > len(known) else "few"
                wanted = f"at least {least}" if least != len(known) and len(args) < least else len(known)
                raise TypeError(f"Too {word} arguments for {cls!r}; actual {len(args)}, expected {wanted}")
            args += tuple(each.__default__ for each in known[len(args):] if each.has_default())
        return _GenericAlias(cls, args)

    def __init_subclass__(cls, *args, **kwargs):
        super().__init_subclass__(*args, **kwargs)
        bases = cls.__dict__.get("__orig_bases__", ())
        if "__orig_bases__" in cls.__dict__ and Generic in bases or "__orig_bases__" not in cls.__dict__ and Generic in cls.__bases__ and cls.__name__ != "Protocol":
            raise TypeError("Cannot inherit from plain Generic")
        found = _parameters_of([each for each in bases if isinstance(each, (_GenericAlias, GenericAlias))])
        for base in bases:
            if isinstance(base, _GenericAlias) and base.__origin__ in (Generic, Protocol):
                missing = [each for each in found if each not in base.__parameters__]
                if missing and base.__origin__ is Generic:
                    raise TypeError(f"Some type variables ({', '.join(map(str, missing))}) are not listed in Generic[{', '.join(map(str, base.__parameters__))}]")
                found = base.__parameters__
        cls.__parameters__ = tuple(found)


_PROTOCOL_NAMES = frozenset((
    "__abstractmethods__", "__annotations__", "__annotate__", "__annotate_func__", "__annotations_cache__", "__dict__", "__doc__", "__init__", "__module__", "__new__", "__slots__", "__subclasshook__",
    "__weakref__", "__class_getitem__", "__match_args__", "__static_attributes__", "__firstlineno__", "__orig_bases__", "__parameters__", "__type_params__", "__qualname__",
    "__init_subclass__", "__protocol_attrs__", "__non_callable_proto_members__", "_is_protocol", "_is_runtime_protocol", "_abc_registry", "_abc_impl", "__replace__",
))


def _members_of_protocol(cls):
    names = set()
    for base in cls.__mro__[:-1]:
        if base in (Protocol, Generic):
            continue
        names.update(base.__dict__)
        names.update(getattr(base, "__annotations__", {}) if "__annotations__" in base.__dict__ or "__annotate_func__" in base.__dict__ or "__annotate__" in base.__dict__ else ())
    return {name for name in names if name not in _PROTOCOL_NAMES and not name.startswith("_abc_")}


class _ProtocolMeta(ABCMeta):
    def __call__(cls, *args, **kwargs):
        if cls._is_protocol:
            raise TypeError("Protocols cannot be instantiated")
        return super().__call__(*args, **kwargs)

    def __instancecheck__(cls, instance):
        if cls is Protocol or not cls._is_protocol:
            return super().__instancecheck__(instance)
        if not cls.__dict__.get("_is_runtime_protocol", False):
            raise TypeError("Instance and class checks can only be used with @runtime_checkable protocols")
        if super().__instancecheck__(instance):
            return True
        for name in _members_of_protocol(cls):
            try:
                value = getattr(instance, name)
            except AttributeError:
                return False
            if value is None and callable(getattr(cls, name, None)):
                return False
        return True

    def __subclasscheck__(cls, other):
        if cls is Protocol or not cls._is_protocol:
            return super().__subclasscheck__(other)
        if not isinstance(other, type):
            raise TypeError("issubclass() arg 1 must be a class")
        if not cls.__dict__.get("_is_runtime_protocol", False):
            raise TypeError("Instance and class checks can only be used with @runtime_checkable protocols")
        members = _members_of_protocol(cls)
        data = sorted(name for name in members if not callable(getattr(cls, name, None)))
        if data:
            raise TypeError(f"Protocols with non-method members don't support issubclass(). Non-method members: {str(data)[1:-1]}.")
        if super().__subclasscheck__(other):
            return True
        return all(any(name in base.__dict__ and base.__dict__[name] is not None for base in other.__mro__) for name in members)


class Protocol(Generic, metaclass=_ProtocolMeta):
    """Base of classes that say what an object must have."""

    __slots__ = ()
    _is_protocol = True
    _is_runtime_protocol = False

    def __init_subclass__(cls, *args, **kwargs):
        super().__init_subclass__(*args, **kwargs)
        if not cls.__dict__.get("_is_protocol", False):
            cls._is_protocol = any(base is Protocol for base in cls.__bases__)


def runtime_checkable(cls):
    """Lets isinstance() look whether the members are there."""
    if not (isinstance(cls, type) and issubclass(cls, Generic) and cls._is_protocol):
        raise TypeError(f"@runtime_checkable can be only applied to protocol classes, got {cls!r}")
    cls._is_runtime_protocol = True
    return cls


runtime_protocol = runtime_checkable

List = _SpecialAlias(list, 1, "List")
Dict = _SpecialAlias(dict, 2, "Dict")
Set = _SpecialAlias(set, 1, "Set")
FrozenSet = _SpecialAlias(frozenset, 1, "FrozenSet")
Type = _SpecialAlias(type, 1, "Type")
Tuple = _TupleAlias(tuple, -1, "Tuple")
Callable = _CallableAlias(collections.abc.Callable, 2, "Callable")
Deque = _SpecialAlias(collections.deque, 1, "Deque")
DefaultDict = _SpecialAlias(collections.defaultdict, 2, "DefaultDict")
OrderedDict = _SpecialAlias(collections.OrderedDict, 2, "OrderedDict")
Counter = _SpecialAlias(collections.Counter, 1, "Counter")
ChainMap = _SpecialAlias(collections.ChainMap, 2, "ChainMap")
for _name, _origin, _count in (
    ("AbstractSet", "Set", 1), ("MutableSet", "MutableSet", 1), ("Mapping", "Mapping", 2), ("MutableMapping", "MutableMapping", 2),
    ("Sequence", "Sequence", 1), ("MutableSequence", "MutableSequence", 1), ("Iterable", "Iterable", 1), ("Iterator", "Iterator", 1),
    ("Generator", "Generator", 3), ("Container", "Container", 1), ("Collection", "Collection", 1), ("Reversible", "Reversible", 1),
    ("Hashable", "Hashable", 0), ("Sized", "Sized", 0), ("KeysView", "KeysView", 1), ("ItemsView", "ItemsView", 2), ("ValuesView", "ValuesView", 1),
    ("MappingView", "MappingView", 1), ("Awaitable", "Awaitable", 1), ("Coroutine", "Coroutine", 3), ("AsyncIterable", "AsyncIterable", 1),
    ("AsyncIterator", "AsyncIterator", 1), ("AsyncGenerator", "AsyncGenerator", 2),
):
    if hasattr(collections.abc, _origin):
        globals()[_name] = _SpecialAlias(getattr(collections.abc, _origin), _count, _name)
del _name, _origin, _count

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
    made = _ProtocolMeta(name, (Protocol,), {"__module__": "typing", "__qualname__": name, "__doc__": doc, "__slots__": (), "_is_protocol": True, method: lambda self: None})
    return runtime_checkable(made)


SupportsInt = _supports("SupportsInt", "__int__", "Has __int__.")
SupportsFloat = _supports("SupportsFloat", "__float__", "Has __float__.")
SupportsIndex = _supports("SupportsIndex", "__index__", "Has __index__.")
SupportsAbs = _supports("SupportsAbs", "__abs__", "Has __abs__.")


class IO(Generic[AnyStr]):
    """A file object."""


class TextIO(IO[str]):
    """A file object for text."""


class BinaryIO(IO[bytes]):
    """A file object for bytes."""


def cast(typ, val):
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
    return arg


def dataclass_transform(**settings):
    def mark(target):
        target.__dataclass_transform__ = settings
        return target

    return mark


def assert_type(val, typ, /):
    return val


def reveal_type(obj, /):
    print(f"Runtime type is {type(obj).__name__!r}", file=sys.stderr)
    return obj


def assert_never(arg, /):
    raise AssertionError(f"Expected code to be unreachable, but got: {repr(arg)[:100]}")


_overloads = {}


def _overload_dummy(*args, **kwds):
    raise NotImplementedError(
        "You should not call an overloaded function. A series of @overload-decorated functions outside a stub module should always be followed by an implementation that is not @overload-ed."
    )


def overload(func):
    """Marks one of several signatures of a function."""
    plain = getattr(func, "__func__", func)
    _overloads.setdefault((plain.__module__, plain.__qualname__), []).append(func)
    return _overload_dummy


def get_overloads(func):
    plain = getattr(func, "__func__", func)
    return list(_overloads.get((plain.__module__, plain.__qualname__), ()))


def get_origin(tp):
    """The class or form that was subscribed, or None."""
    if isinstance(tp, _AnnotatedAlias):
        return Annotated
    if isinstance(tp, (_GenericAlias, _SpecialAlias, GenericAlias, ParamSpecArgs, ParamSpecKwargs)):
        return tp.__origin__
    if tp is Generic:
        return Generic
    return _union_type if isinstance(tp, _union_type) else None


def get_args(tp):
    """What it was subscribed with."""
    if isinstance(tp, _AnnotatedAlias):
        return (tp.__origin__, *tp.__metadata__)
    if isinstance(tp, _CallableGenericAlias) or isinstance(tp, GenericAlias) and tp.__origin__ is collections.abc.Callable:
        args = tp.__args__
        if args and not (len(args) == 2 and (args[0] is ... or isinstance(args[0], ParamSpec))):
            return (list(args[:-1]), args[-1])
        return args
    return tp.__args__ if isinstance(tp, (_GenericAlias, GenericAlias, _union_type)) else ()


def _resolved(value, globalns, localns):
    if value is None:
        return _NoneType
    if isinstance(value, str):
        value = ForwardRef(value)
    if isinstance(value, ForwardRef):
        return _resolved(value._evaluate(globalns, localns), globalns, localns)
    if isinstance(value, (_GenericAlias, GenericAlias, _union_type)):
        args = tuple(_resolved(each, globalns, localns) if not isinstance(value, _LiteralGenericAlias) else each for each in value.__args__)
        if args == value.__args__:
            return value
        if isinstance(value, (_UnionGenericAlias, _union_type)):
            return Union[args]
        return GenericAlias(value.__origin__, args) if isinstance(value, GenericAlias) else type(value)(value.__origin__, args, name=value._name)
    return value


def _without_extras(value):
    if isinstance(value, _AnnotatedAlias):
        return _without_extras(value.__origin__)
    if isinstance(value, _GenericAlias) and value.__origin__ in (Required, NotRequired, ReadOnly):
        return _without_extras(value.__args__[0])
    return value


def get_type_hints(obj, globalns=None, localns=None, include_extras=False):
    """Annotations with names resolved; for a class, those of its bases too."""
    if isinstance(obj, type):
        hints = {}
        for base in reversed(obj.__mro__):
            space = globalns if globalns is not None else getattr(sys.modules.get(base.__module__), "__dict__", {})
            own = base.__dict__.get("__annotations__")
            if own is None or not isinstance(own, dict):
                own = base.__annotations__ if base is not object and hasattr(base, "__annotations__") else {}
            for name, value in own.items():
                hints[name] = _resolved(value, space, localns if localns is not None else dict(vars(base)))
    else:
        while hasattr(obj, "__wrapped__"):
            obj = obj.__wrapped__
        space = globalns if globalns is not None else getattr(obj, "__globals__", getattr(obj, "__dict__", {}))
        own = getattr(obj, "__annotations__", None)
        if own is None:
            raise TypeError(f"{obj!r} is not a module, class, method, or function.")
        hints = {name: _resolved(value, space, localns if localns is not None else space) for name, value in own.items()}
    return hints if include_extras else {name: _without_extras(value) for name, value in hints.items()}


def is_typeddict(tp):
    return isinstance(tp, _TypedDictMeta)


def is_protocol(tp, /):
    return isinstance(tp, type) and getattr(tp, "_is_protocol", False) and tp is not Protocol


class NewType:
    """A name for a type that only checkers tell apart."""

    def __init__(self, name, tp):
        self.__qualname__ = name
        self.__name__ = name.rpartition(".")[2]
        self.__supertype__ = tp
        self.__module__ = sys._getframe().f_globals.get("__name__")

    def __call__(self, x, /):
        return x

    def __mro_entries__(self, bases):
        raise TypeError(f"Cannot subclass an instance of NewType. Perhaps you were looking for: `{bases[0].__name__} = NewType({bases[0].__name__!r}, {self.__name__})`")

    def __repr__(self):
        return f"{self.__module__}.{self.__qualname__}"

    def __or__(self, other):
        return Union[self, other]

    def __ror__(self, other):
        return Union[other, self]


def _annotations_in(namespace):
    if "__annotations__" in namespace:
        return dict(namespace["__annotations__"])
    annotate = namespace.get("__annotate_func__") or namespace.get("__annotate__")
    return dict(annotate(1)) if annotate else {}


class _NamedTupleMeta(type):
    def __new__(cls, typename, bases, namespace):
        types = {name: _converted(value) for name, value in _annotations_in(namespace).items()}
        defaults = []
        for name in types:
            if name in namespace:
                defaults.append(name)
            elif defaults:
                raise TypeError(f"Non-default namedtuple field {name} cannot follow default field{'s' if len(defaults) > 1 else ''} {', '.join(defaults)}")
        made = collections.namedtuple(typename, list(types), defaults=[namespace[name] for name in defaults], module=namespace["__module__"])
        made.__annotations__ = types
        made.__new__.__annotations__ = types
        made.__orig_bases__ = (NamedTuple,)
        for key, value in namespace.items():
            if key in ("__new__", "__init__", "__slots__", "__getnewargs__", "_fields", "_field_defaults", "_make", "_replace", "_asdict", "_source"):
                raise AttributeError("Cannot overwrite NamedTuple attribute " + key)
            if key not in types and key not in ("__annotations__", "__annotate__", "__annotate_func__", "__module__", "__orig_bases__", "__classcell__", "__annotations_cache__"):
                setattr(made, key, value)
        return made


def NamedTuple(typename, fields=(), /):
    """A tuple class with named and typed fields: by call, or as a base."""
    types = [(name, _converted(kind)) for name, kind in fields]
    made = collections.namedtuple(typename, [name for name, _ in types], module=sys._getframe().f_globals.get("__name__"))
    made.__annotations__ = dict(types)
    made.__orig_bases__ = (NamedTuple,)
    return made


_NamedTuple = type.__new__(_NamedTupleMeta, "NamedTuple", (), {})


def _named_tuple_entries(bases):
    if len(bases) > 1 and not all(each is NamedTuple or getattr(each, "__origin__", each) is Generic for each in bases):
        raise TypeError("can only inherit from a NamedTuple type and Generic")
    return (_NamedTuple,)


NamedTuple.__mro_entries__ = _named_tuple_entries


class _TypedDictMeta(type):
    def __new__(cls, name, bases, namespace, total=True, closed=None):
        own = {key: _converted(value) for key, value in _annotations_in(namespace).items()}
        made = type.__new__(_TypedDictMeta, name, (dict,), {key: value for key, value in namespace.items() if key not in ("__annotate__", "__annotate_func__", "__classcell__")})
        annotations, required, optional = {}, set(), set()
        for base in bases:
            annotations.update(base.__dict__.get("__annotations__", {}))
            required |= base.__dict__.get("__required_keys__", set())
            optional |= base.__dict__.get("__optional_keys__", set())
        for key, value in own.items():
            origin = get_origin(value)
            needed = origin is Required or total and origin is not NotRequired
            (required if needed else optional).add(key)
            (optional if needed else required).discard(key)
        annotations.update(own)
        made.__annotations__ = annotations
        made.__required_keys__ = frozenset(required)
        made.__optional_keys__ = frozenset(optional)
        made.__total__ = total
        return made

    def __instancecheck__(cls, instance):
        raise TypeError("TypedDict does not support instance and class checks")

    def __subclasscheck__(cls, other):
        raise TypeError("TypedDict does not support instance and class checks")

    def __call__(cls, *args, **kwargs):
        return dict(*args, **kwargs)


def TypedDict(typename, fields=(), /, *, total=True, closed=None):
    """A dict with known keys: by call, or as a base."""
    space = {"__annotations__": dict(fields), "__module__": sys._getframe().f_globals.get("__name__")}
    return _TypedDictMeta(typename, (), space, total=total)


_TypedDict = type.__new__(_TypedDictMeta, "TypedDict", (dict,), {})
TypedDict.__mro_entries__ = lambda bases: (_TypedDict,)
