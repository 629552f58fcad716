"""Numbers and rows of numbers in memory that all processes share."""

import ctypes
from _processes import SharedPages, _map_again
from multiprocessing import context, reduction

__all__ = ["RawValue", "RawArray", "Value", "Array", "copy", "synchronized"]

typecode_to_type = {
    "c": ctypes.c_char, "u": ctypes.c_wchar, "b": ctypes.c_byte, "B": ctypes.c_ubyte, "h": ctypes.c_short, "H": ctypes.c_ushort,
    "i": ctypes.c_int, "I": ctypes.c_uint, "l": ctypes.c_long, "L": ctypes.c_ulong, "q": ctypes.c_longlong, "Q": ctypes.c_ulonglong,
    "f": ctypes.c_float, "d": ctypes.c_double,
}


class _SharedBlock:
    """Memory for ctypes, as `ctypes` wants it."""

    __slots__ = ("pages", "kept")

    def __init__(self, pages):
        self.pages = pages
        self.kept = {}

    def read(self, offset, size):
        return self.pages.read(offset, size)

    def write(self, offset, raw):
        self.pages.write(offset, bytes(raw))

    def address(self):
        return id(self.pages)


def _new_value(cls):
    return _placed(cls, SharedPages(cls._size_))


def _placed(cls, pages):
    made = cls.__new__(cls)
    made._place(_SharedBlock(pages), 0)
    _register(cls)
    return made


def _reduce(obj):
    context.assert_spawning(obj)
    if isinstance(obj, ctypes.Array):
        return _rebuild, (type(obj)._type_, obj._memory.pages.handle, len(obj))
    return _rebuild, (type(obj), obj._memory.pages.handle, None)


def _rebuild(cls, handle, length):
    return _placed(cls if length is None else cls * length, _map_again(handle))


def _register(cls):
    reduction.register(cls, _reduce)


def RawValue(typecode_or_type, *args):
    """A number without a lock."""
    made = _new_value(typecode_to_type.get(typecode_or_type, typecode_or_type))
    if args:
        made.__init__(*args) if not hasattr(type(made), "value") else setattr(made, "value", *args)
    return made


def RawArray(typecode_or_type, size_or_initializer):
    """A row of numbers without a lock."""
    cls = typecode_to_type.get(typecode_or_type, typecode_or_type)
    if isinstance(size_or_initializer, int):
        return _new_value(cls * size_or_initializer)
    items = list(size_or_initializer)
    made = _new_value(cls * len(items))
    for position, item in enumerate(items):
        made[position] = bytes([item]) if cls is ctypes.c_char and isinstance(item, int) else item
    return made


def Value(typecode_or_type, *args, lock=True, ctx=None):
    """A number with a lock of its own."""
    return _locked(RawValue(typecode_or_type, *args), lock, ctx)


def Array(typecode_or_type, size_or_initializer, *, lock=True, ctx=None):
    """A row of numbers with a lock of its own."""
    return _locked(RawArray(typecode_or_type, size_or_initializer), lock, ctx)


def _locked(obj, lock, ctx):
    if lock is False:
        return obj
    if lock in (True, None):
        lock = (ctx or context._default_context.get_context()).RLock()
    if not hasattr(lock, "acquire"):
        raise AttributeError("%r has no method 'acquire'" % lock)
    return synchronized(obj, lock, ctx)


def copy(obj):
    made = _new_value(type(obj))
    made._memory.write(0, bytes(obj))
    return made


def synchronized(obj, lock=None, ctx=None):
    """The object with a lock around each access."""
    assert not isinstance(obj, SynchronizedBase), "object already synchronized"
    ctx = ctx or context._default_context
    if isinstance(obj, ctypes._SimpleCData):
        return Synchronized(obj, lock, ctx)
    if isinstance(obj, ctypes.Array):
        return (SynchronizedString if obj._type_ is ctypes.c_char else SynchronizedArray)(obj, lock, ctx)
    cls = type(obj)
    names = [name for name, *_ in cls._fields_]
    members = {name: property(lambda self, name=name: _guarded(self, name), lambda self, value, name=name: _set_guarded(self, name, value)) for name in names}
    return type("Synchronized" + cls.__name__, (SynchronizedBase,), members)(obj, lock, ctx)


def _guarded(self, name):
    with self._lock:
        return getattr(self._obj, name)


def _set_guarded(self, name, value):
    with self._lock:
        setattr(self._obj, name, value)


class SynchronizedBase:
    def __init__(self, obj, lock=None, ctx=None):
        self._obj = obj
        self._lock = lock or (ctx or context._default_context.get_context()).RLock()
        self.acquire = self._lock.acquire
        self.release = self._lock.release

    def __enter__(self):
        return self._lock.__enter__()

    def __exit__(self, *args):
        return self._lock.__exit__(*args)

    def __reduce__(self):
        context.assert_spawning(self)
        return synchronized, (self._obj, self._lock)

    def get_obj(self):
        return self._obj

    def get_lock(self):
        return self._lock

    def __repr__(self):
        return f"<{type(self).__name__} wrapper for {self._obj}>"


class Synchronized(SynchronizedBase):
    value = property(lambda self: _guarded(self, "value"), lambda self, value: _set_guarded(self, "value", value))


class SynchronizedArray(SynchronizedBase):
    def __len__(self):
        return len(self._obj)

    def __getitem__(self, i):
        with self._lock:
            return self._obj[i]

    def __setitem__(self, i, value):
        with self._lock:
            self._obj[i] = value

    def __getslice__(self, start, stop):
        with self._lock:
            return self._obj[start:stop]

    def __setslice__(self, start, stop, values):
        with self._lock:
            self._obj[start:stop] = values


class SynchronizedString(SynchronizedArray):
    value = property(lambda self: _guarded(self, "value"), lambda self, value: _set_guarded(self, "value", value))
    raw = property(lambda self: _guarded(self, "raw"), lambda self, value: _set_guarded(self, "raw", value))
