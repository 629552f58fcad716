"""Tools that work on functions."""

from abc import get_cache_token
from _namedtuple import namedtuple
from reprlib import recursive_repr as _recursive_repr
from types import GenericAlias as _GenericAlias, MappingProxyType as _MappingProxyType, MethodType as _MethodType, UnionType as _UnionType

WRAPPER_ASSIGNMENTS = ("__module__", "__name__", "__qualname__", "__doc__", *_annotation_names)
WRAPPER_UPDATES = ("__dict__",)


def update_wrapper(wrapper, wrapped, assigned=WRAPPER_ASSIGNMENTS, updated=WRAPPER_UPDATES):
    """Makes a wrapper look like what it wraps."""
    for name in assigned:
        try:
            value = getattr(wrapped, name)
        except AttributeError:
            continue
        setattr(wrapper, name, value)
    for name in updated:
        getattr(wrapper, name).update(getattr(wrapped, name, {}))
    wrapper.__wrapped__ = wrapped
    return wrapper


def wraps(wrapped, assigned=WRAPPER_ASSIGNMENTS, updated=WRAPPER_UPDATES):
    return partial(update_wrapper, wrapped=wrapped, assigned=assigned, updated=updated)


_absent = object()


def reduce(function, iterable, initial=_absent, /):
    """Folds an iterable from the left."""
    iterator = iter(iterable)
    value = next(iterator, _absent) if initial is _absent else initial
    if value is _absent:
        raise TypeError("reduce() of empty iterable with no initial value")
    for item in iterator:
        value = function(value, item)
    return value


if _reduce_names_initial:
    reduce.__code__ = reduce.__code__.replace(co_posonlyargcount=2)
reduce = _builtin(reduce, variadic=True)


class _PlaceholderType:
    """The type of `Placeholder`, which keeps a place among the arguments of `partial` free."""

    __slots__ = ()

    def __new__(cls):
        return Placeholder

    def __init_subclass__(cls, /, *args, **kwargs):
        raise TypeError(f"type '{cls.__name__}' is not an acceptable base type")

    def __repr__(self):
        return "Placeholder"

    def __reduce__(self):
        return "Placeholder"


Placeholder = object.__new__(_PlaceholderType)
_has_placeholder = _partial_binds == "methods"


def _count_placeholders(args):
    return sum(each is Placeholder for each in args)


def _check_placeholders(args, keywords):
    if args and args[-1] is Placeholder:
        raise TypeError("trailing Placeholders are not allowed")
    if _count_placeholders(keywords.values()):
        raise TypeError("Placeholder cannot be passed as a keyword argument")


def _filled(args, given):
    """`args` with what is given in the places kept free, and the rest of it behind."""
    if not _has_placeholder or not _count_placeholders(args):
        return (*args, *given)
    rest = iter(given)
    return (*[next(rest, Placeholder) if each is Placeholder else each for each in args], *rest)


class partial:
    """A call with some of its arguments given beforehand."""

    __slots__ = ("__func", "__args", "__keywords", "__dict__", "__weakref__")

    def __new__(cls, /, *args, **keywords):
        if not args:
            raise TypeError("type 'partial' takes at least one argument")
        func, *args = args
        args = tuple(args)
        if not callable(func):
            raise TypeError("the first argument must be callable")
        if _has_placeholder:
            _check_placeholders(args, keywords)
        if isinstance(func, partial) and not func.__dict__:
            args = _filled(func.args, args)
            keywords = {**func.keywords, **keywords}
            func = func.func
        self = object.__new__(cls)
        self.__func = func
        self.__args = args
        self.__keywords = keywords
        return self

    def __call__(self, /, *args, **keywords):
        if _has_placeholder:
            wanted = _count_placeholders(self.__args)
            if len(args) < wanted:
                raise TypeError(f"missing positional arguments in 'partial' call; expected at least {wanted}, got {len(args)}")
        return self.__func(*_filled(self.__args, args), **{**self.__keywords, **keywords})

    @_recursive_repr()
    def __repr__(self):
        cls = type(self)
        parts = [repr(self.__func), *map(repr, self.__args), *(f"{key}={value!r}" for key, value in self.__keywords.items())]
        return f"{cls.__module__}.{cls.__qualname__}({', '.join(parts)})"

    def __reduce__(self):
        return type(self), (self.__func,), (self.__func, self.__args, self.__keywords or None, self.__dict__ or None)

    def __setstate__(self, state):
        if not (isinstance(state, tuple) and len(state) == 4 and callable(state[0]) and isinstance(state[1], tuple)
                and isinstance(state[2], (dict, type(None))) and isinstance(state[3], (dict, type(None)))):
            raise TypeError("invalid partial state")
        func, args, keywords, _ = state
        self.__func = func
        self.__args = args if type(args) is tuple else tuple(args)
        self.__keywords = {} if keywords is None else keywords if type(keywords) is dict else dict.copy(keywords)
        self.__dict__.clear()
        self.__dict__.update(state[3] or {})

    __class_getitem__ = classmethod(_GenericAlias)


