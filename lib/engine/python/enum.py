"""Enumerations: classes whose instances are a fixed set of names."""

import sys
from types import DynamicClassAttribute, MappingProxyType

_modern = _enum_design == "second"
_property = property


class _NotGiven:
    def __repr__(self):
        return "<not given>"


_not_given = _NotGiven()


class auto:
    """Stands for a value that the class chooses when the member is made."""

    def __init__(self, value=_not_given):
        self.value = value

    def __repr__(self):
        return f"auto({self.value!r})"


class nonmember:
    """Keeps an attribute from becoming a member."""

    def __init__(self, value):
        self.value = value


class member:
    """Makes a member of what would not become one."""

    def __init__(self, value):
        self.value = value


class property(DynamicClassAttribute):
    """An attribute of members; on the class, the name may be a member's."""

    member = None

    def __get__(self, instance, ownerclass=None):
        if instance is None:
            if self.member is not None:
                return self.member
            raise AttributeError(f"{ownerclass!r} has no attribute {self.name!r}")
        if self.fget is not None:
            return self.fget(instance)
        raise AttributeError(f"{ownerclass!r} has no attribute {self.name!r}")

    def __set__(self, instance, value):
        if self.fset is None:
            if _modern:
                raise AttributeError(f"<enum {self.clsname!r}> cannot set attribute {self.name!r}")
            raise AttributeError("can't set attribute")
        self.fset(instance, value)

    def __delete__(self, instance):
        if self.fdel is None:
            raise AttributeError(f"<enum {self.clsname!r}> cannot delete attribute {self.name!r}")
        self.fdel(instance)

    def __set_name__(self, ownerclass, name):
        self.name = name
        self.clsname = ownerclass.__name__


def _is_dunder(name):
    return len(name) > 4 and name[:2] == name[-2:] == "__" and name[2] != "_" and name[-3] != "_"


def _is_sunder(name):
    return len(name) > 2 and name[0] == name[-1] == "_" and name[1] != "_" and name[-2] != "_"


def _is_private(class_name, name):
    prefix = f"_{class_name}__"
    return name.startswith(prefix) and len(name) > len(prefix) and not name.endswith("__")


def _is_descriptor(value):
    return hasattr(value, "__get__") or hasattr(value, "__set__") or hasattr(value, "__delete__")


def _is_single_bit(number):
    return number > 0 and number & (number - 1) == 0


_SUNDERS = (
    "_order_", "_create_pseudo_member_", "_generate_next_value_", "_missing_", "_ignore_", "_iter_member_", "_iter_member_by_value_",
    "_iter_member_by_def_", "_add_alias_", "_add_value_alias_", "_numeric_repr_", "_boundary_", "_flag_mask_", "_singles_mask_", "_all_bits_",
)


class EnumDict(dict):
    """The namespace of an enum's class body: notes which names are members."""

    def __init__(self, cls_name=None):
        super().__init__()
        self._cls_name = cls_name
        self._member_names = {}
        self._values = []
        self._ignore = []
        self._generate = None

    @_property
    def member_names(self):
        return list(self._member_names)

    def __setitem__(self, key, value):
        if self._cls_name is not None and _is_private(self._cls_name, key):
            pass
        elif _is_sunder(key):
            if key not in _SUNDERS:
                raise ValueError(f"_sunder_ names, such as {key!r}, are reserved for future Enum use" if _modern else "_names_ are reserved for future Enum use")
            if key == "_generate_next_value_":
                self._generate = value.__func__ if isinstance(value, staticmethod) else value
            elif key == "_ignore_":
                value = value.replace(",", " ").split() if isinstance(value, str) else list(value)
                self._ignore = value
        elif _is_dunder(key):
            if key == "__order__":
                key = "_order_"
        elif key in self._member_names:
            raise TypeError(f"{key!r} already defined as {self[key]!r}" if _modern else f"Attempted to reuse key: {key!r}")
        elif key in self._ignore or isinstance(value, nonmember):
            value = value.value if isinstance(value, nonmember) else value
        elif isinstance(value, member) or not _is_descriptor(value) and not self._is_nested(value):
            if key in self:
                raise TypeError(f"{key!r} already defined as {self[key]!r}" if _modern else f"{key!r} already defined as: {self[key]!r}")
            value = self._chosen(key, value.value if isinstance(value, member) else value)
            self._member_names[key] = None
            self._values.append(value)
        super().__setitem__(key, value)

    def _is_nested(self, value):
        return _nested_classes_stay and isinstance(value, type) and value.__qualname__.startswith(f"{self._cls_name}.")

    def _chosen(self, key, value):
        if isinstance(value, auto):
            if value.value is _not_given:
                value.value = self._generate(key, 1, len(self._member_names), self._values[:])
            return value.value
        if type(value) is tuple and any(isinstance(each, auto) for each in value):
            return tuple(self._chosen(key, each) for each in value)
        return value


