"""Objects as bytes, and back."""

import sys
from copyreg import dispatch_table
from struct import pack as _pack, unpack as _unpack
from types import BuiltinFunctionType as _Builtin, FunctionType as _Function

format_version = "4.0" if not _has_buffers else "5.0"
compatible_formats = ["1.0", "1.1", "1.2", "1.3", "2.0", "3.0", "4.0", "5.0"]
HIGHEST_PROTOCOL = 5
DEFAULT_PROTOCOL = _default_protocol
bytes_types = (bytes, bytearray, memoryview)
_BATCH = 1000
_FRAME = 65536

MARK, STOP, POP, POP_MARK, DUP = b"(", b".", b"0", b"1", b"2"
FLOAT, INT, BININT, BININT1, LONG, BININT2 = b"F", b"I", b"J", b"K", b"L", b"M"
NONE, PERSID, BINPERSID, REDUCE, STRING, BINSTRING, SHORT_BINSTRING = b"N", b"P", b"Q", b"R", b"S", b"T", b"U"
UNICODE, BINUNICODE, APPEND, BUILD, GLOBAL, DICT, EMPTY_DICT = b"V", b"X", b"a", b"b", b"c", b"d", b"}"
APPENDS, GET, BINGET, INST, LONG_BINGET, LIST, EMPTY_LIST = b"e", b"g", b"h", b"i", b"j", b"l", b"]"
OBJ, PUT, BINPUT, LONG_BINPUT, SETITEM, TUPLE, EMPTY_TUPLE = b"o", b"p", b"q", b"r", b"s", b"t", b")"
SETITEMS, BINFLOAT, TRUE, FALSE = b"u", b"G", b"I01\n", b"I00\n"
PROTO, NEWOBJ, EXT1, EXT2, EXT4, TUPLE1, TUPLE2, TUPLE3 = b"\x80", b"\x81", b"\x82", b"\x83", b"\x84", b"\x85", b"\x86", b"\x87"
NEWTRUE, NEWFALSE, LONG1, LONG4 = b"\x88", b"\x89", b"\x8a", b"\x8b"
BINBYTES, SHORT_BINBYTES = b"B", b"C"
SHORT_BINUNICODE, BINUNICODE8, BINBYTES8, EMPTY_SET, ADDITEMS, FROZENSET = b"\x8c", b"\x8d", b"\x8e", b"\x8f", b"\x90", b"\x91"
NEWOBJ_EX, STACK_GLOBAL, MEMOIZE, FRAME = b"\x92", b"\x93", b"\x94", b"\x95"
BYTEARRAY8, NEXT_BUFFER, READONLY_BUFFER = b"\x96", b"\x97", b"\x98"

_OLD_MODULES = {"builtins": "__builtin__", "copyreg": "copy_reg", "queue": "Queue", "functools": "functools"}
_OLD_NAMES = {
    ("builtins", "range"): ("__builtin__", "xrange"), ("builtins", "str"): ("__builtin__", "unicode"),
    ("builtins", "int"): ("__builtin__", "long"), ("functools", "reduce"): ("__builtin__", "reduce"),
    ("builtins", "bytes"): ("__builtin__", "bytes"),
}
_NEW_MODULES = {old: new for new, old in _OLD_MODULES.items()}
_NEW_NAMES = {old: new for new, old in _OLD_NAMES.items()}


class PickleError(Exception):
    """Something went wrong with a pickle."""


class PicklingError(PickleError):
    """An object cannot be pickled."""


class UnpicklingError(PickleError):
    """The bytes are no pickle."""


PickleError.__module__ = PicklingError.__module__ = UnpicklingError.__module__ = "_pickle"


def _attribute(module, path):
    found = module
    for name in path:
        if name == "<locals>":
            raise AttributeError
        found = getattr(found, name)
    return found


