"""Classes that write their own `__init__`, `__repr__` and comparisons from annotated fields."""

import copy as _copy
import sys
from abc import update_abstractmethods as _update_abstractmethods
from keyword import iskeyword as _iskeyword
from reprlib import recursive_repr as _recursive_repr
from types import GenericAlias as _GenericAlias, MappingProxyType as _MappingProxyType


class FrozenInstanceError(AttributeError):
    """An attribute of a frozen instance was to be changed."""


class _Marker:
    def __init__(self, text):
        self._text = text

    def __repr__(self):
        return self._text


class _MISSING_TYPE:
    pass


class _HAS_DEFAULT_FACTORY_CLASS:
    def __repr__(self):
        return "<factory>"


class _KW_ONLY_TYPE:
    pass


MISSING = _MISSING_TYPE()
KW_ONLY = _KW_ONLY_TYPE()
_FACTORY = _HAS_DEFAULT_FACTORY_CLASS()
_FIELD = _Marker("_FIELD")
_FIELD_CLASSVAR = _Marker("_FIELD_CLASSVAR")
_FIELD_INITVAR = _Marker("_FIELD_INITVAR")
_FIELDS = "__dataclass_fields__"
_PARAMS = "__dataclass_params__"


class InitVar:
    """An argument of `__init__` that becomes no attribute."""

    __slots__ = ("type",)

    def __init__(self, type):
        self.type = type

    def __repr__(self):
        shown = self.type.__name__ if isinstance(self.type, type) else repr(self.type)
        return f"dataclasses.InitVar[{shown}]"

    def __class_getitem__(cls, type):
        return InitVar(type)


class Field:
    """What is known about one field."""

    __slots__ = ("name", "type", "default", "default_factory", "repr", "hash", "init", "compare", "metadata", "kw_only", "doc", "_field_type")

    def __init__(self, default, default_factory, init, repr, hash, compare, metadata, kw_only, doc=None):
        self.name = None
        self.type = None
        self.default = default
        self.default_factory = default_factory
        self.init = init
        self.repr = repr
        self.hash = hash
        self.compare = compare
        self.metadata = _MappingProxyType({}) if metadata is None else _MappingProxyType(metadata)
        self.kw_only = kw_only
        self.doc = doc
        self._field_type = None

    @_recursive_repr()
    def __repr__(self):
        names = ("name", "type", "default", "default_factory", "init", "repr", "hash", "compare", "metadata", "kw_only") + (("doc",) if _has_doc else ()) + ("_field_type",)
        return f"Field({','.join(f'{name}={getattr(self, name)!r}' for name in names)})"

    def __set_name__(self, owner, name):
        hook = getattr(type(self.default), "__set_name__", None)
        if hook:
            hook(self.default, owner, name)

    __class_getitem__ = classmethod(_GenericAlias)


def field(*, default=MISSING, default_factory=MISSING, init=True, repr=True, hash=None, compare=True, metadata=None, kw_only=MISSING, doc=None):
    """Says more about a field than a default."""
    if default is not MISSING and default_factory is not MISSING:
        raise ValueError("cannot specify both default and default_factory")
    return Field(default, default_factory, init, repr, hash, compare, metadata, kw_only, doc)


class _DataclassParams:
    def __init__(self, **settings):
        self.__dict__.update(settings)

    def __repr__(self):
        return f"_DataclassParams({','.join(f'{name}={value!r}' for name, value in self.__dict__.items())})"


def _word(text):
    # The name that a text begins with, and what comes after it.
    text = text.lstrip()
    end = 0
    while end < len(text) and (text[end].isalnum() or text[end] == "_"):
        end += 1
    return text[:end], text[end:].lstrip()


def _meant_by(annotation, cls, module):
    """What a text annotation begins with, as a name of the class's module or of `module`; nothing is evaluated."""
    name, rest = _word(annotation)
    space = getattr(sys.modules.get(cls.__module__), "__dict__", {})
    inner = _word(rest[1:])[0] if rest.startswith(".") else ""
    if inner:
        space = module.__dict__ if space.get(name) is module else {}
        name = inner
    return space.get(name)


