"""Variables that each context has its own values of (PEP 567)."""

from types import GenericAlias

_new = object.__new__


class _Missing:
    def __repr__(self):
        return "<Token.MISSING>"


_Missing.__name__, _Missing.__qualname__, _Missing.__module__ = "MISSING", "MISSING", "Token"
_missing = _Missing()


def _refuse_to_pickle(self, *protocol):
    raise TypeError(f"cannot pickle '_contextvars.{type(self).__name__}' object")


class Token:
    """Remembers what a variable was before `set`."""

    MISSING = _missing
    __reduce__ = __reduce_ex__ = _refuse_to_pickle
    __slots__ = ("_context", "_var", "_old", "_used")
    __class_getitem__ = classmethod(GenericAlias)

    def __init__(self, *args):
        raise RuntimeError("Tokens can only be created by ContextVars")

    var = property(lambda self: self._var)
    old_value = property(lambda self: self._old)

    def __enter__(self):
        return self

    def __exit__(self, *exc_info):
        self._var.reset(self)

    def __repr__(self):
        used = " used" if self._used else ""
        return f"<Token{used} var={self._var!r} at {hex(id(self))}>"


class Context:
    """A mapping from variables to values."""

    __reduce__ = __reduce_ex__ = _refuse_to_pickle
    __slots__ = ("_data", "_previous", "_entered", "__weakref__")
    __hash__ = object.__hash__

    def __init__(self, /, *args, **kwargs):
        if args or kwargs:
            raise TypeError("Context() does not accept any arguments")
        self._data = {}
        self._previous = None
        self._entered = False

    def run(self, callable=_missing, /, *args, **kwargs):
        """Calls in this context; what the call sets stays in it."""
        if callable is _missing:
            raise TypeError("run() missing 1 required positional argument")
        if self._entered:
            raise RuntimeError(f"cannot enter context: {self!r} is already entered")
        self._previous, self._entered = _enter(self), True
        try:
            return callable(*args, **kwargs)
        finally:
            _enter(self._previous)
            self._previous, self._entered = None, False

    def copy(self):
        made = _new(Context)
        # Shared: whoever sets a variable makes new data.
        made._data, made._previous, made._entered = self._data, None, False
        return made

    def _checked(self, key):
        if not isinstance(key, ContextVar):
            raise TypeError(f"a ContextVar key was expected, got {key!r}")
        return key

    def __getitem__(self, key):
        return self._data[self._checked(key)]

    def __contains__(self, key):
        return self._checked(key) in self._data

    def get(self, key, default=None, /):
        return self._data.get(self._checked(key), default)

    def __iter__(self):
        return iter(self._data)

    def __len__(self):
        return len(self._data)

    def __eq__(self, other):
        return self._data == other._data if isinstance(other, Context) else NotImplemented

    def keys(self):
        return self._data.keys()

    def values(self):
        return self._data.values()

    def items(self):
        return self._data.items()

    def __repr__(self):
        return f"<_contextvars.Context object at {hex(id(self))}>"


def _current():
    """The context of the thread that runs; each begins with an empty one."""
    context = _entered()
    if context is None:
        context = Context()
        _enter(context)
    return context


class ContextVar:
    """A variable whose value depends on the context."""

    __reduce__ = __reduce_ex__ = _refuse_to_pickle
    __slots__ = ("_name", "_default", "__weakref__")
    __class_getitem__ = classmethod(GenericAlias)

    def __init__(self, name, /, *, default=_missing):
        if not isinstance(name, str):
            raise TypeError("context variable name must be a str")
        self._name = name
        self._default = default

    def __init_subclass__(cls, **more):
        raise TypeError("type '_contextvars.ContextVar' is not an acceptable base type")

    name = property(lambda self: self._name)

    def get(self, default=_missing, /):
        value = _current()._data.get(self, _missing)
        if value is not _missing:
            return value
        if default is not _missing:
            return default
        if self._default is not _missing:
            return self._default
        raise LookupError(self)

    def set(self, value, /):
        token = _new(Token)
        context = _current()
        token._context, token._var, token._used = context, self, False
        token._old = context._data.get(self, _missing)
        # The data is replaced, so that iterating over a context does not meet a change.
        context._data = {**context._data, self: value}
        return token

    def reset(self, token, /):
        """Puts back what was before the `set` that gave the token."""
        if not isinstance(token, Token):
            raise TypeError(f"expected an instance of Token, got {token!r}")
        if token._used:
            raise RuntimeError(f"{token!r} has already been used once")
        if token._var is not self:
            raise ValueError(f"{token!r} was created by a different ContextVar")
        context = _current()
        if token._context is not context:
            raise ValueError(f"{token!r} was created in a different Context")
        token._used = True
        if token._old is _missing:
            context._data = {key: value for key, value in context._data.items() if key is not self}
        else:
            context._data = {**context._data, self: token._old}

    def __repr__(self):
        default = "" if self._default is _missing else f" default={self._default!r}"
        return f"<ContextVar name={self._name!r}{default} at {hex(id(self))}>"


for _cls, _size in ((Token, 48), (Context, 48), (ContextVar, 64)):
    _cls.__module__ = "_contextvars"
    _seal(_cls, _size, final=True)


@_builtin
def copy_context():
    """The current context, copied."""
    return _current().copy()


del _builtin, _cls, _seal, _size
