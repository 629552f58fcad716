"""C data types: numbers of fixed width, arrays, structures and pointers over shared memory."""

from _ctypes import float_bytes, float_of, object_at, object_memory


class ArgumentError(Exception):
    """An argument could not be converted."""


class _Memory:
    """A block of bytes that several C objects can share."""

    __slots__ = ("data", "kept")

    def __init__(self, size):
        self.data = bytearray(size)
        # Python objects that pointers and py_object values lead to, by offset: the bytes alone do not keep them alive.
        self.kept = {}

    def read(self, offset, size):
        return bytes(self.data[offset:offset + size])

    def write(self, offset, raw):
        self.data[offset:offset + len(raw)] = raw

    def address(self):
        return id(self.data)


class _Header:
    """The memory at the address of a Python object: what its header says at the moment."""

    __slots__ = ("start", "kept")

    def __init__(self, address):
        self.start = address
        self.kept = {}

    def read(self, offset, size):
        return object_memory(self.start + offset, size)

    def write(self, offset, raw):
        raise ValueError("the memory of a Python object is not to be written")

    def address(self):
        return self.start


class _CDataType(type):
    def __mul__(cls, length):
        return _array_type(cls, length)

    __rmul__ = __mul__

    def from_address(cls, address):
        made = cls.__new__(cls)
        made._place(_Header(address), 0)
        return made

    def from_buffer_copy(cls, source, offset=0):
        made = cls.__new__(cls)
        raw = bytes(source)[offset:offset + cls._size_]
        if len(raw) < cls._size_:
            raise ValueError(f"Buffer size too small ({len(source)} instead of at least {cls._size_ + offset} bytes)")
        made._place(_Memory(cls._size_), 0)
        made._memory.write(0, raw)
        return made


class _CData:
    _size_ = 0
    _align_ = 1

    def _place(self, memory, offset):
        self._memory = memory
        self._offset = offset

    def _fresh(self):
        self._place(_Memory(type(self)._size_), 0)

    @classmethod
    def _view(cls, memory, offset):
        made = cls.__new__(cls)
        made._place(memory, offset)
        return made

    # What reading an element or field of this type gives, and what writing one does.
    @classmethod
    def _get(cls, memory, offset):
        return cls._view(memory, offset)

    @classmethod
    def _set(cls, memory, offset, value):
        if not isinstance(value, cls):
            raise TypeError(f"expected {cls.__name__} instance, got {type(value).__name__}")
        memory.write(offset, value._memory.read(value._offset, cls._size_))
        for at, kept in value._memory.kept.items():
            memory.kept[offset + at - value._offset] = kept

    def __bytes__(self):
        return self._memory.read(self._offset, type(self)._size_)

    def __reduce__(self):
        raise ValueError("ctypes objects containing pointers cannot be pickled")

    __hash__ = object.__hash__


class _SimpleCData(_CData, metaclass=_CDataType):
    """A single value; instances of the classes below give it as `value`."""

    def __init__(self, value=None):
        self._fresh()
        if value is not None:
            self.value = value

    @property
    def value(self):
        return self._decode(self._memory, self._offset)

    @value.setter
    def value(self, value):
        self._encode(self._memory, self._offset, value)

    @classmethod
    def _get(cls, memory, offset):
        # A class derived from one of ours stays an object, as it may carry more than a number.
        return cls._decode(memory, offset) if cls._plain_ is cls else cls._view(memory, offset)

    @classmethod
    def _set(cls, memory, offset, value):
        if isinstance(value, cls):
            value = value.value
        cls._encode(memory, offset, value)

    def __repr__(self):
        if type(self)._plain_ is not type(self):
            return f"<{type(self).__name__} object at {hex(id(self))}>"
        return f"{type(self).__name__}({self.value!r})"

    def __bool__(self):
        return bool(self.value)

    _plain_ = None


class _Integer(_SimpleCData):
    @classmethod
    def _decode(cls, memory, offset):
        return int.from_bytes(memory.read(offset, cls._size_), "little", signed=cls._signed_)

    @classmethod
    def _encode(cls, memory, offset, value):
        if isinstance(value, float) or not hasattr(value, "__index__"):
            raise TypeError(f"int expected instead of {type(value).__name__} instance" if isinstance(value, float) else f"an integer is required (got type {type(value).__name__})")
        bits = 8 * cls._size_
        memory.write(offset, (value.__index__() & (1 << bits) - 1).to_bytes(cls._size_, "little"))