def _is_class_var(annotation, cls):
    typing = sys.modules.get("typing")
    if typing is None:
        return False
    if isinstance(annotation, str):
        annotation = _meant_by(annotation, cls, typing)
    return annotation is typing.ClassVar or type(annotation) is typing._GenericAlias and annotation.__origin__ is typing.ClassVar


def _is_init_var(annotation, cls):
    if isinstance(annotation, str):
        annotation = _meant_by(annotation, cls, sys.modules[__name__])
    return annotation is InitVar or type(annotation) is InitVar


def _is_kw_only(annotation, cls):
    if isinstance(annotation, str):
        annotation = _meant_by(annotation, cls, sys.modules[__name__])
    return annotation is KW_ONLY


def _field_of(cls, name, annotation, kw_only):
    default = getattr(cls, name, MISSING)
    if isinstance(default, Field):
        made = default
    else:
        if _is_member(default):
            default = MISSING
        made = field(default=default)
    made.name = name
    made.type = annotation
    made._field_type = _FIELD
    if _is_class_var(annotation, cls):
        made._field_type = _FIELD_CLASSVAR
    elif _is_init_var(annotation, cls):
        made._field_type = _FIELD_INITVAR
    if made._field_type in (_FIELD_CLASSVAR, _FIELD_INITVAR) and made.default_factory is not MISSING:
        raise TypeError(f"field {made.name} cannot have a default factory")
    if made._field_type in (_FIELD, _FIELD_INITVAR):
        if made.kw_only is MISSING:
            made.kw_only = kw_only
    elif made.kw_only is not MISSING:
        raise TypeError(f"field {made.name} is a ClassVar but specifies kw_only")
    if made._field_type is _FIELD and _is_mutable(made.default):
        raise ValueError(f"mutable default {type(made.default)} for field {made.name} is not allowed: use default_factory")
    return made


def _is_mutable(default):
    if _mutable_means_unhashable:
        return type(default).__hash__ is None
    return isinstance(default, (list, dict, set))


def _is_member(default):
    return type(default).__name__ == "member_descriptor" and type(default).__module__ == "builtins"


def _set_new_attribute(cls, name, value):
    if name in cls.__dict__:
        return True
    value.__qualname__ = f"{cls.__qualname__}.{value.__name__}"
    setattr(cls, name, value)
    return False


def _make(cls, name, parameters, lines, space):
    # The function is compiled from text, as its signature and the errors of wrong calls are those of a written one.
    body = "\n".join(f"  {line}" for line in lines) or "  pass"
    outer = f"def __create_fn__({', '.join(space)}):\n def {name}({', '.join(parameters)}):\n"
    source = outer + "\n".join(f" {line}" for line in body.split("\n")) + f"\n return {name}"
    found = {}
    module = sys.modules.get(cls.__module__)
    exec(source, {} if module is None else module.__dict__, found)
    made = found["__create_fn__"](**space)
    made.__qualname__ = f"{cls.__qualname__}.{name}"
    return made


def _make_init(cls, fields, frozen, has_post_init, self_name, slots):
    space = {"__dataclass_MISSING__": MISSING, "__dataclass_factory__": _FACTORY, "__dataclass_object__": object}
    positional = [each for each in fields if each.init and not each.kw_only]
    keyword = [each for each in fields if each.init and each.kw_only]
    seen_default = None
    for each in positional:
        if each.default is not MISSING or each.default_factory is not MISSING:
            seen_default = each
        elif seen_default is not None:
            after = f" {seen_default.name!r}" if _names_default_argument else ""
            raise TypeError(f"non-default argument {each.name!r} follows default argument{after}")
    for each in fields:
        if each.default is not MISSING:
            space[f"__dataclass_dflt_{each.name}__"] = each.default
        elif each.default_factory is not MISSING:
            space[f"__dataclass_dflt_{each.name}__"] = each.default_factory
    parameters = [self_name, *map(_parameter, positional)]
    if keyword:
        parameters += ["*", *map(_parameter, keyword)]
    lines = []
    for each in fields:
        lines += _assignment(each, frozen, self_name, slots)
    if has_post_init:
        given = ", ".join(each.name for each in fields if each._field_type is _FIELD_INITVAR)
        lines.append(f"{self_name}.__post_init__({given})")
    made = _make(cls, "__init__", parameters, lines, space)
    made.__annotations__ = {**{each.name: each.type for each in [*positional, *keyword]}, "return": None}
    return made