class EnumType(type):
    """The metaclass: makes the members, and is what the class itself can do."""

    @classmethod
    def __prepare__(metacls, cls, bases, **kwds):
        metacls._check_for_existing_members_(cls, bases)
        namespace = EnumDict(cls)
        _, first = metacls._get_mixins_(cls, bases)
        if first is not None:
            generate = getattr(first, "_generate_next_value_", None)
            namespace._generate = generate
        return namespace

    def __new__(metacls, cls, bases, classdict, *, boundary=None, _simple=False, **kwds):
        if not _modern and any(isinstance(base, EnumType) and base._member_names_ for base in bases):
            raise TypeError("Cannot extend enumerations")
        names = list(classdict._member_names)
        values = {name: dict.__getitem__(classdict, name) for name in names}
        for name in classdict._ignore:
            classdict.pop(name, None)
        body = {key: value for key, value in classdict.items() if key not in values and key != "_ignore_"}
        member_type, first = metacls._get_mixins_(cls, bases)
        new_member = metacls._find_new_(body, member_type, first)
        if classdict._generate is not None:
            body["_generate_next_value_"] = staticmethod(classdict._generate)
        for name in names:
            if name in ("mro", ""):
                raise ValueError(f"invalid enum member name(s) {name!r}")
        body.update(
            _member_names_=[], _member_map_={}, _value2member_map_={}, _hashable_values_=[], _unhashable_values_=[], _value_aliases_=[], _member_type_=member_type,
            _new_member_=new_member, _use_args_=new_member is not object.__new__ and new_member is not None and member_type is not object,
        )
        order = body.pop("_order_", None)
        if "__new__" in body and Enum is not None:
            body["__new_member__"] = body.pop("__new__")
            body["_use_args_"] = True
        elif first is not None and getattr(first, "__new_member__", None) is not None:
            body["_use_args_"] = True
        if first is not None and issubclass(first, _flag_class()):
            body["_boundary_"] = boundary or getattr(first, "_boundary_", None)
            body["_flag_mask_"] = body["_singles_mask_"] = 0
        enum_class = super().__new__(metacls, cls, bases, body, **kwds)
        _finish_class(enum_class, member_type, first, body)
        _in_the_making.append(enum_class)
        try:
            for name in names:
                _make_member(enum_class, name, values[name], new_member)
        finally:
            _in_the_making.remove(enum_class)
        _finish_flags(enum_class, boundary)
        if order is not None:
            wanted = order.replace(",", " ").split() if isinstance(order, str) else list(order)
            aliases = {name for name, member in enum_class._member_map_.items() if member._name_ != name}
            wanted = [name for name in wanted if name not in aliases]
            if wanted != enum_class._member_names_:
                both = f":\n  {enum_class._member_names_!r}\n  {wanted!r}" if _modern else ""
                raise TypeError(f"member order does not match _order_{both}")
        if Enum is not None:
            enum_class.__new__ = Enum.__new__
        return enum_class

    def __init__(cls, *args, **kwds):
        pass

    @classmethod
    def _check_for_existing_members_(mcls, class_name, bases):
        for chain in bases:
            for base in chain.__mro__:
                if isinstance(base, EnumType) and base._member_names_:
                    if _modern:
                        raise TypeError(f"<enum {class_name!r}> cannot extend {base!r}")
                    raise TypeError(f"{class_name}: cannot extend enumeration {base.__name__!r}")

    @classmethod
    def _get_mixins_(mcls, class_name, bases):
        if not bases or Enum is None:
            return object, Enum
        first = bases[-1]
        if not isinstance(first, EnumType):
            raise TypeError("new enumerations should be created as `EnumName([mixin_type, ...] [data_type,] enum_type)`")
        return mcls._find_data_type_(class_name, bases) or object, first

    @classmethod
    def _find_data_type_(mcls, class_name, bases):
        found = []
        for chain in bases:
            candidate = None
            for base in chain.__mro__:
                if base is object:
                    continue
                if isinstance(base, EnumType):
                    if base._member_type_ is not object:
                        found.append(base._member_type_)
                        break
                elif "__new__" in base.__dict__ or "__dataclass_fields__" in base.__dict__:
                    found.append(candidate or base)
                    break
                else:
                    candidate = candidate or base
        unique_types = []
        for kind in found:
            if kind not in unique_types:
                unique_types.append(kind)
        if len(unique_types) > 1:
            raise TypeError(f"too many data types for {class_name!r}: {set(unique_types)!r}")
        return unique_types[0] if unique_types else None

    @classmethod
    def _find_new_(mcls, body, member_type, first):
        own = body.get("__new__")
        if own is not None:
            return own.__func__ if isinstance(own, staticmethod) else own
        if first is not None:
            inherited = getattr(first, "__new_member__", None)
            if inherited is not None and inherited is not object.__new__:
                return inherited
        return member_type.__new__

    def __bool__(cls):
        return True

    def __call__(cls, value=_not_given, names=_not_given, *values, module=None, qualname=None, type=None, start=1, boundary=None):
        if cls._member_map_ or names is _not_given and value is not _not_given and (type is None or not _contains_values):
            if not cls._member_map_ and not values and names is _not_given and _contains_values:
                raise TypeError(f"{cls!r} has no members; specify `names=()` if you meant to create a new, empty, enum")
            if value is _not_given:
                raise TypeError("EnumType.__call__() missing 1 required positional argument: 'value'" if _modern else "EnumMeta.__call__() missing 1 required positional argument: 'value'")
            if names is not _not_given:
                value = (value, names, *values)
            return cls.__new__(cls, value)
        return cls._create_(value, () if names is _not_given else names, module=module, qualname=qualname, type=type, start=start, boundary=boundary)

    def _create_(cls, class_name, names, *, module=None, qualname=None, type=None, start=1, boundary=None):
        metacls = cls.__class__
        bases = (cls,) if type is None else (type, cls)
        namespace = metacls.__prepare__(class_name, bases)
        if isinstance(names, str):
            names = names.replace(",", " ").split()
        if isinstance(names, (tuple, list)) and names and isinstance(names[0], str):
            given, names, chosen = names, [], []
            for position, name in enumerate(given):
                value = cls._generate_next_value_(name, start, position, chosen[:])
                chosen.append(value)
                names.append((name, value))
        for item in names:
            name, value = (item, names[item]) if isinstance(item, str) else item
            namespace[name] = value
        if module is None:
            try:
                module = sys._getframe().f_globals.get("__name__")
            except ValueError:
                # No code of a program runs in this thread.
                pass
        if module is not None:
            namespace["__module__"] = module
        if qualname is not None:
            namespace["__qualname__"] = qualname
        return metacls.__new__(metacls, class_name, bases, namespace, boundary=boundary)

    def _convert_(cls, name, module, filter, source=None, *, boundary=None, as_global=False):
        """Makes an enum of what a module has, in place of its constants."""
        space = sys.modules[module].__dict__
        members = [(key, value) for key, value in (source.__dict__ if source else space).items() if filter(key)]
        try:
            members.sort(key=lambda pair: (pair[1], pair[0]))
        except TypeError:
            members.sort(key=lambda pair: pair[0])
        made = cls._create_(name, members, module=module, boundary=boundary or KEEP)
        if not _modern:
            made.__reduce_ex__ = _reduce_ex_by_name
        if as_global:
            global_enum(made)
        else:
            sys.modules[made.__module__].__dict__.update(made.__members__)
        space[name] = made
        return made

    def __contains__(cls, value):
        if isinstance(value, cls):
            return True
        if not isinstance(value, Enum) and not _contains_values:
            raise TypeError(f"unsupported operand type(s) for 'in': '{type(value).__qualname__}' and '{cls.__class__.__qualname__}'")
        if isinstance(value, Enum) and not _contains_values:
            return False
        try:
            cls(value)
            return True
        except ValueError:
            return False

    def __delattr__(cls, name):
        if name in cls._member_map_:
            raise AttributeError(f"{cls.__name__!r} cannot delete member {name!r}." if _modern else f"{cls.__name__}: cannot delete Enum member.")
        super().__delattr__(name)

    def __setattr__(cls, name, value):
        if name in cls.__dict__.get("_member_map_", ()):
            raise AttributeError(f"cannot reassign member {name!r}" if _modern else "Cannot reassign members.")
        super().__setattr__(name, value)

    def __dir__(cls):
        if not _modern:
            return sorted({"__class__", "__doc__", "__members__", "__module__", *cls._member_names_})
        names = {"__class__", "__contains__", "__doc__", "__getitem__", "__init_subclass__", "__iter__", "__len__", "__members__", "__module__", "__name__", "__qualname__", *cls._member_names_}
        if cls._new_member_ is not object.__new__:
            names.add("__new__")
        if cls._member_type_ is not object:
            names.update(dir(cls._member_type_))
        return sorted(names)

    def __getitem__(cls, name):
        return cls._member_map_[name]

    def __iter__(cls):
        return (cls._member_map_[name] for name in cls._member_names_)

    def __reversed__(cls):
        return (cls._member_map_[name] for name in reversed(cls._member_names_))

    def __len__(cls):
        return len(cls._member_names_)

    @_property
    def __members__(cls):
        return MappingProxyType(cls._member_map_)

    def __repr__(cls):
        if _modern and Flag is not None and issubclass(cls, Flag):
            return f"<flag {cls.__name__!r}>"
        return f"<enum {cls.__name__!r}>"