def encode_long(x):
    if x == 0:
        return b""
    size = (x.bit_length() >> 3) + 1
    data = x.to_bytes(size, "little", signed=True)
    if x < 0 and size > 1 and data[-1] == 0xFF and data[-2] & 0x80:
        data = data[:-1]
    return data


def decode_long(data):
    return int.from_bytes(data, "little", signed=True)


class Pickler:
    """Writes pickles to a binary file."""

    def __init__(self, file, protocol=None, fix_imports=True, buffer_callback=None):
        if protocol is None:
            protocol = DEFAULT_PROTOCOL
        if protocol < 0:
            protocol = HIGHEST_PROTOCOL
        elif protocol > HIGHEST_PROTOCOL:
            raise ValueError(f"pickle protocol must be <= {HIGHEST_PROTOCOL}")
        if not hasattr(file, "write"):
            raise TypeError("file must have a 'write' attribute")
        self._target = file
        self.proto = protocol
        self.bin = protocol >= 1
        self.fast = 0
        self.fix_imports = fix_imports and protocol < 3
        self._memo = {}

    @property
    def memo(self):
        id(self)  # Whoever looks sees addresses.
        return self._memo

    def clear_memo(self):
        self._memo.clear()

    def dump(self, obj, /):
        if not hasattr(self, "_target"):
            raise PicklingError(f"Pickler.__init__() was not called by {type(self).__name__}.__init__()")
        self._out = bytearray()
        self._frame = None
        if self.proto >= 2:
            self._out += PROTO + bytes([self.proto])
        if self.proto >= 4:
            self._frame = bytearray()
        self._save(obj)
        self._write(STOP)
        self._end_frame()
        self._frame = None
        self._target.write(bytes(self._out))

    def _write(self, data):
        if self._frame is None:
            self._out += data
        else:
            self._frame += data

    def _end_frame(self):
        if self._frame:
            if len(self._frame) >= 4:
                self._out += FRAME + len(self._frame).to_bytes(8, "little")
            self._out += self._frame
            self._frame = bytearray()

    def _write_large(self, header, payload):
        if self._frame is not None and len(payload) >= _FRAME:
            self._end_frame()
            self._out += header + payload
        else:
            self._write(header + payload)

    def _memoize(self, obj):
        if self.fast:
            return
        index = len(self._memo)
        self._memo[_identity(obj)] = index, obj
        if self.proto >= 4:
            self._write(MEMOIZE)
        elif not self.bin:
            self._write(b"p%d\n" % index)
        elif index < 256:
            self._write(BINPUT + bytes([index]))
        else:
            self._write(LONG_BINPUT + index.to_bytes(4, "little"))

    def _get(self, index):
        if not self.bin:
            self._write(b"g%d\n" % index)
        elif index < 256:
            self._write(BINGET + bytes([index]))
        else:
            self._write(LONG_BINGET + index.to_bytes(4, "little"))

    def _save(self, obj, persistent=True):
        if self._frame is not None and len(self._frame) >= _FRAME:
            self._end_frame()
        if persistent:
            known = self.persistent_id(obj)
            if known is not None:
                return self._save_persistent(known)
        cls = type(obj)
        if cls in _atoms:
            return _atoms[cls](self, obj)
        found = self._memo.get(_identity(obj))
        if found is not None:
            return self._get(found[0])
        if cls in _savers:
            return _savers[cls](self, obj)
        override = getattr(self, "reducer_override", None)
        if override is not None:
            reduced = override(obj)
            if reduced is not NotImplemented:
                return self._save_reduced(obj, reduced)
        if cls is type:
            return _save_type(self, obj)
        if cls in (_Function, _Builtin) and (cls is _Function or isinstance(getattr(obj, "__self__", None), (type(sys), type(None)))):
            return self._save_global(obj)
        reduce = getattr(self, "dispatch_table", dispatch_table).get(cls)
        if reduce is not None:
            return self._save_reduced(obj, reduce(obj))
        if issubclass(cls, type):
            return _save_type(self, obj)
        reduce = getattr(obj, "__reduce_ex__", None)
        if reduce is not None:
            reduced = reduce(self.proto)
        else:
            reduced = obj.__reduce__()
        self._save_reduced(obj, reduced)

    def persistent_id(self, obj):
        return None

    def _save_persistent(self, known):
        if self.bin:
            self._save(known, False)
            self._write(BINPERSID)
        else:
            self._write(PERSID + str(known).encode("ascii") + b"\n")

    def _save_reduced(self, obj, reduced):
        if isinstance(reduced, str):
            return self._save_global(obj, reduced)
        if not isinstance(reduced, tuple):
            raise PicklingError("__reduce__ must return a string or tuple" if not _shows_types else f"__reduce__ must return a string or tuple, not {type(reduced).__name__}")
        if not 2 <= len(reduced) <= 6:
            raise PicklingError("tuple returned by __reduce__ must contain 2 through 6 elements")
        self._save_reduce(*reduced, obj=obj)

    def _save_reduce(self, function, args, state=None, items=None, pairs=None, setter=None, *, obj=None):
        if not callable(function):
            raise PicklingError(_reduce_texts[0].format(type(function).__name__))
        if not isinstance(args, tuple):
            raise PicklingError(_reduce_texts[1].format(type(args).__name__))
        name = getattr(function, "__name__", "")
        if self.proto >= 2 and name == "__newobj__":
            self._save(args[0])
            self._save(args[1:])
            self._write(NEWOBJ)
        elif self.proto >= 4 and name == "__newobj_ex__":
            for part in args:
                self._save(part)
            self._write(NEWOBJ_EX)
        elif self.proto >= 2 and name == "__newobj_ex__":
            from functools import partial
            cls, arguments, keywords = args
            self._save(partial(cls.__new__, cls, *arguments, **keywords))
            self._save(())
            self._write(REDUCE)
        else:
            self._save(function)
            self._save(args)
            self._write(REDUCE)
        if obj is not None:
            if _identity(obj) in self._memo:
                self._write(POP)
                self._get(self._memo[_identity(obj)][0])
            else:
                self._memoize(obj)
        if items is not None:
            self._batch(iter(items), APPEND, APPENDS, False)
        if pairs is not None:
            self._batch(iter(pairs), SETITEM, SETITEMS, True)
        if state is None:
            return
        if setter is None:
            self._save(state)
            self._write(BUILD)
        else:
            self._save(setter)
            self._save(obj)
            self._save(state)
            self._write(TUPLE2 + REDUCE + POP)

    def _save_one(self, item, paired):
        if paired:
            self._save(item[0])
            self._save(item[1])
        else:
            self._save(item)

    def _batch(self, iterator, one, many, paired):
        if not self.bin:
            for item in iterator:
                self._save_one(item, paired)
                self._write(one)
            return
        batch = []
        for item in iterator:
            batch.append(item)
            if len(batch) == _BATCH:
                self._flush(batch, one, many, paired)
        self._flush(batch, one, many, paired)

    def _flush(self, batch, one, many, paired, exact=False):
        if not batch:
            return
        if len(batch) == 1 and not exact:
            self._save_one(batch[0], paired)
            self._write(one)
        else:
            self._write(MARK)
            for item in batch:
                self._save_one(item, paired)
            self._write(many)
        batch.clear()

    def _batch_exact(self, items, one, many, paired):
        """Contents of a plain list or dict: its length is known, so that only a single item is written alone."""
        if not self.bin or len(items) == 1:
            return self._batch(iter(items), one, many, paired)
        for start in range(0, len(items), _BATCH):
            self._flush(items[start:start + _BATCH], one, many, paired, True)

    def _save_global(self, obj, name=None):
        if name is None:
            name = getattr(obj, "__qualname__", None)
        if name is None:
            name = obj.__name__
        module_name = _which_module(obj, name)
        path = name.split(".")
        try:
            __import__(module_name)
            module = sys.modules[module_name]
            owner = _attribute(module, path[:-1])
            found = _attribute(module, path)
        except (ImportError, KeyError, AttributeError) as error:
            raise self._not_found(obj, name, module_name, error) from (error if _shows_types else None)
        if found is not obj:
            raise PicklingError(f"Can't pickle {obj!r}: it's not the same object as {module_name}.{name}")
        last = path[-1]
        if self.proto >= 4:
            self._save(module_name)
            self._save(name)
            self._write(STACK_GLOBAL)
        elif owner is not module:
            self._save_reduce(getattr, (owner, last))
        else:
            if self.fix_imports:
                module_name, name = _OLD_NAMES.get((module_name, name), (_OLD_MODULES.get(module_name, module_name), name))
            self._write(GLOBAL + f"{module_name}\n{name}\n".encode("utf-8" if self.proto >= 3 else "ascii"))
        self._memoize(obj)

    def _not_found(self, obj, name, module_name, error):
        if "<locals>" in name.split("."):
            if _shows_types:
                return PicklingError(f"Can't pickle local object {obj!r}")
            return AttributeError(_local_text.format(name))
        if isinstance(error, AttributeError):
            if _shows_types:
                return PicklingError(f"Can't pickle {obj!r}: it's not found as {module_name}.{name}")
            return PicklingError(f"Can't pickle {obj!r}: attribute lookup {name} on {module_name} failed")
        if _shows_types:
            return PicklingError(f"Can't pickle {obj!r}: {error}")
        return PicklingError(f"Can't pickle {obj!r}: import of module {module_name!r} failed")