def _parameter(each):
    if each.default is MISSING and each.default_factory is MISSING:
        return each.name
    if each.default is not MISSING:
        return f"{each.name}=__dataclass_dflt_{each.name}__"
    return f"{each.name}=__dataclass_factory__"


def _assignment(each, frozen, self_name, slots):
    default = f"__dataclass_dflt_{each.name}__"
    if each.default_factory is not MISSING:
        value = f"{default}() if {each.name} is __dataclass_factory__ else {each.name}" if each.init else f"{default}()"
    elif each.init:
        value = each.name
    elif slots and each.default is not MISSING:
        value = default
    else:
        return []
    if each._field_type is _FIELD_INITVAR:
        return []
    if frozen:
        return [f"__dataclass_object__.__setattr__({self_name}, {each.name!r}, {value})"]
    return [f"{self_name}.{each.name} = {value}"]


def _make_repr(cls, fields):
    shown = ", ".join(f"{each.name}={{self.{each.name}!r}}" for each in fields)
    made = _make(cls, "__repr__", ["self"], [f"return f\"{{self.__class__.__qualname__}}({shown})\""], {})
    guarded = _recursive_repr()(made)
    # pprint knows by these that the decorator made it.
    made.__qualname__ = "__create_fn__.<locals>.__repr__"
    guarded.__wrapped__ = made
    return guarded


def _tuple_text(name, fields):
    return f"({''.join(f'{name}.{each.name}, ' for each in fields)})"


def _make_order(cls, name, operator, fields):
    lines = ["if other.__class__ is self.__class__:", f" return {_tuple_text('self', fields)} {operator} {_tuple_text('other', fields)}", "return NotImplemented"]
    return _make(cls, name, ["self", "other"], lines, {})


def _make_eq(cls, fields):
    if not _compares_field_by_field:
        return _make_order(cls, "__eq__", "==", fields)
    terms = " and ".join(f"self.{each.name}==other.{each.name}" for each in fields) or "True"
    lines = ["if self is other:", " return True", "if other.__class__ is self.__class__:", f" return {terms}", "return NotImplemented"]
    return _make(cls, "__eq__", ["self", "other"], lines, {})


def _add_frozen(cls, fields):
    names = f"({''.join(f'{each.name!r}, ' for each in fields)})"
    space = {"cls": cls, "FrozenInstanceError": FrozenInstanceError}
    condition = f"if type(self) is cls or name in {names}:" if fields else "if type(self) is cls:"
    writer = _make(cls, "__setattr__", ["self", "name", "value"], [condition, " raise FrozenInstanceError(f\"cannot assign to field {name!r}\")", "super(cls, self).__setattr__(name, value)"], space)
    deleter = _make(cls, "__delattr__", ["self", "name"], [condition, " raise FrozenInstanceError(f\"cannot delete field {name!r}\")", "super(cls, self).__delattr__(name)"], space)
    for made in (writer, deleter):
        if _set_new_attribute(cls, made.__name__, made):
            raise TypeError(f"Cannot overwrite attribute {made.__name__} in class {cls.__name__}")


def _set_hash(cls, fields, has_explicit_hash, unsafe_hash, eq, frozen):
    if unsafe_hash:
        if has_explicit_hash:
            raise TypeError(f"Cannot overwrite attribute __hash__ in class {cls.__name__}")
    elif not eq or has_explicit_hash:
        return
    elif not frozen:
        cls.__hash__ = None
        return
    hashed = [each for each in fields if (each.compare if each.hash is None else each.hash)]
    cls.__hash__ = _make(cls, "__hash__", ["self"], [f"return hash({_tuple_text('self', hashed)})"], {})