def _bind(self, instance, owner=None):
    if instance is None:
        return self
    if _partial_binds == "methods":
        return _MethodType(self, instance)
    import warnings

    warnings.warn("functools.partial will be a method descriptor in future Python versions; "
                  "wrap it in staticmethod() if you want to preserve the old behavior", FutureWarning)
    return self


if _partial_binds != "never":
    partial.__get__ = _bind
_seal(partial, 64, members=("func", "args", "keywords"))
_seal(_PlaceholderType, 16, final=True)
if not _has_placeholder:
    del Placeholder, _PlaceholderType


class partialmethod:
    """`partial` for a method of a class."""

    def __init__(self, func, /, *args, **keywords):
        if not callable(func) and not hasattr(func, "__get__"):
            raise TypeError(f"{func!r} is not callable or a descriptor")
        if isinstance(func, partialmethod):
            args = func.args + args
            keywords = {**func.keywords, **keywords}
            func = func.func
        self.func = func
        self.args = args
        self.keywords = keywords

    def __repr__(self):
        cls = type(self)
        groups = [map(repr, self.args), (f"{key}={value!r}" for key, value in self.keywords.items())]
        texts = [", ".join(group) for group in groups]
        parts = [repr(self.func), *(text for text in texts if text or _shows_gaps)]
        return f"{cls.__module__}.{cls.__qualname__}({', '.join(parts)})"

    @property
    def __isabstractmethod__(self):
        return getattr(self.func, "__isabstractmethod__", False)

    __class_getitem__ = classmethod(_GenericAlias)

    def _make_unbound_method(self):
        given = self

        def method(self, /, *args, **keywords):
            return given.func(self, *given.args, *args, **{**given.keywords, **keywords})

        method.__isabstractmethod__ = self.__isabstractmethod__
        return method

    def __get__(self, instance, owner=None):
        bind = getattr(self.func, "__get__", None)
        if bind is not None and (_partial_binds == "methods" or not isinstance(self.func, partial)):
            bound = bind(instance, owner)
            if bound is not self.func:
                made = partial(bound, *self.args, **self.keywords)
                try:
                    made.__self__ = bound.__self__
                except AttributeError:
                    pass
                return made
        return self._make_unbound_method().__get__(instance, owner)


def _from_negation(root, equal_counts):
    # not (a < b) is a >= b; leaving out or adding equality gives the rest.
    def compare(self, other):
        answer = getattr(type(self), root)(self, other)
        if answer is NotImplemented:
            return answer
        if equal_counts is None:
            return not answer
        return not answer and self != other if not equal_counts else not answer or self == other

    return compare


def _from_same_direction(root, equal_counts):
    def compare(self, other):
        answer = getattr(type(self), root)(self, other)
        if answer is NotImplemented:
            return answer
        return answer or self == other if equal_counts else answer and self != other

    return compare


def _comparison(name, root, make, equal_counts):
    function = make(root, equal_counts)
    function.__name__ = name
    function.__qualname__ = f"_{name.strip('_')}_from_{root.strip('_')}"
    # Pickled by that name.
    globals()[function.__qualname__] = function
    return function


_derived = {
    root: {name: _comparison(name, root, *rule) for name, rule in rules.items()}
    for root, rules in {
        "__lt__": {
            "__gt__": (_from_negation, False),
            "__le__": (_from_same_direction, True),
            "__ge__": (_from_negation, None),
        },
        "__le__": {
            "__ge__": (_from_negation, True),
            "__lt__": (_from_same_direction, False),
            "__gt__": (_from_negation, None),
        },
        "__gt__": {
            "__lt__": (_from_negation, False),
            "__ge__": (_from_same_direction, True),
            "__le__": (_from_negation, None),
        },
        "__ge__": {
            "__le__": (_from_negation, True),
            "__gt__": (_from_same_direction, False),
            "__lt__": (_from_negation, None),
        },
    }.items()
}