def _names_of_member(member):
    """What `dir` tells of a member: what its data type has, its own attributes, and no other members."""
    kind = type(member)
    names = set() if kind._member_type_ is object else set(object.__dir__(member))
    members = kind._member_map_
    names.update(name for name in getattr(member, "__dict__", ()) if name[0] != "_" and name not in members)
    for cls in kind.__mro__:
        for name, value in cls.__dict__.items():
            if name[0] == "_":
                continue
            if name not in members or isinstance(value, property) and value.fget is not None:
                names.add(name)
            elif isinstance(value, property):
                names.discard(name)
    return sorted(names | {"__class__", "__doc__", "__eq__", "__hash__", "__module__"})


def pickle_by_global_name(self, proto):
    """A way of pickling for members that are names of their module."""
    return self.name


def pickle_by_enum_name(self, proto):
    """A way of pickling by class and name, whatever the value."""
    return getattr, (self.__class__, self._name_)


_reduce_ex_by_global_name = pickle_by_global_name


def show_flag_values(value):
    """The bits of a value, the lowest first."""
    return list(_bits_of(value))


def _bits_of(number):
    while number:
        bit = number & -number
        yield bit
        number ^= bit


def _refused(cls, name):
    raise AttributeError(name)


if not _contains_values:
    # Up to 3.11 the metaclass looked members up itself, and its error is the bare name.
    EnumType.__getattr__ = _refused