def _which_module(obj, name):
    module = getattr(obj, "__module__", None)
    if module is not None:
        return module
    for module_name, module in sys.modules.copy().items():
        if module_name in ("__main__", "__mp_main__") or module is None:
            continue
        try:
            if _attribute(module, name.split(".")) is obj:
                return module_name
        except AttributeError:
            pass
    return "__main__"


def _save_bool(self, obj):
    if self.proto >= 2:
        self._write(NEWTRUE if obj else NEWFALSE)
    else:
        self._write(TRUE if obj else FALSE)


def _save_int(self, obj):
    if -0x80000000 <= obj <= 0x7FFFFFFF:
        if not self.bin:
            self._write(b"I%d\n" % obj)
        elif 0 <= obj < 256:
            self._write(BININT1 + bytes([obj]))
        elif 0 <= obj < 65536:
            self._write(BININT2 + obj.to_bytes(2, "little"))
        else:
            self._write(BININT + obj.to_bytes(4, "little", signed=True))
    elif self.proto >= 2:
        data = encode_long(obj)
        if len(data) < 256:
            self._write(LONG1 + bytes([len(data)]) + data)
        else:
            self._write(LONG4 + len(data).to_bytes(4, "little") + data)
    else:
        self._write(LONG + repr(obj).encode("ascii") + b"L\n")