def total_ordering(cls):
    """Adds the order comparisons that follow from one of them and `__eq__`."""
    own = {name for name in _derived if getattr(cls, name, None) is not getattr(object, name, None)}
    if not own:
        raise ValueError("must define at least one ordering operation: < > <= >=")
    for name, function in _derived[max(own)].items():
        if name not in own:
            setattr(cls, name, function)
    return cls


class KeyWrapper:
    """A comparison function; called with an object it is that object's key."""

    __slots__ = ("_compare", "obj")
    __hash__ = None

    def __call__(self, obj):
        key = object.__new__(_KeyWrapper)
        key._compare = self._compare
        key.obj = obj
        return key

    def _asked(self, other):
        if not isinstance(other, _KeyWrapper):
            raise TypeError("other argument must be K instance")
        return self._compare(self.obj, other.obj)

    def __lt__(self, other):
        return self._asked(other) < 0

    def __gt__(self, other):
        return self._asked(other) > 0

    def __eq__(self, other):
        return self._asked(other) == 0

    def __ne__(self, other):
        return self._asked(other) != 0

    def __le__(self, other):
        return self._asked(other) <= 0

    def __ge__(self, other):
        return self._asked(other) >= 0


_KeyWrapper = KeyWrapper
del KeyWrapper


@_builtin
def cmp_to_key(mycmp):
    """A key function from a comparison function."""
    key = object.__new__(_KeyWrapper)
    key._compare = mycmp
    return key


_CacheInfo = namedtuple("CacheInfo", ("hits", "misses", "maxsize", "currsize"))


class _Arguments(list):
    """Arguments as a key that is hashed once; told apart from a single argument that is a tuple."""

    __slots__ = ("_hash",)

    def __init__(self, parts):
        super().__init__(parts)
        self._hash = hash(parts)

    def __hash__(self):
        return self._hash


_between = object()


def _key_of(args, keywords, typed):
    if not keywords and not typed and len(args) == 1 and type(args[0]) in (int, str):
        return args[0]
    parts = args
    if keywords:
        parts += (_between,)
        for pair in keywords.items():
            parts += pair
    if typed:
        parts += tuple(map(type, args)) + tuple(map(type, keywords.values()))
    return _Arguments(parts)


class _lru_cache_wrapper:
    """A function with a memory of its results, least recently used ones forgotten first."""

    __slots__ = ("_function", "_maxsize", "_typed", "_hits", "_misses", "_results", "__dict__", "__weakref__")

    def __init__(self, function, maxsize, typed):
        if not callable(function):
            raise TypeError("the first argument must be callable")
        self._function = function
        self._maxsize = maxsize
        self._typed = typed
        self._results = {}
        self._hits = self._misses = 0

    def __call__(self, /, *args, **keywords):
        if self._maxsize == 0:
            self._misses += 1
            return self._function(*args, **keywords)
        key = _key_of(args, keywords, self._typed)
        # An unhashable argument is to be named by itself, not by the key it is part of.
        hash(key)
        results = self._results
        found = results.get(key, _absent)
        if found is not _absent:
            self._hits += 1
            if self._maxsize is not None:
                del results[key]
                results[key] = found
            return found
        self._misses += 1
        value = self._function(*args, **keywords)
        if self._maxsize is not None and key not in results and len(results) >= self._maxsize:
            del results[next(iter(results))]
        results[key] = value
        return value

    def __get__(self, instance, owner=None):
        return self if instance is None else _MethodType(self, instance)

    def __repr__(self):
        return f"<functools._lru_cache_wrapper object at {hex(id(self))}>"

    def cache_info(self):
        return _CacheInfo(self._hits, self._misses, self._maxsize, len(self._results))

    def cache_clear(self):
        self._hits = self._misses = 0
        self._results.clear()

    def cache_parameters(self):
        return {"maxsize": self._maxsize, "typed": self._typed}

    def __copy__(self):
        return self

    def __deepcopy__(self, memo):
        return self

    def __reduce__(self):
        return self.__qualname__


