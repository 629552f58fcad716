"""Streams in memory."""

SEEK_SET, SEEK_CUR, SEEK_END = 0, 1, 2
DEFAULT_BUFFER_SIZE = 8192


class UnsupportedOperation(OSError, ValueError):
    """The stream cannot do this."""


UnsupportedOperation.__module__ = "io"


class IOBase:
    """What all streams share."""

    _closed = False

    @property
    def closed(self):
        return self._closed

    def _check(self):
        if self._closed:
            raise ValueError("I/O operation on closed file" + self._stop)

    _stop = "."

    def close(self):
        self._closed = True

    def flush(self):
        self._check()

    def isatty(self):
        self._check()
        return False

    def readable(self):
        return False

    def writable(self):
        return False

    def seekable(self):
        return False

    def fileno(self):
        raise UnsupportedOperation("fileno")

    def __enter__(self):
        self._check()
        return self

    def __exit__(self, *args):
        self.close()

    def __iter__(self):
        self._check()
        return self

    def __next__(self):
        line = self.readline()
        if not line:
            raise StopIteration
        return line

    def readlines(self, hint=-1, /):
        return list(self)

    def writelines(self, lines, /):
        for line in lines:
            self.write(line)


class RawIOBase(IOBase):
    pass


class BufferedIOBase(IOBase):
    pass


class TextIOBase(IOBase):
    encoding = errors = newlines = None


def _check_size(size):
    if size is not None and not hasattr(type(size), "__index__"):
        raise TypeError(f"argument should be integer or None, not '{type(size).__name__}'")


class _InMemory:
    """Reading and writing at a position; what is kept is a list of one value of the stream's own kind."""

    def readable(self):
        self._check()
        return True

    writable = seekable = readable

    def read(self, size=-1, /):
        self._check()
        _check_size(size)
        value = self._value
        end = len(value) if size is None or size < 0 else self._position + size
        found = value[self._position:end]
        self._position = max(self._position, min(end, len(value)))
        return found

    def readline(self, size=-1, /):
        self._check()
        _check_size(size)
        value = self._value
        if self._position >= len(value):
            return value[:0]
        end = value.find(self._newline, self._position) + 1 or len(value)
        if size is not None and size >= 0:
            end = min(end, self._position + size)
        found = value[self._position:end]
        self._position = end
        return found

    def getvalue(self):
        self._check()
        return self._value

    def tell(self):
        self._check()
        return self._position

    def _put(self, text, gap):
        value, at = self._value, self._position
        if at == len(value):
            self._value = value + text
        else:
            self._value = value[:at] + gap * (at - len(value)) + text + value[at + len(text):]
        self._position = at + len(text)
        return len(text)

    def truncate(self, size=None, /):
        self._check()
        size = self._position if size is None else size
        if size < 0:
            raise ValueError(f"negative size value {size}" if isinstance(self._value, bytes) else f"Negative size value {size}")
        self._value = self._value[:size]
        return size


class StringIO(_InMemory, TextIOBase):
    """A text stream in memory."""

    _newline = "\n"
    _stop = ""
    line_buffering = False

    def __init__(self, initial_value="", newline="\n"):
        if initial_value is not None and not isinstance(initial_value, str):
            raise TypeError(f"initial_value must be str or None, not {type(initial_value).__name__}")
        self._value = initial_value or ""
        self._position = 0

    def write(self, s, /):
        if not isinstance(s, str):
            raise TypeError(f"string argument expected, got {type(s).__name__!r}")
        self._check()
        return self._put(s, "\x00") if s else 0

    def seek(self, pos, whence=0, /):
        self._check()
        if whence not in (0, 1, 2):
            raise ValueError(f"Invalid whence ({whence}, should be 0, 1 or 2)")
        if whence and pos:
            raise OSError("Can't do nonzero cur-relative seeks")
        if pos < 0:
            raise ValueError(f"Negative seek position {pos}")
        self._position = pos if whence == 0 else self._position if whence == 1 else len(self._value)
        return self._position


class BytesIO(_InMemory, BufferedIOBase):
    """A stream of bytes in memory."""

    _newline = b"\n"

    def __init__(self, initial_bytes=b""):
        self._value = bytes(initial_bytes or b"")
        self._position = 0

    def write(self, b, /):
        if isinstance(b, str):
            raise TypeError("a bytes-like object is required, not 'str'")
        self._check()
        b = bytes(b)
        return self._put(b, b"\x00") if b else 0

    def read1(self, size=-1, /):
        return self.read(size)

    def getbuffer(self):
        return memoryview(self._value)

    def seek(self, pos, whence=0, /):
        self._check()
        if whence not in (0, 1, 2):
            raise ValueError(f"invalid whence ({whence}, should be 0, 1 or 2)")
        if whence == 0 and pos < 0:
            raise ValueError(f"negative seek value {pos}")
        start = (0, self._position, len(self._value))[whence]
        self._position = max(0, start + pos)
        return self._position


for _cls, _size in ((StringIO, 120), (BytesIO, 64)):
    _cls.__module__ = "_io"
    # Each has methods of its own, as its C code has.
    for _name, _value in vars(_InMemory).items():
        if not _name.startswith("_"):
            setattr(_cls, _name, _value)
    _seal(_cls, _size)
del _builtin, _cls, _name, _seal, _size, _value


from builtins import open