class _Float(_SimpleCData):
    @classmethod
    def _decode(cls, memory, offset):
        return float_of(memory.read(offset, cls._size_))

    @classmethod
    def _encode(cls, memory, offset, value):
        if not isinstance(value, (int, float)) and not hasattr(type(value), "__float__"):
            raise TypeError(f"must be real number, not {type(value).__name__}")
        memory.write(offset, float_bytes(float(value), cls._size_))


class _Named(_SimpleCData):
    """Values that are kept as Python objects beside the memory."""

    @classmethod
    def _decode(cls, memory, offset):
        return memory.kept.get(offset)

    @classmethod
    def _encode(cls, memory, offset, value):
        cls._check(value)
        memory.kept[offset] = value
        memory.write(offset, (0 if value is None else id(value)).to_bytes(8, "little"))


def _simple(name, base, size, **more):
    cls = _CDataType(name, (base,), {"_size_": size, "_align_": size, "__module__": "ctypes", **more})
    cls._plain_ = cls
    return cls


c_byte = c_int8 = _simple("c_byte", _Integer, 1, _signed_=True, _type_="b")
c_ubyte = c_uint8 = _simple("c_ubyte", _Integer, 1, _signed_=False, _type_="B")
c_short = c_int16 = _simple("c_short", _Integer, 2, _signed_=True, _type_="h")
c_ushort = c_uint16 = _simple("c_ushort", _Integer, 2, _signed_=False, _type_="H")
c_int = c_int32 = _simple("c_int", _Integer, 4, _signed_=True, _type_="i")
c_uint = c_uint32 = _simple("c_uint", _Integer, 4, _signed_=False, _type_="I")
c_long = c_int64 = c_longlong = c_ssize_t = c_time_t = _simple("c_long", _Integer, 8, _signed_=True, _type_="l")
c_ulong = c_uint64 = c_ulonglong = c_size_t = _simple("c_ulong", _Integer, 8, _signed_=False, _type_="L")
c_float = _simple("c_float", _Float, 4, _type_="f")
c_double = _simple("c_double", _Float, 8, _type_="d")


class _Bool(_SimpleCData):
    @classmethod
    def _decode(cls, memory, offset):
        return memory.read(offset, 1) != b"\x00"

    @classmethod
    def _encode(cls, memory, offset, value):
        memory.write(offset, b"\x01" if value else b"\x00")


c_bool = _simple("c_bool", _Bool, 1, _type_="?")


class _Char(_SimpleCData):
    @classmethod
    def _decode(cls, memory, offset):
        return memory.read(offset, 1)

    @classmethod
    def _encode(cls, memory, offset, value):
        if isinstance(value, int) and 0 <= value < 256:
            value = bytes([value])
        if not isinstance(value, (bytes, bytearray)) or len(value) != 1:
            raise TypeError("one character bytes, bytearray, or an integer in range(256) expected")
        memory.write(offset, bytes(value))


c_char = _simple("c_char", _Char, 1, _type_="c")


class _WideChar(_SimpleCData):
    @classmethod
    def _decode(cls, memory, offset):
        return chr(int.from_bytes(memory.read(offset, 4), "little"))

    @classmethod
    def _encode(cls, memory, offset, value):
        if not isinstance(value, str):
            raise TypeError(f"unicode string expected instead of {type(value).__name__} instance")
        if len(value) != 1:
            raise TypeError("one character unicode string expected")
        memory.write(offset, ord(value).to_bytes(4, "little"))


c_wchar = _simple("c_wchar", _WideChar, 4, _type_="u")


class _Text(_Named):
    @classmethod
    def _check(cls, value):
        if value is not None and not isinstance(value, cls._text_):
            raise TypeError(f"{cls._text_.__name__ if cls._text_ is bytes else 'unicode string'} or integer address expected instead of {type(value).__name__} instance")


c_char_p = _simple("c_char_p", _Text, 8, _text_=bytes, _type_="z")
c_wchar_p = _simple("c_wchar_p", _Text, 8, _text_=str, _type_="Z")


class _Address(_SimpleCData):
    @classmethod
    def _decode(cls, memory, offset):
        return int.from_bytes(memory.read(offset, 8), "little") or None

    @classmethod
    def _encode(cls, memory, offset, value):
        if value is not None and not isinstance(value, int):
            raise TypeError("cannot be converted to pointer")
        memory.write(offset, ((value or 0) & (1 << 64) - 1).to_bytes(8, "little"))


c_void_p = _simple("c_void_p", _Address, 8, _type_="P")


_null = object()