EnumMeta = EnumType
if not _modern:
    EnumMeta.__name__ = EnumMeta.__qualname__ = "EnumMeta"
Enum = Flag = ReprEnum = None
# Classes whose members are being made; one may make another in between.
_in_the_making = []


class _Never:
    pass


def _fields_text(value):
    """The fields of a data class that is mixed in, without its name."""
    return ", ".join(f"{name}={getattr(value, name)!r}" for name, each in value.__dataclass_fields__.items() if each.repr)


def _flag_class():
    # While Flag itself is being made, no class is one.
    return _Never if Flag is None else Flag


def _finish_class(enum_class, member_type, first, body):
    # A mixed-in type must not bring its own repr and pickling along; those of ReprEnum keep str and format.
    if member_type is object or Enum is None:
        return
    for name in ("__repr__", "__str__", "__format__", "__reduce_ex__"):
        if name in body:
            continue
        if name in ("__str__", "__format__") and ReprEnum is not None and ReprEnum in enum_class.__bases__:
            method = getattr(member_type, name)
            setattr(enum_class, name, member_type.__repr__ if method is object.__str__ else method)
            continue
        found = getattr(enum_class, name)
        from_data = getattr(member_type, name, None)
        if found is from_data or found is getattr(object, name, None):
            setattr(enum_class, name, getattr(first, name))
    if issubclass(enum_class, _flag_class()):
        for name in ("__or__", "__and__", "__xor__", "__ror__", "__rand__", "__rxor__", "__invert__"):
            if name not in body:
                setattr(enum_class, name, getattr(Flag, name))