def _collect(cls, kw_only):
    fields = {}
    frozen_bases = []
    seen_kw_only = False
    for base in cls.__mro__[-1:0:-1]:
        inherited = getattr(base, _FIELDS, None)
        if inherited is not None and _FIELDS in base.__dict__:
            fields.update(inherited)
            frozen_bases.append(getattr(base, _PARAMS).frozen)
    own = []
    for name, annotation in _own_annotations(cls).items():
        if _is_kw_only(annotation, cls):
            if seen_kw_only:
                raise TypeError(f"{name!r} is KW_ONLY, but KW_ONLY has already been specified")
            seen_kw_only = kw_only = True
            continue
        own.append(_field_of(cls, name, annotation, kw_only))
    for each in own:
        fields[each.name] = each
        if isinstance(getattr(cls, each.name, None), Field):
            if each.default is MISSING:
                delattr(cls, each.name)
            else:
                setattr(cls, each.name, each.default)
    for name, value in cls.__dict__.items():
        if isinstance(value, Field) and name not in _own_annotations(cls):
            raise TypeError(f"{name!r} is a field but has no type annotation")
    return fields, frozen_bases


def _own_annotations(cls):
    # A class without annotations of its own would show those of its base in old versions.
    if "__annotations__" in cls.__dict__:
        return cls.__dict__["__annotations__"]
    return cls.__annotations__ if hasattr(type(cls), "__annotations__") or "__annotate__" in cls.__dict__ or "__annotate_func__" in cls.__dict__ else {}


def _process(cls, init, repr, eq, order, unsafe_hash, frozen, match_args, kw_only, slots, weakref_slot):
    settings = dict(init=init, repr=repr, eq=eq, order=order, unsafe_hash=unsafe_hash, frozen=frozen, match_args=match_args, kw_only=kw_only, slots=slots, weakref_slot=weakref_slot)
    setattr(cls, _PARAMS, _DataclassParams(**settings))
    fields, frozen_bases = _collect(cls, kw_only)
    if frozen_bases:
        if any(frozen_bases) and not frozen:
            raise TypeError("cannot inherit non-frozen dataclass from a frozen one")
        if frozen and not (all if _all_bases_frozen else any)(frozen_bases):
            raise TypeError("cannot inherit frozen dataclass from a non-frozen one")
    setattr(cls, _FIELDS, fields)
    class_hash = cls.__dict__.get("__hash__", MISSING)
    has_explicit_hash = not (class_hash is MISSING or class_hash is None and "__eq__" in cls.__dict__)
    if order and not eq:
        raise ValueError("eq must be true if order is true")
    real = [each for each in fields.values() if each._field_type is _FIELD]
    given = [each for each in fields.values() if each._field_type in (_FIELD, _FIELD_INITVAR)]
    if init:
        self_name = "__dataclass_self__" if "self" in fields else "self"
        _set_new_attribute(cls, "__init__", _make_init(cls, given, frozen, hasattr(cls, "__post_init__"), self_name, slots))
    if _has_replace:
        _set_new_attribute(cls, "__replace__", _replace_method())
    if repr:
        _set_new_attribute(cls, "__repr__", _make_repr(cls, [each for each in real if each.repr]))
    compared = [each for each in real if each.compare]
    if eq:
        _set_new_attribute(cls, "__eq__", _make_eq(cls, compared))
    if order:
        for name, operator in (("__lt__", "<"), ("__le__", "<="), ("__gt__", ">"), ("__ge__", ">=")):
            if _set_new_attribute(cls, name, _make_order(cls, name, operator, compared)):
                raise TypeError(f"Cannot overwrite attribute {name} in class {cls.__name__}. Consider using functools.total_ordering")
    if frozen:
        _add_frozen(cls, real)
    _set_hash(cls, real, has_explicit_hash, unsafe_hash, eq, frozen)
    if cls.__doc__ is None:
        cls.__doc__ = _signature_text(cls, given)
    if match_args and "__match_args__" not in cls.__dict__:
        cls.__match_args__ = tuple(each.name for each in given if each.init and not each.kw_only)
    if weakref_slot and not slots:
        raise TypeError("weakref_slot is True but slots is False")
    if slots:
        cls = _with_slots(cls, frozen, weakref_slot, real)
    _update_abstractmethods(cls)
    return cls