def _save_float(self, obj):
    self._write(BINFLOAT + _pack(">d", obj) if self.bin else FLOAT + repr(obj).encode("ascii") + b"\n")


def _sized(size, short, normal, long):
    if short and size < 256:
        return short + bytes([size])
    return normal + size.to_bytes(4, "little") if size <= 0xFFFFFFFF else long + size.to_bytes(8, "little")


def _save_bytes(self, obj):
    if self.proto < 3:
        if not obj:
            self._save_reduce(bytes, (), obj=obj)
        else:
            from _codecs import encode
            self._save_reduce(encode, (str(obj, "latin1"), "latin1"), obj=obj)
        return
    self._write_large(_sized(len(obj), SHORT_BINBYTES, BINBYTES, BINBYTES8), obj)
    self._memoize(obj)


def _save_bytearray(self, obj):
    if self.proto < 5:
        self._save_reduce(bytearray, (bytes(obj),) if obj else (), obj=obj)
        return
    self._write_large(BYTEARRAY8 + len(obj).to_bytes(8, "little"), bytes(obj))
    self._memoize(obj)


def _save_str(self, obj):
    if self.bin:
        data = obj.encode("utf-8", "surrogatepass")
        self._write_large(_sized(len(data), SHORT_BINUNICODE if self.proto >= 4 else None, BINUNICODE, BINUNICODE8), data)
    else:
        text = obj.replace("\\", "\\u005c")
        for character in "\0\n\r\x1a":
            text = text.replace(character, f"\\u{ord(character):04x}")
        self._write(UNICODE + b"".join(map(_raw, text)) + b"\n")
    self._memoize(obj)