def _make_member(cls, name, value, new_member):
    member_type = cls._member_type_
    args = value if isinstance(value, tuple) else (value,)
    if member_type is tuple:
        args = (args,)
    if cls._use_args_:
        made = new_member(cls, *args)
    else:
        made = object.__new__(cls)
    if not hasattr(made, "_value_"):
        if member_type is object:
            made._value_ = value
        else:
            try:
                made._value_ = member_type(*args)
            except Exception as error:
                raise TypeError("_value_ not set in __new__, unable to create it") from error
    value = made._value_
    made._name_ = name
    made.__objclass__ = cls
    made._sort_order_ = len(cls._member_names_)
    made.__init__(*args)
    canonical = _known(cls, value)
    is_flag = Flag is not None and issubclass(cls, Flag)
    if canonical is not None:
        made = canonical
    elif not is_flag or not _modern or not isinstance(value, int) or _is_single_bit(value):
        cls._member_names_.append(name)
    if is_flag and isinstance(value, int):
        cls._flag_mask_ |= value
        if _is_single_bit(value):
            cls._singles_mask_ |= value
    _bind(cls, name, made)
    cls._member_map_[name] = made
    try:
        cls._value2member_map_.setdefault(value, made)
        if made is not canonical:
            cls._hashable_values_.append(value)
    except TypeError:
        cls._unhashable_values_.append(value)


def _bind(cls, name, made):
    # Members are attributes of the class, unless a property of members has the name: then the property knows the member.
    for base in cls.__mro__[1:]:
        found = base.__dict__.get(name)
        if isinstance(found, property):
            redirect = property(found.fget, found.fset, found.fdel)
            redirect.member = made
            redirect.__set_name__(cls, name)
            type.__setattr__(cls, name, redirect)
            return
        if found is not None:
            break
    type.__setattr__(cls, name, made)


def _known(cls, value):
    try:
        return cls._value2member_map_.get(value)
    except TypeError:
        for each in cls._member_map_.values():
            if each._value_ == value:
                return each
        return next((each for known, each in cls._value_aliases_ if known == value), None)


def _finish_flags(cls, boundary):
    if Flag is None or not issubclass(cls, Flag):
        return
    cls._boundary_ = boundary or cls._boundary_
    cls._all_bits_ = 2 ** cls._flag_mask_.bit_length() - 1


class Enum(metaclass=EnumType):
    """Base of enumerations."""

    def __new__(cls, value):
        if type(value) is cls:
            return value
        found = _known(cls, value)
        if found is not None:
            return found
        if not cls._member_map_ and _modern:
            if _auto_is_highest and any(each is cls for each in _in_the_making):
                raise TypeError("do not use `super().__new__; call the appropriate __new__ directly")
            raise TypeError(f"{cls!r} has no members defined")
        problem = None
        try:
            result = cls._missing_(value)
        except Exception as error:
            problem, result = error, None
        try:
            if isinstance(result, cls):
                return result
            if Flag is not None and issubclass(cls, Flag) and cls._boundary_ is EJECT and isinstance(result, int):
                return result
            invalid = ValueError(f"{value!r} is not a valid {cls.__qualname__}")
            if result is None and problem is None:
                raise invalid
            if problem is None:
                problem = TypeError(f"error in {cls.__name__}._missing_: returned {result!r} instead of None or a valid member")
            if not isinstance(problem, ValueError):
                problem.__context__ = invalid
            raise problem
        finally:
            problem = invalid = None

    def __init__(self, *args, **kwds):
        pass

    @staticmethod
    def _generate_next_value_(name, start, count, last_values):
        if not last_values:
            return start
        if _auto_is_highest:
            try:
                last = sorted(last_values)[-1]
            except TypeError:
                raise TypeError("unable to sort non-numeric values") from None
            try:
                return last + 1
            except TypeError:
                raise TypeError(f"unable to increment {last!r}") from None
        if _modern:
            try:
                last = last_values[-1]
                # In place: the highest one is the first to be tried below.
                last_values.sort()
                if last == last_values[-1]:
                    return last + 1
            except TypeError:
                pass
            import warnings

            warnings.warn(
                "In 3.13 the default `auto()`/`_generate_next_value_` will require all values to be sortable and support adding +1\n"
                "and the value returned will be the largest value in the enum incremented by 1",
                DeprecationWarning,
                stacklevel=1,
            )
        for last in reversed(last_values):
            try:
                return last + 1
            except TypeError:
                pass
        return start

    @classmethod
    def _missing_(cls, value):
        return None

    def __repr__(self):
        kind = type(self)
        show = kind._member_type_.__repr__ if _modern and kind._member_type_ is not object else repr
        params = kind._member_type_.__dict__.get("__dataclass_params__") if _contains_values else None
        if params is not None and params.repr:
            show = _fields_text
        return f"<{kind.__name__}.{self._name_}: {show(self._value_)}>"

    def __str__(self):
        return f"{type(self).__name__}.{self._name_}"

    def __dir__(self):
        if _modern:
            return _names_of_member(self)
        own = {name for cls in type(self).__mro__ for name in cls.__dict__ if name[0] != "_" and name not in cls.__dict__.get("_member_map_", ())}
        return sorted({"__class__", "__doc__", "__module__", "name", "value", *own})

    def __format__(self, format_spec):
        kind = type(self)
        if not _modern and kind._member_type_ is not object and kind.__str__ in (Enum.__str__, Flag.__str__):
            return kind._member_type_.__format__(self._value_, format_spec)
        return str.__format__(str(self), format_spec)

    def __hash__(self):
        return hash(self._name_)

    def __reduce_ex__(self, proto):
        return type(self), (self._value_,)

    if _auto_is_highest:
        def _add_alias_(self, name):
            """One more name for this member."""
            known = type(self)._member_map_.get(name, self)
            if known is not self:
                raise NameError(f"{name!r} is already bound: {known!r}")
            _bind(type(self), name, self)
            type(self)._member_map_[name] = self

        def _add_value_alias_(self, value):
            """One more value for this member."""
            cls = type(self)
            known = _known(cls, value)
            if known is not None and known is not self:
                raise ValueError(f"{value!r} is already bound: {known!r}")
            try:
                if cls._value2member_map_.setdefault(value, self) is self and known is None:
                    cls._hashable_values_.append(value)
            except TypeError:
                cls._unhashable_values_.append(value)
                cls._value_aliases_.append((value, self))

    def __copy__(self):
        return self

    def __deepcopy__(self, memo):
        return self

    @property
    def name(self):
        return self._name_

    @property
    def value(self):
        return self._value_


