"""Abstract base classes."""


def abstractmethod(funcobj):
    """Marks a method that a concrete subclass must define."""
    funcobj.__isabstractmethod__ = True
    return funcobj


class abstractclassmethod(classmethod):
    __isabstractmethod__ = True

    def __init__(self, callable):
        callable.__isabstractmethod__ = True
        super().__init__(callable)


class abstractstaticmethod(staticmethod):
    __isabstractmethod__ = True

    def __init__(self, callable):
        callable.__isabstractmethod__ = True
        super().__init__(callable)


class abstractproperty(property):
    __isabstractmethod__ = True


_cache_token = 0


def get_cache_token():
    return _cache_token


def _counts(subclass, cls):
    # A protocol refuses some questions of a program, not those of other abstract classes.
    check = getattr(type(cls), "_counts_as_subclass", None)
    return issubclass(subclass, cls) if check is None else check(cls, subclass)


class ABCMeta(type):
    """The metaclass that keeps track of abstract methods and virtual subclasses."""

    def __new__(mcls, name, bases, namespace, /, **kwargs):
        cls = super().__new__(mcls, name, bases, namespace, **kwargs)
        cls.__abstractmethods__ = _abstract_names(cls)
        cls._abc_impl = _new_data()
        if "__abc_tpflags__" in namespace:
            _set_collection(cls, cls.__abc_tpflags__)
            del cls.__abc_tpflags__
        return cls

    def register(cls, subclass):
        global _cache_token
        if not isinstance(subclass, type):
            raise TypeError("Can only register classes")
        if _counts(subclass, cls):
            return subclass
        if _counts(cls, subclass):
            raise RuntimeError("Refusing to create an inheritance cycle")
        _add(cls._abc_impl, cls, subclass)
        _cache_token += 1
        return subclass

    def _abc_caches_clear(cls):
        """Forget who was found to be a subclass or not."""
        _forget(cls._abc_impl, False)

    def _abc_registry_clear(cls):
        """Forget who was registered."""
        _forget(cls._abc_impl, True)

    def __instancecheck__(cls, instance):
        subclass = instance.__class__
        known = _known(cls._abc_impl, subclass, _cache_token)
        if known:
            return True
        kind = type(instance)
        if kind is not subclass:
            return cls.__subclasscheck__(subclass) or cls.__subclasscheck__(kind)
        return cls.__subclasscheck__(subclass) if known is None else False

    def __subclasscheck__(cls, subclass):
        if not isinstance(subclass, type):
            raise TypeError("issubclass() arg 1 must be a class")
        data = cls._abc_impl
        known = _known(data, subclass, _cache_token)
        if known is not None:
            return known
        answer = cls.__subclasshook__(subclass)
        if answer is not NotImplemented:
            if answer is not True and answer is not False:
                raise AssertionError("__subclasshook__ must return either False, True, or NotImplemented")
            return _remember(data, subclass, answer)
        if cls in getattr(subclass, "__mro__", ()):
            return _remember(data, subclass, True)
        registered = _registered(data, subclass)
        if registered is True:
            return True
        for one in registered:
            if _counts(subclass, one):
                return _remember(data, subclass, True)
        derived = cls.__subclasses__()
        if type(derived) is not list:
            raise TypeError("__subclasses__() must return a list")
        for one in derived:
            if _counts(subclass, one):
                return _remember(data, subclass, True)
        return _remember(data, subclass, False)


class ABC(metaclass=ABCMeta):
    """A class to derive from instead of naming the metaclass."""

    __slots__ = ()


def update_abstractmethods(cls):
    if not hasattr(cls, "__abstractmethods__"):
        return cls
    cls.__abstractmethods__ = _abstract_names(cls)
    return cls