def _signature_text(cls, given):
    # As inspect.signature shows it, without loading that.
    def annotation_text(annotation):
        module = getattr(annotation, "__module__", None)
        if module == "typing":
            text = ""
            rest = repr(annotation)
            while rest:
                before, found, rest = rest.partition("typing.")
                whole = not before or not (before[-1].isalnum() or before[-1] in "_.")
                text += before if whole else before + found
            return text
        if isinstance(annotation, type) and not isinstance(annotation, _GenericAlias):
            return annotation.__qualname__ if module == "builtins" else f"{module}.{annotation.__qualname__}"
        return repr(annotation)

    def shown(each):
        text = f"{each.name}: {annotation_text(each.type)}"
        if each.default is not MISSING:
            return f"{text} = {each.default!r}"
        return f"{text} = <factory>" if each.default_factory is not MISSING else text

    positional = [shown(each) for each in given if each.init and not each.kw_only]
    keyword = [shown(each) for each in given if each.init and each.kw_only]
    return f"{cls.__name__}({', '.join(positional + (['*'] if keyword else []) + keyword)})"


def _replace_method():
    def __replace__(self, /, **changes):
        return _replaced(self, changes)

    return __replace__


def _with_slots(cls, frozen, weakref_slot, real):
    if "__slots__" in cls.__dict__:
        raise TypeError(f"{cls.__name__} already specifies __slots__")
    space = dict(cls.__dict__)
    names = tuple(each.name for each in real)
    inherited = {name for base in cls.__mro__[1:-1] * _leaves_out_inherited for name in _slots_of(base)}
    wanted = [name for name in (*names, *(("__weakref__",) if weakref_slot else ())) if name not in inherited]
    docs = {each.name: each.doc for each in real if _has_doc}
    # With the fields' documents they are a dict, which describes the slots.
    space["__slots__"] = {name: docs.get(name) for name in wanted} if any(doc is not None for doc in docs.values()) else tuple(wanted)
    for name in (*names, "__dict__", "__weakref__"):
        space.pop(name, None)
    qualname = getattr(cls, "__qualname__", None)
    made = type(cls)(cls.__name__, cls.__bases__, space)
    if qualname is not None:
        made.__qualname__ = qualname
    if frozen:
        if "__getstate__" not in cls.__dict__:
            made.__getstate__ = _dataclass_getstate
        if "__setstate__" not in cls.__dict__:
            made.__setstate__ = _dataclass_setstate
    if _renews_class_cells:
        _update_cells(cls, made)
    return made


def _update_cells(old, new):
    # Methods that say super() or __class__ hold the class in a cell; they must mean the new one.
    for value in new.__dict__.values():
        function = getattr(value, "__func__", None) or getattr(value, "fget", None) or value
        function = getattr(function, "__wrapped__", function)
        for cell in getattr(function, "__closure__", None) or ():
            try:
                if cell.cell_contents is old:
                    cell.cell_contents = new
            except ValueError:
                pass


def _slots_of(cls):
    slots = cls.__dict__.get("__slots__")
    if slots is None:
        return ("__weakref__",) if _sees_weakref_slots and cls.__weakrefoffset__ != 0 else ()
    if isinstance(slots, str):
        return (slots,)
    if hasattr(slots, "__next__"):
        raise TypeError(f"Slots of {cls.__name__!r} cannot be determined")
    return tuple(slots)


def _dataclass_getstate(self):
    return [getattr(self, each.name) for each in fields(self)]


def _dataclass_setstate(self, state):
    for each, value in zip(fields(self), state):
        object.__setattr__(self, each.name, value)