def _raw(character):
    code = ord(character)
    return bytes([code]) if code < 256 else b"\\u%04x" % code if code < 65536 else b"\\U%08x" % code


def _unraw(line):
    """The text of a line with `\\uXXXX` and `\\UXXXXXXXX`, everything else being Latin-1."""
    parts = line.decode("latin1").split("\\")
    result = [parts[0]]
    for part in parts[1:]:
        size = {"u": 5, "U": 9}.get(part[:1], 0)
        result.append(chr(int(part[1:size], 16)) + part[size:] if size else "\\" + part)
    return "".join(result)


def _save_tuple(self, obj):
    if not obj:
        self._write(EMPTY_TUPLE if self.bin else MARK + TUPLE)
        return
    size = len(obj)
    short = size <= 3 and self.proto >= 2
    if not short:
        self._write(MARK)
    for item in obj:
        self._save(item)
    found = self._memo.get(_identity(obj))
    if found is not None:
        if short:
            self._write(POP * size)
        else:
            self._write(POP_MARK if self.bin else POP * (size + 1))
        self._get(found[0])
        return
    self._write((TUPLE1, TUPLE2, TUPLE3)[size - 1] if short else TUPLE)
    self._memoize(obj)


def _save_list(self, obj):
    self._write(EMPTY_LIST if self.bin else MARK + LIST)
    self._memoize(obj)
    self._batch_exact(obj, APPEND, APPENDS, False)


def _save_dict(self, obj):
    self._write(EMPTY_DICT if self.bin else MARK + DICT)
    self._memoize(obj)
    self._batch_exact(list(obj.items()), SETITEM, SETITEMS, True)


def _save_set(self, obj):
    if self.proto < 4:
        self._save_reduce(set, (list(obj),), obj=obj)
        return
    self._write(EMPTY_SET)
    self._memoize(obj)
    items = list(obj)
    for start in range(0, len(items), _BATCH):
        self._flush(items[start:start + _BATCH], b"", ADDITEMS, False, True)


def _save_frozenset(self, obj):
    if self.proto < 4:
        self._save_reduce(frozenset, (list(obj),), obj=obj)
        return
    self._write(MARK)
    for item in obj:
        self._save(item)
    found = self._memo.get(_identity(obj))
    if found is not None:
        self._write(POP_MARK)
        self._get(found[0])
        return
    self._write(FROZENSET)
    self._memoize(obj)


def _save_type(self, obj):
    for value in (None, NotImplemented, ...):
        if obj is type(value):
            return self._save_reduce(type, (value,), obj=obj)
    self._save_global(obj)


_atoms = {type(None): lambda self, obj: self._write(NONE), bool: _save_bool, int: _save_int, float: _save_float}
_savers = {
    bytes: _save_bytes, bytearray: _save_bytearray, str: _save_str, tuple: _save_tuple, list: _save_list, dict: _save_dict,
    set: _save_set, frozenset: _save_frozenset,
}