class ReprEnum(Enum):
    """An enum with a data type whose `str` and `format` stay those of the data type."""


class IntEnum(int, *((ReprEnum,) if _modern else (Enum,))):
    """Members are ints."""


class StrEnum(str, ReprEnum):
    """Members are strings."""

    def __new__(cls, *values):
        if len(values) > 3:
            raise TypeError(f"too many arguments for str(): {values!r}")
        if len(values) == 1 and not isinstance(values[0], str):
            raise TypeError(f"{values[0]!r} is not a string")
        for position, what in ((1, "encoding"), (2, "errors")):
            if len(values) > position and not isinstance(values[position], str):
                raise TypeError(f"{what} must be a string, not {values[position]!r}")
        made = str.__new__(cls, *values)
        made._value_ = str(*values)
        return made

    @staticmethod
    def _generate_next_value_(name, start, count, last_values):
        return name.lower()


class FlagBoundary(StrEnum):
    """What happens to bits that no member has."""

    STRICT = auto()
    CONFORM = auto()
    EJECT = auto()
    KEEP = auto()


STRICT, CONFORM, EJECT, KEEP = FlagBoundary


def _parts(cls, value):
    """The members that a value is made of, the highest first, and the bits that none of them has (before 3.11)."""
    members = [each for each in cls if each._value_ and each._value_ & value == each._value_]
    rest = value
    for each in members:
        rest &= ~each._value_
    known = cls._value2member_map_
    if value >= 0:
        for bit in [1 << at for at in range(rest.bit_length())]:
            if bit & rest and bit in known:
                members.append(known[bit])
                rest &= ~bit
    if not members and value in known:
        members.append(known[value])
    members.sort(key=lambda each: each._value_, reverse=True)
    if len(members) > 1 and members[0]._value_ == value:
        del members[0]
    return members, rest


def _parts_text(cls, value):
    return "|".join(str(each._name_ or each._value_) for each in _parts(cls, value)[0])


def _combined(cls, value):
    """The member for a combination of bits; ints keep unknown bits, each of which becomes a member, and their sign (before 3.11)."""
    is_int = cls._member_type_ is not object
    if value < 0 and not is_int:
        return ~cls(~value)
    rest = _parts(cls, value)[1]
    if rest and not is_int:
        raise ValueError(f"{value!r} is not a valid {cls.__qualname__}")
    wanted = [value]
    while rest:
        bit = 1 << rest.bit_length() - 1
        if bit not in cls._value2member_map_ and bit not in wanted:
            wanted.append(bit)
        rest = 0 if rest == -bit else rest ^ bit
    for each in reversed(wanted):
        made = int.__new__(cls, each) if is_int else object.__new__(cls)
        made._name_ = None
        made._value_ = each
        made = cls._value2member_map_.setdefault(each, made)
    return made


