"""Classes of records with typed fields: named tuples, and dicts with known keys."""

import collections
import sys
import warnings
from typing import Annotated, Generic, NotRequired, ReadOnly, Required, _checked, _generic_class_getitem, _has_defaults, _shows_lists, _takes_any_value, get_args, get_origin

# Classes and functions are known as typing's.
__name__ = "typing"

_missing = object()

_TUPLE_NAMES = frozenset(("__new__", "__init__", "__slots__", "__getnewargs__", "_fields", "_field_defaults", "_field_types", "_make", "_replace", "_asdict", "_source"))
_NOT_COPIED = frozenset((
    "__annotations__", "__annotate__", "__annotate_func__", "__annotations_cache__", "__conditional_annotations__", "__module__", "__name__", "__classcell__",
))


def _annotations_in(namespace):
    if "__annotations__" in namespace:
        return dict(namespace["__annotations__"])
    annotate = namespace.get("__annotate_func__") or namespace.get("__annotate__")
    return dict(annotate(1)) if annotate else {}


def _caller():
    return sys._getframe().f_globals.get("__name__")


def _warn(text):
    warnings.warn(text, DeprecationWarning, stacklevel=1)


def _warn_without_fields(maker, typename, how, empty, kind):
    _warn(
        f"{how} is deprecated and will be disallowed in Python 3.15. To create a {maker} class with 0 fields using the functional syntax, "
        f"pass an empty {kind}, e.g. `{typename} = {maker}({typename!r}, {empty})`."
    )


def _tuple_class(typename, fields, defaults, module):
    types = {name: _checked(kind, f"field {name} annotation must be a type") for name, kind in fields}
    made = collections.namedtuple(typename, list(types), defaults=defaults, module=module)
    made.__annotations__ = types
    made.__new__.__annotations__ = types
    return made


def _tell_name(made, typename, key, value):
    """A value that wants to know its name is told, as in any class."""
    try:
        tell = type(value).__set_name__
    except AttributeError:
        return
    try:
        tell(value, made, key)
    except BaseException as error:
        error.add_note(f"Error calling __set_name__ on {type(value).__name__!r} instance {key!r} in {typename!r}")
        raise


class NamedTupleMeta(type):
    def __new__(cls, typename, bases, namespace):
        if any(base is not _NamedTuple and base is not Generic for base in bases):
            raise TypeError("can only inherit from a NamedTuple type and Generic")
        fields = _annotations_in(namespace)
        defaults = []
        for name in fields:
            if name in namespace:
                defaults.append(name)
            elif defaults:
                raise TypeError(f"Non-default namedtuple field {name} cannot follow default field{'s' if len(defaults) > 1 else ''} {', '.join(defaults)}")
        made = _tuple_class(typename, fields.items(), [namespace[name] for name in defaults], namespace["__module__"])
        if Generic in bases:
            made.__bases__ = tuple(tuple if base is _NamedTuple else base for base in bases)
            made.__class_getitem__ = classmethod(_generic_class_getitem)
        for key, value in namespace.items():
            if key in _TUPLE_NAMES:
                raise AttributeError("Cannot overwrite NamedTuple attribute " + key)
            if key in _NOT_COPIED:
                continue
            if key not in fields:
                setattr(made, key, value)
            if _has_defaults:
                _tell_name(made, typename, key, value)
        if Generic in bases:
            made.__init_subclass__()
        return made


NamedTupleMeta.__name__ = NamedTupleMeta.__qualname__ = "NamedTupleMeta"


def NamedTuple(typename, fields=_missing, /, **kwargs):
    """A tuple class with named and typed fields: by call, or as a base."""
    if kwargs and fields is None and _has_defaults:
        raise TypeError("Cannot pass `None` as the 'fields' parameter and also specify fields using keyword arguments")
    if fields is _missing or fields is None:
        if _has_defaults and kwargs:
            _warn("Creating NamedTuple classes using keyword arguments is deprecated and will be disallowed in Python 3.15. Use the class-based or functional syntax instead.")
        elif _has_defaults:
            how = "Failing to pass a value for the 'fields' parameter" if fields is _missing else "Passing `None` as the 'fields' parameter"
            _warn_without_fields("NamedTuple", typename, how, "[]", "list")
        fields = kwargs.items()
    elif kwargs:
        raise TypeError("Either list of fields or keywords can be provided to NamedTuple, not both")
    made = _tuple_class(typename, fields, (), _caller())
    if _shows_lists:
        made.__orig_bases__ = (NamedTuple,)
    return made