class Unpickler:
    """Reads pickles from a binary file."""

    def __init__(self, file, *, fix_imports=True, encoding="ASCII", errors="strict", buffers=None):
        if not hasattr(file, "read") or not hasattr(file, "readline"):
            raise TypeError("file must have 'read' and 'readline' attributes")
        self._file = file
        self.fix_imports = fix_imports
        self.encoding, self.errors = encoding, errors
        self.memo = {}

    def load(self):
        self._stack, self._marks, self.proto = [], [], 0
        while True:
            key = self._file.read(1)
            if not key:
                raise EOFError("Ran out of input")
            if key == STOP:
                return self._pop()
            loader = _loaders.get(key)
            if loader is None:
                shown = chr(key[0]) if 32 <= key[0] < 127 and key not in b"'" else f"\\x{key[0]:02x}"
                raise UnpicklingError(f"invalid load key, '{shown}'.")
            loader(self)

    def _pop(self):
        if not self._stack:
            raise UnpicklingError("unexpected MARK found" if self._marks else "unpickling stack underflow")
        return self._stack.pop()

    def _push(self, value):
        self._stack.append(value)

    def _pop_mark(self):
        if not self._marks:
            raise UnpicklingError("could not find MARK")
        items = self._stack
        self._stack = self._marks.pop()
        return items

    def _read(self, size):
        data = self._file.read(size)
        if len(data) < size:
            raise UnpicklingError("pickle data was truncated")
        return data

    def _number(self, size):
        return int.from_bytes(self._read(size), "little")

    def _line(self):
        line = self._file.readline()
        if not line.endswith(b"\n"):
            raise UnpicklingError("pickle data was truncated")
        return line[:-1]

    def persistent_load(self, pid):
        raise UnpicklingError("A load persistent id instruction was encountered, but no persistent_load function was specified.")

    def find_class(self, module_name, global_name, /):
        sys.audit("pickle.find_class", module_name, global_name)
        if self.proto < 3 and self.fix_imports:
            if (module_name, global_name) in _NEW_NAMES:
                module_name, global_name = _NEW_NAMES[module_name, global_name]
            else:
                module_name = _NEW_MODULES.get(module_name, module_name)
        __import__(module_name)
        module = sys.modules[module_name]
        if self.proto < 4 or (_shows_types and "." not in global_name):
            return getattr(module, global_name)
        found = module
        for name in global_name.split("."):
            if name == "<locals>":
                raise AttributeError(f"Can't get local attribute {global_name!r} on {module!r}")
            try:
                found = getattr(found, name)
            except AttributeError:
                if _shows_types:
                    raise AttributeError(f"Can't resolve path {global_name!r} on module {module.__name__!r}") from None
                raise AttributeError(f"Can't get attribute {global_name!r} on {module!r}") from None
        return found


def _load_int(self):
    line = self._line()
    self._push(True if line == b"01" else False if line == b"00" else int(line))


def _load_tuple_of(size):
    def load(self):
        items = self._stack[-size:]
        if len(items) < size:
            raise UnpicklingError("unpickling stack underflow")
        self._stack[-size:] = [tuple(items)]
    return load


def _load_mark(self):
    self._marks.append(self._stack)
    self._stack = []


def _load_append(self):
    value = self._pop()
    target = self._stack[-1]
    target.append(value)


def _load_appends(self):
    items = self._pop_mark()
    target = self._stack[-1]
    if hasattr(target, "extend"):
        target.extend(items)
    else:
        for item in items:
            target.append(item)


def _load_setitem(self):
    value = self._pop()
    key = self._pop()
    self._stack[-1][key] = value


def _load_setitems(self):
    items = self._pop_mark()
    target = self._stack[-1]
    for i in range(0, len(items), 2):
        target[items[i]] = items[i + 1]


def _load_dict(self):
    items = self._pop_mark()
    self._push({items[i]: items[i + 1] for i in range(0, len(items), 2)})


def _load_additems(self):
    items = self._pop_mark()
    target = self._stack[-1]
    if isinstance(target, set):
        target.update(items)
    else:
        for item in items:
            target.add(item)