_seal(_lru_cache_wrapper, 152, final=True)
_seal(_KeyWrapper, 32, final=True)
del _builtin, _seal


def lru_cache(maxsize=128, typed=False):
    """A decorator that keeps up to `maxsize` results; None keeps all."""
    if callable(maxsize) and isinstance(typed, bool):
        return update_wrapper(_lru_cache_wrapper(maxsize, 128, typed), maxsize)
    if maxsize is not None and not isinstance(maxsize, int):
        raise TypeError("Expected first argument to be an integer, a callable, or None")
    size = maxsize if maxsize is None else max(maxsize, 0)
    return lambda function: update_wrapper(_lru_cache_wrapper(function, size, typed), function)


def cache(user_function, /):
    return lru_cache(maxsize=None)(user_function)


class cached_property:
    """A property that is computed once and then lies in the instance's dict."""

    def __init__(self, func):
        self.func = func
        self.attrname = None
        self.__doc__ = func.__doc__
        self.__module__ = func.__module__
        if _cached_properties_lock:
            from _thread import RLock

            self.lock = RLock()

    def __set_name__(self, owner, name):
        if self.attrname is None:
            self.attrname = name
        elif name != self.attrname:
            raise TypeError(f"Cannot assign the same cached_property to two different names ({self.attrname!r} and {name!r}).")

    def __get__(self, instance, owner=None):
        if instance is None:
            return self
        if self.attrname is None:
            raise TypeError("Cannot use cached_property instance without calling __set_name__ on it.")
        try:
            values = instance.__dict__
        except AttributeError:
            raise TypeError(
                f"No '__dict__' attribute on {type(instance).__name__!r} instance to cache {self.attrname!r} property."
            ) from None
        found = values.get(self.attrname, _absent)
        if found is not _absent:
            return found
        if not _cached_properties_lock:
            return self._keep(instance, values, self.func(instance))
        with self.lock:
            # Another thread may have been faster.
            found = values.get(self.attrname, _absent)
            return self._keep(instance, values, self.func(instance) if found is _absent else found)

    def _keep(self, instance, values, found):
        try:
            values[self.attrname] = found
        except TypeError:
            raise TypeError(
                f"The '__dict__' attribute on {type(instance).__name__!r} instance "
                f"does not support item assignment for caching {self.attrname!r} property."
            ) from None
        return found

    __class_getitem__ = classmethod(_GenericAlias)


def _c3_merge(sequences):
    """The linearization that keeps the order of each of them."""
    order = []
    while sequences := [each for each in sequences if each]:
        for each in sequences:
            if not any(each[0] in other[1:] for other in sequences):
                break
        else:
            raise RuntimeError("Inconsistent hierarchy")
        chosen = each[0]
        order.append(chosen)
        sequences = [each[1:] if each[0] is chosen else each for each in sequences]
    return order


def _c3_mro(cls, abcs=None):
    """The MRO of a class with abstract classes that it counts as a subclass of, each where it first holds (PEP 443)."""
    bases = list(cls.__bases__)
    # Abstract classes go behind the last base that is one itself.
    split = max((at + 1 for at, base in enumerate(bases) if hasattr(base, "__abstractmethods__")), default=0)
    rest = list(abcs) if abcs else []
    added = [each for each in rest if issubclass(cls, each) and not any(issubclass(base, each) for base in bases)]
    rest = [each for each in rest if each not in added]
    groups = bases[:split], added, bases[split:]
    orders = [_c3_mro(base, abcs=rest) for group in groups for base in group]
    return _c3_merge([[cls], *orders, *map(list, groups)])


def _compose_mro(cls, types):
    """The MRO of a class together with those of the types that it counts as a subclass of."""
    own = set(cls.__mro__)
    wanted = [
        each for each in types
        if each not in own and hasattr(each, "__mro__") and not isinstance(each, _GenericAlias) and issubclass(cls, each)
    ]
    wanted = [each for each in wanted if not any(each is not other and each in other.__mro__ for other in wanted)]
    known = set(wanted)
    order = []
    for each in wanted:
        # Subclasses of an abstract class that fit as well come before it.
        chains = [
            [part for part in sub.__mro__ if part in known]
            for sub in each.__subclasses__() if sub not in own and issubclass(cls, sub)
        ]
        chains.sort(key=len, reverse=True)
        for chain in chains or [[each]]:
            order.extend(part for part in chain if part not in order)
    return _c3_mro(cls, abcs=order)