class py_object(_CData, metaclass=_CDataType):
    """A reference to a Python object; it owns one."""

    _size_ = _align_ = 8
    _type_ = "O"

    def __init__(self, value=_null):
        self._fresh()
        if value is not _null:
            self.value = value

    @property
    def value(self):
        return self._get(self._memory, self._offset)

    @value.setter
    def value(self, value):
        self._set(self._memory, self._offset, value)

    @classmethod
    def _get(cls, memory, offset):
        found = memory.kept.get(offset, _null)
        if found is not _null:
            return found
        address = int.from_bytes(memory.read(offset, 8), "little")
        if address == 0:
            raise ValueError("PyObject is NULL")
        return object_at(address)

    @classmethod
    def _set(cls, memory, offset, value):
        memory.kept[offset] = value
        memory.write(offset, id(value).to_bytes(8, "little"))

    def __repr__(self):
        try:
            return f"py_object({self.value!r})"
        except ValueError:
            return "py_object(<NULL>)"


class Array(_CData, metaclass=_CDataType):
    """Elements of one type in a row."""

    def __init__(self, *values):
        self._fresh()
        if len(values) > self._length_:
            raise IndexError("invalid index")
        for position, value in enumerate(values):
            self[position] = value

    def _at(self, position):
        if position < 0:
            position += self._length_
        if not 0 <= position < self._length_:
            raise IndexError("invalid index")
        return self._offset + position * self._type_._size_

    def __getitem__(self, position):
        if isinstance(position, slice):
            items = [self[at] for at in range(*position.indices(self._length_))]
            return b"".join(items) if self._type_ is c_char else "".join(items) if self._type_ is c_wchar else items
        return self._type_._get(self._memory, self._at(position))

    def __setitem__(self, position, value):
        if isinstance(position, slice):
            places = range(*position.indices(self._length_))
            if len(places) != len(value):
                raise ValueError("Can only assign sequence of same size")
            for at, each in zip(places, value):
                self[at] = each
            return
        if isinstance(value, tuple) and issubclass(self._type_, (Structure, Array)):
            value = self._type_(*value)
        self._type_._set(self._memory, self._at(position), value)

    def __len__(self):
        return self._length_

    @property
    def raw(self):
        return self._memory.read(self._offset, self._size_)

    @property
    def value(self):
        if self._type_ is not c_char:
            raise AttributeError(f"{type(self).__name__!r} object has no attribute 'value'")
        return self.raw.split(b"\x00")[0]

    @value.setter
    def value(self, value):
        if len(value) > self._length_:
            raise ValueError("byte string too long")
        self._memory.write(self._offset, value + (b"\x00" if len(value) < self._length_ else b""))


_array_types = {}


def _array_type(cls, length):
    if not isinstance(length, int):
        raise TypeError(f"can't multiply sequence by non-int of type {type(length).__name__!r}")
    if length < 0:
        raise ValueError("Array length must be >= 0, not " + str(length))
    made = _array_types.get((cls, length))
    if made is None:
        members = {"_type_": cls, "_length_": length, "_size_": cls._size_ * length, "_align_": cls._align_, "__module__": cls.__module__ if issubclass(cls, Structure) else "__main__"}
        made = _array_types[cls, length] = _CDataType(f"{cls.__name__}_Array_{length}", (Array,), members)
    return made


class _Field:
    """The place of a field in a structure."""

    def __init__(self, name, kind, offset):
        self.name, self.type, self.offset, self.size = name, kind, offset, kind._size_

    def __get__(self, instance, owner=None):
        if instance is None:
            return self
        return self.type._get(instance._memory, instance._offset + self.offset)

    def __set__(self, instance, value):
        if isinstance(value, tuple) and issubclass(self.type, (Structure, Array)):
            value = self.type(*value)
        self.type._set(instance._memory, instance._offset + self.offset, value)

    def __repr__(self):
        return f"<Field type={self.type.__name__}, ofs={self.offset}, size={self.size}>"