class Flag(Enum, boundary=STRICT):
    """Members are bits that can be combined."""

    _boundary_ = STRICT
    _flag_mask_ = _singles_mask_ = _all_bits_ = 0

    @staticmethod
    def _generate_next_value_(name, start, count, last_values):
        if not last_values:
            return 1 if start is None else start
        return 2 ** max(last_values).bit_length()

    @classmethod
    def _missing_(cls, value):
        if not isinstance(value, int):
            raise ValueError(f"{value!r} is not a valid {cls.__qualname__}")
        if not _modern:
            return _combined(cls, value)
        unknown = value & ~cls._flag_mask_ if value >= 0 else 0
        out_of_range = not ~cls._all_bits_ <= value <= cls._all_bits_
        if out_of_range or (unknown if value >= 0 else ~value & ~cls._flag_mask_):
            if cls._boundary_ is STRICT:
                raise ValueError(cls._refusal(value))
            if cls._boundary_ is CONFORM:
                value &= cls._flag_mask_
            elif cls._boundary_ is EJECT:
                return value
        if value < 0:
            if cls._boundary_ is not KEEP:
                value &= cls._flag_mask_
            elif out_of_range:
                value += max(cls._all_bits_ + 1, 2 ** value.bit_length())
            else:
                value += cls._all_bits_ + 1
            known = cls._value2member_map_.get(value)
            if known is not None:
                return known
        made = object.__new__(cls) if cls._member_type_ is object else cls._member_type_.__new__(cls, value)
        made._value_ = value
        made._name_ = cls._combined_name(value)
        return cls._value2member_map_.setdefault(value, made)

    @classmethod
    def _refusal(cls, value):
        width = max(value.bit_length(), cls._flag_mask_.bit_length())
        return f"{cls!r} invalid value {value!r}\n    given {_bits(value, width)}\n  allowed {_bits(cls._flag_mask_, width)}"

    @classmethod
    def _combined_name(cls, value):
        if value == 0:
            return None
        parts = [each for each in cls if each._value_ & value and _is_single_bit(each._value_)]
        names = [each._name_ for each in parts]
        rest = value
        for each in parts:
            rest &= ~each._value_
        if not names:
            return None
        if rest:
            names.append(str(rest))
        return "|".join(names)

    def __contains__(self, other):
        if not isinstance(other, type(self)):
            raise TypeError(f"unsupported operand type(s) for 'in': {type(other).__qualname__!r} and {type(self).__qualname__!r}")
        return other._value_ & self._value_ == other._value_

    if _modern:
        def __iter__(self):
            for each in type(self):
                if _is_single_bit(each._value_) and each._value_ & self._value_:
                    yield each

        def __len__(self):
            return self._value_.bit_count()

    def __repr__(self):
        kind = type(self)
        show = kind._member_type_.__repr__ if kind._member_type_ is not object else repr
        if not _modern and self._name_ is None:
            return f"<{kind.__name__}.{_parts_text(kind, self._value_)}: {self._value_!r}>"
        if self._name_ is None:
            return f"<{kind.__name__}: {show(self._value_)}>"
        return f"<{kind.__name__}.{self._name_}: {show(self._value_)}>"

    def __str__(self):
        kind = type(self)
        if self._name_ is None:
            return f"{kind.__name__}({self._value_!r})" if _modern else f"{kind.__name__}.{_parts_text(kind, self._value_)}"
        return f"{kind.__name__}.{self._name_}"

    def __bool__(self):
        return bool(self._value_)

    def _other_value(self, other):
        if isinstance(other, type(self)):
            return other._value_
        if type(self)._member_type_ is not object and isinstance(other, type(self)._member_type_):
            return other
        return NotImplemented

    def __or__(self, other):
        value = self._other_value(other)
        return value if value is NotImplemented else type(self)(self._value_ | value)

    def __and__(self, other):
        value = self._other_value(other)
        return value if value is NotImplemented else type(self)(self._value_ & value)

    def __xor__(self, other):
        value = self._other_value(other)
        return value if value is NotImplemented else type(self)(self._value_ ^ value)

    def __invert__(self):
        cls = type(self)
        if not _modern and cls._member_type_ is object:
            rest = 0
            for each in cls:
                rest |= 0 if each._value_ & self._value_ else each._value_
            return cls(rest)
        if cls._boundary_ in (EJECT, KEEP):
            return cls(~self._value_)
        return cls(cls._singles_mask_ & ~self._value_)

    __ror__ = __or__
    __rand__ = __and__
    __rxor__ = __xor__


class IntFlag(int, *((ReprEnum, Flag) if _modern else (Flag,)), boundary=KEEP):
    """Flags that are ints."""

    _boundary_ = KEEP