def dataclass(cls=None, /, *, init=True, repr=True, eq=True, order=False, unsafe_hash=False, frozen=False, match_args=True, kw_only=False, slots=False, weakref_slot=False):
    """Adds the methods that follow from the annotated fields of a class."""
    def wrap(cls):
        return _process(cls, init, repr, eq, order, unsafe_hash, frozen, match_args, kw_only, slots, weakref_slot)

    return wrap if cls is None else wrap(cls)


def fields(class_or_instance):
    try:
        known = getattr(class_or_instance, _FIELDS)
    except AttributeError:
        raise TypeError("must be called with a dataclass type or instance") from None
    return tuple(each for each in known.values() if each._field_type is _FIELD)


def is_dataclass(obj):
    cls = obj if isinstance(obj, type) else type(obj)
    return hasattr(cls, _FIELDS)


def _is_instance(obj):
    return hasattr(type(obj), _FIELDS)


def asdict(obj, *, dict_factory=dict):
    if not _is_instance(obj):
        raise TypeError("asdict() should be called on dataclass instances")
    return _converted(obj, lambda pairs: dict_factory(pairs))


def astuple(obj, *, tuple_factory=tuple):
    if not _is_instance(obj):
        raise TypeError("astuple() should be called on dataclass instances")
    return _converted(obj, lambda pairs: tuple_factory([value for _, value in pairs]))


def _converted(obj, build):
    if _is_instance(obj):
        return build([(each.name, _converted(getattr(obj, each.name), build)) for each in fields(obj)])
    if isinstance(obj, tuple) and hasattr(obj, "_fields"):
        return type(obj)(*[_converted(each, build) for each in obj])
    if isinstance(obj, (list, tuple)):
        return type(obj)(_converted(each, build) for each in obj)
    if isinstance(obj, dict):
        pairs = [(_converted(key, build), _converted(value, build)) for key, value in obj.items()]
        if hasattr(type(obj), "default_factory"):
            made = type(obj)(obj.default_factory)
            made.update(pairs)
            return made
        return type(obj)(pairs)
    return _copy.deepcopy(obj)


def make_dataclass(cls_name, fields, *, bases=(), namespace=None, module=None, **settings):
    annotations = {}
    space = dict(namespace or {})
    for item in fields:
        if isinstance(item, str):
            name, kind = item, "typing.Any"
        elif len(item) == 2:
            name, kind = item
        elif len(item) == 3:
            name, kind, space[item[0]] = item
        else:
            raise TypeError(f"Invalid field: {item!r}")
        if not isinstance(name, str) or not name.isidentifier():
            raise TypeError(f"Field names must be valid identifiers: {name!r}")
        if _iskeyword(name):
            raise TypeError(f"Field names must not be keywords: {name!r}")
        if name in annotations:
            raise TypeError(f"Field name duplicated: {name!r}")
        annotations[name] = kind
    space["__annotations__"] = annotations
    space.setdefault("__module__", module or (sys._getframe().f_globals.get("__name__") if _made_in_callers_module else "types"))
    # Bases may be generic aliases, which tell by `__mro_entries__` what they stand for.
    if any(not isinstance(base, type) or isinstance(base, _GenericAlias) for base in bases):
        from types import new_class

        return dataclass(new_class(cls_name, bases, {}, lambda given: given.update(space)), **settings)
    return dataclass(type(cls_name, bases, space), **settings)


def _replaced(self, changes):
    for each in getattr(self, _FIELDS).values():
        if each._field_type is _FIELD_CLASSVAR:
            continue
        if not each.init:
            if each.name in changes:
                problem = f"field {each.name} is declared with init=False, it cannot be specified with replace()"
                raise TypeError(problem) if _has_replace else ValueError(problem)
            continue
        if each.name not in changes:
            if each._field_type is _FIELD_INITVAR and each.default is MISSING:
                problem = f"InitVar {each.name!r} must be specified with replace()"
                raise TypeError(problem) if _has_replace else ValueError(problem)
            changes[each.name] = getattr(self, each.name)
    return type(self)(**changes)


def replace(obj, /, **changes):
    """A copy with some fields changed."""
    if not _is_instance(obj):
        raise TypeError("replace() should be called on dataclass instances")
    return _replaced(obj, changes)