_NamedTuple = type.__new__(NamedTupleMeta, "NamedTuple", (), {})


def _named_tuple_entries(bases):
    if len(bases) > 1 and not _takes_any_value:
        raise TypeError("Multiple inheritance with NamedTuple is not supported")
    return (_NamedTuple,)


NamedTuple.__mro_entries__ = _named_tuple_entries


def _qualifiers(kind):
    """What is said of a key, around its type."""
    found = set()
    while True:
        origin = get_origin(kind)
        if origin is Annotated:
            kind = kind.__origin__
        elif origin is Required or origin is NotRequired or origin is ReadOnly:
            found.add(origin)
            kind, = get_args(kind)
        else:
            return found


class _TypedDictMeta(type):
    def __new__(cls, name, bases, namespace, total=True, closed=None):
        for base in bases:
            if type(base) is not _TypedDictMeta and not (base is Generic and _takes_any_value):
                raise TypeError("cannot inherit from both a TypedDict type and a non-TypedDict base class")
        generic = (Generic,) if any(issubclass(base, Generic) for base in bases) else ()
        own = _annotations_in(namespace)
        made = type.__new__(_TypedDictMeta, name, (*generic, dict), {key: value for key, value in namespace.items() if key not in ("__annotate__", "__annotate_func__", "__classcell__")})
        if _takes_any_value and "__orig_bases__" not in namespace:
            made.__orig_bases__ = bases
        text = "TypedDict('Name', {f0: t0, f1: t1, ...}); each t must be a type"
        own = {key: _checked(value, text, module=made.__module__) for key, value in own.items()}
        annotations, required, optional, readonly, mutable = {}, set(), set(), set(), set()
        for base in bases:
            annotations.update(base.__dict__.get("__annotations__", {}))
            needed, free = base.__dict__.get("__required_keys__", set()), base.__dict__.get("__optional_keys__", set())
            required = (required | needed) - free
            optional = (optional - needed) | free
            readonly |= base.__dict__.get("__readonly_keys__", set())
            mutable |= base.__dict__.get("__mutable_keys__", set())
        for key, value in own.items():
            said = _qualifiers(value)
            needed = Required in said or total and NotRequired not in said
            (required if needed else optional).add(key)
            (optional if needed else required).discard(key)
            if ReadOnly not in said:
                mutable.add(key)
                readonly.discard(key)
            elif key in mutable:
                raise TypeError(f"Cannot override mutable key {key!r} with read-only key")
            else:
                readonly.add(key)
        annotations.update(own)
        made.__annotations__ = annotations
        made.__required_keys__ = frozenset(required)
        made.__optional_keys__ = frozenset(optional)
        if _has_defaults:
            made.__readonly_keys__ = frozenset(readonly)
            made.__mutable_keys__ = frozenset(mutable)
        made.__total__ = total
        return made

    __call__ = dict

    def __instancecheck__(cls, instance):
        raise TypeError("TypedDict does not support instance and class checks")

    def __subclasscheck__(cls, other):
        raise TypeError("TypedDict does not support instance and class checks")


def _dict_class(typename, fields, total, closed, module):
    made = _TypedDictMeta(typename, (), {"__annotations__": dict(fields), "__module__": module}, total=total)
    if _shows_lists:
        made.__orig_bases__ = (TypedDict,)
    elif _takes_any_value:
        del made.__orig_bases__
    return made


if _has_defaults:
    def TypedDict(typename, fields=_missing, /, *, total=True, closed=None):
        """A dict with known keys: by call, or as a base."""
        if fields is _missing or fields is None:
            how = "Failing to pass a value for the 'fields' parameter" if fields is _missing else "Passing `None` as the 'fields' parameter"
            _warn_without_fields("TypedDict", typename, how, "{}", "dictionary")
            fields = {}
        return _dict_class(typename, fields, total, closed, _caller())
else:
    def TypedDict(typename, fields=None, /, *, total=True, **kwargs):
        """A dict with known keys: by call, or as a base."""
        if fields is None:
            fields = kwargs
        elif kwargs:
            raise TypeError("TypedDict takes either a dict or keyword arguments, but not both")
        if kwargs and _takes_any_value:
            _warn(
                "The kwargs-based syntax for TypedDict definitions is deprecated in Python 3.11, will be removed in Python 3.13, "
                "and may not be understood by third-party type checkers."
            )
        return _dict_class(typename, fields, total, None, _caller())


_TypedDict = type.__new__(_TypedDictMeta, "TypedDict", (dict,), {})
TypedDict.__mro_entries__ = lambda bases: (_TypedDict,)