def _load_reduce(self):
    args = self._pop()
    self._push(self._pop()(*args))


def _load_newobj(self):
    args = self._pop()
    cls = self._pop()
    self._push(cls.__new__(cls, *args))


def _load_newobj_ex(self):
    keywords, args, cls = self._pop(), self._pop(), self._pop()
    self._push(cls.__new__(cls, *args, **keywords))


def _load_build(self):
    state = self._pop()
    made = self._stack[-1]
    restore = getattr(made, "__setstate__", None)
    if restore is not None:
        restore(state)
        return
    slots = None
    if isinstance(state, tuple) and len(state) == 2:
        state, slots = state
    if state:
        attributes = made.__dict__
        for name, value in state.items():
            attributes[sys.intern(name) if type(name) is str else name] = value
    if slots:
        for name, value in slots.items():
            setattr(made, name, value)


def _load_global(self):
    module = self._line().decode("utf-8")
    name = self._line().decode("utf-8")
    self._push(self.find_class(module, name))


def _load_stack_global(self):
    name = self._pop()
    module = self._pop()
    if type(name) is not str or type(module) is not str:
        raise UnpicklingError("STACK_GLOBAL requires str")
    self._push(self.find_class(module, name))


def _load_instance(self, cls, args):
    self._push(cls(*args) if args or not isinstance(cls, type) else cls.__new__(cls))


def _load_inst(self):
    module, name = self._line().decode("ascii"), self._line().decode("ascii")
    _load_instance(self, self.find_class(module, name), self._pop_mark())


def _load_obj(self):
    cls, *args = self._pop_mark()
    _load_instance(self, cls, args)


def _load_get(index_of):
    def load(self):
        index = index_of(self)
        if index not in self.memo:
            raise UnpicklingError(f"Memo value not found at index {index}")
        self._push(self.memo[index])
    return load


def _load_put(index_of):
    def load(self):
        self.memo[index_of(self)] = self._stack[-1]
    return load


def _load_proto(self):
    self.proto = self._number(1)
    if self.proto > HIGHEST_PROTOCOL:
        raise ValueError(f"unsupported pickle protocol: {self.proto}")


def _load_old_string(read):
    def load(self):
        data = read(self)
        self._push(data if self.encoding == "bytes" else data.decode(self.encoding, self.errors))
    return load


def _quoted(self):
    line = self._line().strip()
    if len(line) < 2 or line[:1] != line[-1:] or line[:1] not in (b"'", b'"'):
        raise UnpicklingError("the STRING opcode argument must be quoted")
    return line[1:-1]


def _line_index(self):
    return int(self._line())