def _find_impl(cls, registry):
    """What is registered for the nearest class; RuntimeError where two abstract classes are equally near."""
    order = _compose_mro(cls, registry.keys())
    for at, best in enumerate(order):
        if best in registry:
            for other in order[at + 1:at + 2]:
                if other in registry and not {other, best} & set(cls.__mro__) and not issubclass(best, other):
                    raise RuntimeError(f"Ambiguous dispatch: {best} or {other}")
            return registry[best]
    return registry.get(None)


def _types_of_union(cls):
    """The members of a union, or None."""
    if not _dispatches_unions:
        return None
    from typing import Union, get_args, get_origin
    return get_args(cls) if get_origin(cls) in (Union, _UnionType) else None


def _is_dispatchable(cls):
    if isinstance(cls, type) and not isinstance(cls, _GenericAlias):
        return True
    return all(isinstance(one, type) for one in _types_of_union(cls) or (None,))


def singledispatch(func):
    """A function that chooses its body by the class of its first argument."""
    from weakref import WeakKeyDictionary

    registry = {}
    found = WeakKeyDictionary()
    token = None
    name = getattr(func, "__name__", "singledispatch function")

    def dispatch(cls):
        nonlocal token
        # Classes may count as subclasses of others since the last time.
        if token is not None and token != (current := get_cache_token()):
            found.clear()
            token = current
        try:
            return found[cls]
        except KeyError:
            chosen = registry[cls] if cls in registry else _find_impl(cls, registry)
            found[cls] = chosen
            return chosen

    def register(cls, func=None):
        nonlocal token
        if _is_dispatchable(cls):
            if func is None:
                return lambda function: register(cls, function)
        else:
            if func is not None:
                raise TypeError(f"Invalid first argument to `register()`. {cls!r} is not a class{' or union type' if _dispatches_unions else ''}.")
            func = cls
            if not getattr(func, "__annotations__", {}):
                raise TypeError(
                    f"Invalid first argument to `register()`: {cls!r}. Use either `@register(some_class)` "
                    "or plain `@register` on an annotated function."
                )
            from typing import get_type_hints
            parameter, cls = next(iter(get_type_hints(func).items()))
            if not _is_dispatchable(cls):
                what = "is not a class" if _types_of_union(cls) is None else "not all arguments are classes"
                raise TypeError(f"Invalid annotation for {parameter!r}. {cls!r} {what}.")
        for one in _types_of_union(cls) or (cls,):
            registry[one] = func
        if token is None and hasattr(cls, "__abstractmethods__"):
            token = get_cache_token()
        found.clear()
        return func

    def wrapper(*args, **kw):
        if not args:
            raise TypeError(f"{name} requires at least 1 positional argument")
        return dispatch(args[0].__class__)(*args, **kw)

    registry[object] = func
    wrapper.register = register
    wrapper.dispatch = dispatch
    wrapper.registry = _MappingProxyType(registry)
    wrapper._clear_cache = found.clear
    update_wrapper(wrapper, func)
    return wrapper


class singledispatchmethod:
    """`singledispatch` for a method: chooses by its first argument after self."""

    def __init__(self, func):
        if not callable(func) and not hasattr(func, "__get__"):
            raise TypeError(f"{func!r} is not callable or a descriptor")
        self.dispatcher = singledispatch(func)
        self.func = func

    @property
    def __isabstractmethod__(self):
        return getattr(self.func, "__isabstractmethod__", False)

    def register(self, cls, method=None):
        return self.dispatcher.register(cls, func=method)

    def __get__(self, instance, owner=None):
        def _method(*args, **kwargs):
            if not args and _methods_tell_arguments:
                name = getattr(self.func, "__name__", "singledispatchmethod method")
                raise TypeError(f"{name} requires at least 1 positional argument")
            return self.dispatcher.dispatch(args[0].__class__).__get__(instance, owner)(*args, **kwargs)

        _method.__isabstractmethod__ = self.__isabstractmethod__
        _method.register = self.register
        return update_wrapper(_method, self.func)