def _bits(value, width):
    sign = "1" if value < 0 else "0"
    digits = format(value & (1 << width) - 1, f"0{width}b")
    return f"0b{sign} {digits}"


def unique(enumeration):
    """Refuses aliases."""
    doubles = [(name, each.name) for name, each in enumeration.__members__.items() if name != each.name]
    if doubles:
        details = ", ".join(f"{alias} -> {name}" for alias, name in doubles)
        raise ValueError(f"duplicate values found in {enumeration!r}: {details}")
    return enumeration


class EnumCheck(StrEnum):
    """What `verify` can check."""

    CONTINUOUS = "no skipped integer values"
    NAMED_FLAGS = "multi-flag aliases may not contain unnamed flags"
    UNIQUE = "one name per value"


CONTINUOUS, NAMED_FLAGS, UNIQUE = EnumCheck


class verify:
    """Checks an enumeration when it is made."""

    def __init__(self, *checks):
        self.checks = checks

    def __call__(self, enumeration):
        for check in self.checks:
            if check is UNIQUE:
                doubles = [(name, each.name) for name, each in enumeration.__members__.items() if name != each.name]
                if doubles:
                    raise ValueError(f"aliases found in {enumeration!r}: {', '.join(f'{a} -> {n}' for a, n in doubles)}")
            elif check is CONTINUOUS:
                values = {each.value for each in enumeration}
                missing = [value for value in range(min(values, default=0), max(values, default=0)) if value not in values]
                if issubclass(enumeration, Flag):
                    missing = [value for value in missing if _is_single_bit(value)]
                if missing:
                    kind = "flag" if issubclass(enumeration, Flag) else "enum"
                    raise ValueError(f"invalid {kind} {enumeration.__name__!r}: missing values {', '.join(map(str, missing))}"[:256])
            elif check is NAMED_FLAGS:
                _check_named(enumeration)
        return enumeration


def _check_named(enumeration):
    """Refuses combinations whose bits have no names."""
    known = [each.value for each in enumeration]
    unnamed, missing = [], 0
    for name, alias in enumeration._member_map_.items():
        if name in enumeration._member_names_ or alias.value < 0:
            continue
        unknown = [bit for bit in _bits_of(alias.value) if bit not in known]
        if unknown:
            unnamed.append(name)
            missing |= sum(unknown)
    if unnamed:
        names = f"alias {unnamed[0]} is" if len(unnamed) == 1 else f"aliases {', '.join(unnamed[:-1])} and {unnamed[-1]} are"
        values = f"{'value' if _is_single_bit(missing) else 'combined values of'} 0x{missing:x}"
        raise ValueError(f"invalid Flag {enumeration.__name__!r}: {names} missing {values} [use enum.show_flag_values(value) for details]")


def global_enum(cls, update_str=False):
    """Puts the members into the module of the class."""
    cls.__repr__ = global_flag_repr if issubclass(cls, Flag) else global_enum_repr
    if update_str or not issubclass(cls, ReprEnum):
        cls.__str__ = global_str
    sys.modules[cls.__module__].__dict__.update(cls.__members__)
    return cls


def global_enum_repr(self):
    return f"{type(self).__module__.split('.')[-1]}.{self._name_}"


def global_flag_repr(self):
    module = type(self).__module__.split(".")[-1]
    if self._name_ is None:
        return f"{module}.{type(self).__name__}({self._value_!r})"
    return "|".join(f"{module}.{name}" for name in self._name_.split("|"))


def global_str(self):
    return self._name_ if self._name_ is not None else f"{type(self).__name__}({self._value_!r})"


if _modern:
    __all__ = [
        "EnumType", "EnumMeta", *["EnumDict"] * _auto_is_highest, "Enum", "IntEnum", "StrEnum", "Flag", "IntFlag", "ReprEnum", "auto", "unique", "property", "verify",
        "member", "nonmember", "FlagBoundary", "STRICT", "CONFORM", "EJECT", "KEEP", "global_flag_repr", "global_enum_repr", "global_str", "global_enum",
        "EnumCheck", "CONTINUOUS", "NAMED_FLAGS", "UNIQUE", "pickle_by_global_name", "pickle_by_enum_name",
    ]
else:
    __all__ = ["EnumMeta", "Enum", "IntEnum", "Flag", "IntFlag", "auto", "unique"]
    _reduce_ex_by_name = pickle_by_global_name
    del pickle_by_enum_name, pickle_by_global_name, _reduce_ex_by_global_name, show_flag_values