_loaders = {
    NONE: lambda self: self._push(None), NEWTRUE: lambda self: self._push(True), NEWFALSE: lambda self: self._push(False),
    INT: _load_int, BININT: lambda self: self._push(int.from_bytes(self._read(4), "little", signed=True)),
    BININT1: lambda self: self._push(self._number(1)), BININT2: lambda self: self._push(self._number(2)),
    LONG: lambda self: self._push(int(self._line().rstrip(b"L"))),
    LONG1: lambda self: self._push(decode_long(self._read(self._number(1)))),
    LONG4: lambda self: self._push(decode_long(self._read(self._number(4)))),
    FLOAT: lambda self: self._push(float(self._line())), BINFLOAT: lambda self: self._push(_unpack(">d", self._read(8))[0]),
    STRING: _load_old_string(_quoted), BINSTRING: _load_old_string(lambda self: self._read(self._number(4))),
    SHORT_BINSTRING: _load_old_string(lambda self: self._read(self._number(1))),
    UNICODE: lambda self: self._push(_unraw(self._line())),
    BINUNICODE: lambda self: self._push(self._read(self._number(4)).decode("utf-8", "surrogatepass")),
    SHORT_BINUNICODE: lambda self: self._push(self._read(self._number(1)).decode("utf-8", "surrogatepass")),
    BINUNICODE8: lambda self: self._push(self._read(self._number(8)).decode("utf-8", "surrogatepass")),
    BINBYTES: lambda self: self._push(self._read(self._number(4))), SHORT_BINBYTES: lambda self: self._push(self._read(self._number(1))),
    BINBYTES8: lambda self: self._push(self._read(self._number(8))), BYTEARRAY8: lambda self: self._push(bytearray(self._read(self._number(8)))),
    MARK: _load_mark, POP: lambda self: self._stack.pop() if self._stack else self._pop_mark(), POP_MARK: lambda self: self._pop_mark(),
    DUP: lambda self: self._push(self._stack[-1]),
    EMPTY_TUPLE: lambda self: self._push(()), TUPLE: lambda self: self._push(tuple(self._pop_mark())),
    TUPLE1: _load_tuple_of(1), TUPLE2: _load_tuple_of(2), TUPLE3: _load_tuple_of(3),
    EMPTY_LIST: lambda self: self._push([]), LIST: lambda self: self._push(self._pop_mark()), APPEND: _load_append, APPENDS: _load_appends,
    EMPTY_DICT: lambda self: self._push({}), DICT: _load_dict, SETITEM: _load_setitem, SETITEMS: _load_setitems,
    EMPTY_SET: lambda self: self._push(set()), ADDITEMS: _load_additems, FROZENSET: lambda self: self._push(frozenset(self._pop_mark())),
    GLOBAL: _load_global, STACK_GLOBAL: _load_stack_global, REDUCE: _load_reduce, NEWOBJ: _load_newobj, NEWOBJ_EX: _load_newobj_ex,
    BUILD: _load_build, INST: _load_inst, OBJ: _load_obj,
    GET: _load_get(_line_index), BINGET: _load_get(lambda self: self._number(1)), LONG_BINGET: _load_get(lambda self: self._number(4)),
    PUT: _load_put(_line_index), BINPUT: _load_put(lambda self: self._number(1)), LONG_BINPUT: _load_put(lambda self: self._number(4)),
    MEMOIZE: _load_put(lambda self: len(self.memo)), PROTO: _load_proto, FRAME: lambda self: self._number(8),
    PERSID: lambda self: self._push(self.persistent_load(self._line().decode("ascii"))),
    BINPERSID: lambda self: self._push(self.persistent_load(self._pop())),
}

Pickler.__module__ = Unpickler.__module__ = "_pickle"
_Pickler, _Unpickler = Pickler, Unpickler


def dump(obj, file, protocol=None, *, fix_imports=True, buffer_callback=None):
    Pickler(file, protocol, fix_imports).dump(obj)


class _Sink:
    def write(self, data):
        self.data = data


def dumps(obj, protocol=None, *, fix_imports=True, buffer_callback=None):
    """The pickle of an object."""
    sink = _Sink()
    Pickler(sink, protocol, fix_imports).dump(obj)
    return sink.data


def load(file, *, fix_imports=True, encoding="ASCII", errors="strict", buffers=()):
    return Unpickler(file, fix_imports=fix_imports, encoding=encoding, errors=errors).load()


class _Source:
    """Bytes that are read from the front."""

    def __init__(self, data):
        self.data, self.at = data, 0

    def read(self, size):
        start = self.at
        self.at = min(start + size, len(self.data))
        return self.data[start:self.at]

    def readline(self):
        end = self.data.find(b"\n", self.at)
        return self.read((len(self.data) if end < 0 else end + 1) - self.at)


def loads(data, /, *, fix_imports=True, encoding="ASCII", errors="strict", buffers=()):
    """The object of a pickle."""
    if isinstance(data, str) or not isinstance(data, bytes_types):
        raise TypeError(f"a bytes-like object is required, not '{type(data).__name__}'")
    return Unpickler(_Source(bytes(data)), fix_imports=fix_imports, encoding=encoding, errors=errors).load()