class _StructType(_CDataType):
    def __init__(cls, name, bases, namespace, **kwds):
        super().__init__(name, bases, namespace, **kwds)
        if "_fields_" in namespace:
            cls._lay_out(namespace["_fields_"])

    def __setattr__(cls, name, value):
        super().__setattr__(name, value)
        if name == "_fields_":
            cls._lay_out(value)

    def _lay_out(cls, fields):
        base = cls.__mro__[1]
        size, align = base._size_, base._align_
        names = list(base._names_)
        pack = cls.__dict__.get("_pack_")
        for row in fields:
            name, kind = row[:2]
            step = min(kind._align_, pack) if pack else kind._align_
            align = max(align, step)
            offset = 0 if cls._overlaid_ else -(-size // step) * step
            setattr(cls, name, _Field(name, kind, offset))
            size = max(size, offset + kind._size_)
            names.append(name)
        cls._names_ = tuple(names)
        cls._align_ = align
        cls._size_ = -(-size // align) * align


class _Record(_CData):
    _names_ = ()
    _overlaid_ = False

    def __init__(self, *values, **fields):
        self._fresh()
        if len(values) > len(self._names_):
            raise TypeError("too many initializers")
        for name, value in zip(self._names_, values):
            if name in fields:
                raise TypeError(f"duplicate values for field {name!r}")
            setattr(self, name, value)
        for name, value in fields.items():
            setattr(self, name, value)


class Structure(_Record, metaclass=_StructType):
    """Fields one after the other, aligned as C does it."""


class Union(_Record, metaclass=_StructType):
    """Fields in one place."""

    _overlaid_ = True


class _Pointer(_CData, metaclass=_CDataType):
    """Leads to a C object."""

    _size_ = _align_ = 8

    def __init__(self, target=None):
        self._fresh()
        if target is not None:
            self.contents = target

    @property
    def contents(self):
        found = self._memory.kept.get(self._offset)
        if found is None:
            raise ValueError("NULL pointer access")
        return self._type_._view(*found)

    @contents.setter
    def contents(self, target):
        if not isinstance(target, self._type_):
            raise TypeError(f"expected {self._type_.__name__} instead of {type(target).__name__}")
        self._memory.kept[self._offset] = (target._memory, target._offset)
        self._memory.write(self._offset, addressof(target).to_bytes(8, "little"))

    def _found(self, position):
        found = self._memory.kept.get(self._offset)
        if found is None:
            raise ValueError("NULL pointer access")
        return found[0], found[1] + position * self._type_._size_

    def __getitem__(self, position):
        if isinstance(position, slice):
            return [self[at] for at in range(position.start or 0, position.stop, position.step or 1)]
        return self._type_._get(*self._found(position))

    def __setitem__(self, position, value):
        self._type_._set(*self._found(position), value)

    def __bool__(self):
        return self._offset in self._memory.kept


_pointer_types = {}


def POINTER(cls):
    """The type of pointers to a type."""
    made = _pointer_types.get(cls)
    if made is None:
        made = _pointer_types[cls] = c_void_p if cls is None else _CDataType(f"LP_{cls.__name__}", (_Pointer,), {"_type_": cls, "__module__": "__main__"})
    return made


def pointer(obj):
    return POINTER(type(obj))(obj)


byref = pointer


def sizeof(obj_or_type):
    """Bytes."""
    cls = obj_or_type if isinstance(obj_or_type, type) else type(obj_or_type)
    if not issubclass(cls, _CData):
        raise TypeError("this type has no size")
    return cls._size_


def alignment(obj_or_type):
    cls = obj_or_type if isinstance(obj_or_type, type) else type(obj_or_type)
    if not issubclass(cls, _CData):
        raise TypeError("no alignment info")
    return cls._align_


def addressof(obj):
    if not isinstance(obj, _CData):
        raise TypeError("invalid type")
    return obj._memory.address() + obj._offset


def cast(obj, typ):
    """Reads a pointer or an address as another type of pointer."""
    if isinstance(typ, type) and issubclass(typ, (py_object, _Address)):
        made = typ()
        address = obj if isinstance(obj, int) else 0 if obj is None else _address_in(obj)
        made._memory.write(0, address.to_bytes(8, "little"))
        if isinstance(obj, py_object):
            made.value = obj.value
        return made
    if isinstance(typ, type) and issubclass(typ, _Pointer):
        made = typ()
        if isinstance(obj, int):
            made._memory.kept[0] = (_Header(obj), 0)
            made._memory.write(0, obj.to_bytes(8, "little"))
        elif isinstance(obj, (_Pointer, c_void_p)):
            made._memory.kept.update({0: found} if (found := obj._memory.kept.get(obj._offset)) else {})
        elif isinstance(obj, Array):
            made._memory.kept[0] = (obj._memory, obj._offset)
        return made
    raise TypeError(f"cast() argument 2 must be a pointer, not {getattr(typ, '__name__', typ)}")


def _address_in(obj):
    return addressof(obj) if isinstance(obj, Array) else int.from_bytes(obj._memory.read(obj._offset, 8), "little")


def create_string_buffer(init, size=None):
    """An array of c_char that can be written."""
    if isinstance(init, int):
        return (c_char * init)()
    made = (c_char * (len(init) + 1 if size is None else size))()
    made.value = init
    return made


def string_at(ptr, size=-1):
    raw = ptr.raw if isinstance(ptr, Array) else ptr
    return raw.split(b"\x00")[0] if size < 0 else raw[:size]
