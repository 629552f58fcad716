"""How objects are taken apart for pickles and copies."""

dispatch_table = {}
_extension_registry, _inverted_registry, _extension_cache = {}, {}, {}


def pickle(ob_type, pickle_function, constructor_ob=None):
    """Names the function that takes objects of a type apart."""
    if not callable(pickle_function):
        raise TypeError("reduction functions must be callable")
    dispatch_table[ob_type] = pickle_function
    if constructor_ob is not None:
        constructor(constructor_ob)


def constructor(object):
    if not callable(object):
        raise TypeError("constructors must be callable")


def pickle_complex(c):
    return complex, (c.real, c.imag)


def _or(alternatives):
    result = alternatives[0]
    for other in alternatives[1:]:
        result = result | other
    return result


def pickle_union(obj):
    return _or, (obj.__args__,)


pickle(complex, pickle_complex, complex)
pickle(type(int | str), pickle_union)


def _reconstructor(cls, base, state):
    if base is object:
        return object.__new__(cls)
    obj = base.__new__(cls, state)
    if base.__init__ != object.__init__:
        base.__init__(obj, state)
    return obj


_new_type = type(int.__new__)


def _reduce_ex(self, proto):
    """Protocols 0 and 1: the value of a built-in base, and the state."""
    cls = type(self)
    for base in cls.__mro__:
        new = base.__new__
        if not base.__flags__ & 1 << 9 or (type(new) is _new_type and new.__self__ is base):
            break
    else:
        base = object
    if base is object:
        state = None
    else:
        if base is cls:
            raise TypeError(f"cannot pickle {cls.__name__!r} object")
        state = base(self)
    args = cls, base, state
    own = getattr(type(self), "__getstate__", None)
    plain = own is None or own is getattr(object, "__getstate__", None)
    if plain:
        if getattr(self, "__slots__", None):
            raise TypeError(f"a class that defines __slots__ without defining __getstate__ cannot be pickled" + _protocol_text.format(proto))
        attributes = getattr(self, "__dict__", None)
    else:
        attributes = self.__getstate__()
    return (_reconstructor, args, attributes) if attributes else (_reconstructor, args)


def __newobj__(cls, *args):
    return cls.__new__(cls, *args)


def __newobj_ex__(cls, args, kwargs):
    return cls.__new__(cls, *args, **kwargs)


def _slotnames(cls):
    """Names of all slots of a class, private ones as they are stored."""
    names = []
    for base in cls.__mro__:
        slots = base.__dict__.get("__slots__", ())
        for name in (slots,) if isinstance(slots, str) else slots:
            if name in ("__dict__", "__weakref__"):
                continue
            if name.startswith("__") and not name.endswith("__"):
                stripped = base.__name__.lstrip("_")
                name = f"_{stripped}{name}" if stripped else name
            names.append(name)
    return names
