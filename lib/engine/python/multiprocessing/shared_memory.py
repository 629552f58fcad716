"""Memory that processes find by a name."""

import struct
from _processes import SharedPages, _map_again, _publish, _published, _unpublish
from types import GenericAlias

__all__ = ["SharedMemory", "ShareableList"]


class SharedMemory:
    """A block of memory with a name; every process that knows it has the same bytes."""

    _buf = None

    def __init__(self, name=None, create=False, size=0, **more):
        if _memory_can_be_untracked:
            more.pop("track", True)
        if more:
            raise TypeError(f"SharedMemory.__init__() got an unexpected keyword argument '{next(iter(more))}'")
        if not size >= 0:
            raise ValueError("'size' must be a positive integer")
        if create and size == 0:
            raise ValueError("'size' must be a positive number different from zero")
        if name is None and not create:
            raise ValueError("'name' can only be None if create=True")
        if create:
            self._pages = SharedPages(size)
            handle = self._pages.handle
            if name is None:
                name = f"psm_{handle * 0x9E3779B1 + 0x5EED & 0xFFFFFFFF:08x}"
            if not _publish(f"memory:{name}", handle):
                raise FileExistsError(17, "File exists", f"/{name}")
        else:
            handle = _published(f"memory:{name}")
            if handle is None:
                raise FileNotFoundError(2, "No such file or directory", f"/{name}")
            self._pages = _map_again(handle)
        self._name = name
        self._size = self._pages.__len__()
        self._buf = memoryview(self._pages)

    def __del__(self):
        try:
            self.close()
        except OSError:
            pass

    def __reduce__(self):
        return self.__class__, (self.name, False, self.size)

    def __repr__(self):
        return f"{self.__class__.__name__}({self.name!r}, size={self.size})"

    buf = property(lambda self: self._buf)
    name = property(lambda self: self._name)
    size = property(lambda self: self._size)

    def close(self):
        """This process does not use it any more."""
        if self._buf is not None:
            self._buf.release()
            self._buf = None

    def unlink(self):
        """Nobody finds it by its name any more; who has it keeps it."""
        if not _unpublish(f"memory:{self._name}"):
            raise FileNotFoundError(2, "No such file or directory", f"/{self._name}")


_ALIGNMENT = 8
# How values lie in memory: a letter of `struct`, and how they are taken back.
_FORMATS = {int: "q", float: "d", bool: "?"}


class ShareableList:
    """A list of fixed length of numbers, texts, bytes, True, False and None, in shared memory."""

    __class_getitem__ = classmethod(GenericAlias)

    def __init__(self, sequence=None, *, name=None):
        if sequence is not None and not isinstance(sequence, (str, bytes)):
            items = list(sequence)
            sizes = [self._room_for(item) for item in items]
            head = 8 + 8 * len(items)
            self.shm = SharedMemory(name, create=True, size=head + sum(sizes))
            self.shm.buf[:head] = struct.pack(f"{1 + len(items)}q", len(items), *sizes)
            for index, item in enumerate(items):
                self._put(index, item)
        else:
            self.shm = SharedMemory(name)

    @staticmethod
    def _raw(item):
        if item is None:
            return b"n"
        if type(item) in _FORMATS:
            return b"?qd"[(bool, int, float).index(type(item)):][:1] + struct.pack(_FORMATS[type(item)], item)
        data = item.encode("utf-8") if isinstance(item, str) else item
        return (b"s" if isinstance(item, str) else b"b") + len(data).to_bytes(4, "little") + data

    def _room_for(self, item):
        """What a place must hold: for texts up to the next eight bytes."""
        if isinstance(item, (str, bytes)):
            data = item.encode("utf-8") if isinstance(item, str) else item
            return 5 + _ALIGNMENT * (len(data) // _ALIGNMENT + 1)
        return 16

    def _place(self, index):
        count = len(self)
        sizes = struct.unpack(f"{count}q", bytes(self.shm.buf[8:8 + 8 * count]))
        return 8 + 8 * count + sum(sizes[:index]), sizes[index]

    def _put(self, index, item):
        start, size = self._place(index)
        raw = self._raw(item)
        if len(raw) > size:
            raise ValueError("bytes/str item exceeds available storage")
        self.shm.buf[start:start + len(raw)] = raw

    def _index(self, position, text):
        index = position if position >= 0 else position + len(self)
        if not 0 <= index < len(self):
            raise IndexError(text)
        return index

    def __getitem__(self, position):
        start, size = self._place(self._index(position, "index out of range"))
        raw = bytes(self.shm.buf[start:start + size])
        kind = raw[:1]
        if kind == b"n":
            return None
        if kind in b"?qd":
            letter = kind.decode()
            return struct.unpack_from(letter, raw, 1)[0]
        data = raw[5:5 + int.from_bytes(raw[1:5], "little")].rstrip(b"\0")
        return data.decode("utf-8") if kind == b"s" else data

    def __setitem__(self, position, value):
        self._put(self._index(position, "assignment index out of range"), value)

    def __reduce__(self):
        from functools import partial
        return partial(self.__class__, name=self.shm.name), ()

    def __len__(self):
        return struct.unpack("q", bytes(self.shm.buf[:8]))[0]

    def __repr__(self):
        return f"{self.__class__.__name__}({list(self)}, name={self.shm.name!r})"

    def count(self, value):
        return sum(value == entry for entry in self)

    def index(self, value):
        for position, entry in enumerate(self):
            if value == entry:
                return position
        raise ValueError(f"{value!r} not in this container")
