"""Files over the ends of pipes: what a process and its child see of each other."""

import io
from _processes import _poll, close as _close, read as _read, write as _write

_CHUNK = 32768
_BUFFER = 8192


class _End(io.IOBase):
    """A buffered file over a number; `name` is that number."""

    # Whether the number is closed with the file.
    _closes = True

    def __init__(self, fd, text, encoding="utf-8", errors="strict"):
        self._fd = fd
        self.name = fd
        self._is_text = text
        if text:
            self.encoding, self.errors, self.newlines = encoding or "utf-8", errors or "strict", None

    def fileno(self):
        self._check()
        return self._fd

    def close(self):
        if self._closed:
            return
        try:
            if self._fd is not None:
                self.flush()
        finally:
            self._closed = True
            if self._fd is not None and self._closes:
                _close(self._fd)

    def __del__(self):
        if not self._closed:
            self.close()

    def __repr__(self):
        mode = "r" if self.readable() else "w"
        if self._is_text:
            return f"<_io.TextIOWrapper name={self.name!r} mode='{mode}' encoding='{self.encoding}'>" if isinstance(self.name, str) else f"<_io.TextIOWrapper name={self.name} encoding='{self.encoding.upper()}'>"
        return f"<_io.Buffered{'Reader' if mode == 'r' else 'Writer'} name={self.name}>"


class Reader(_End):
    """What comes out of a pipe; without a number there is nothing to read."""

    _rest = b""
    _is_over = False

    def readable(self):
        return True

    @property
    def buffer(self):
        return self if not self._is_text else _Bytes(self)

    def _more(self):
        if self._is_over or self._fd is None:
            return False
        data = _read(self._fd, _CHUNK)
        if not data:
            self._is_over = True
            return False
        self._rest += data
        return True

    def _given(self, data):
        if not self._is_text:
            return data
        return data.decode(self.encoding, self.errors).replace("\r\n", "\n").replace("\r", "\n")

    def _take(self, size):
        data, self._rest = self._rest[:size], self._rest[size:]
        return data

    def _read_bytes(self, size):
        self._check()
        while (size is None or size < 0 or len(self._rest) < size) and self._more():
            pass
        return self._take(len(self._rest) if size is None or size < 0 else size)

    def read(self, size=-1, /):
        return self._given(self._read_bytes(size))

    def write(self, data, /):
        raise io.UnsupportedOperation("not writable" if self._is_text else "write")

    def read1(self, size=-1, /):
        self._check()
        if not self._rest:
            self._more()
        return self._take(len(self._rest) if size < 0 else size)

    def _line(self):
        self._check()
        while b"\n" not in self._rest and self._more():
            pass
        return self._take(self._rest.find(b"\n") + 1 or len(self._rest))

    def readline(self, size=-1, /):
        return self._given(self._line())


class _Bytes(io.BufferedIOBase):
    """The bytes below a file of text."""

    def __init__(self, text):
        self._text = text

    def read(self, size=-1, /):
        return self._text._read_bytes(size)

    def readline(self, size=-1, /):
        return self._text._line()

    def write(self, data, /):
        return self._text._write_bytes(bytes(data))

    def flush(self):
        self._text.flush()


class Writer(_End):
    """What goes into a pipe, when there is enough of it or somebody says so; without a number it is thrown away."""

    _waiting = b""

    def __init__(self, fd, text, encoding="utf-8", errors="strict", buffered=True, by_lines=False):
        super().__init__(fd, text, encoding, errors)
        self._buffered = buffered
        self.line_buffering = by_lines

    @property
    def buffer(self):
        if not self._is_text:
            raise AttributeError("'_io.BufferedWriter' object has no attribute 'buffer'")
        # Made anew, so that the file ends with the last reference to it.
        return _Bytes(self)

    def writable(self):
        return True

    def read(self, size=-1, /):
        raise io.UnsupportedOperation("not readable" if self._is_text else "read")

    readline = read

    def reconfigure(self, *, line_buffering=None, write_through=None, **others):
        self.flush()
        if line_buffering is not None:
            self.line_buffering = line_buffering
        if write_through is not None:
            self._buffered = not write_through

    def write(self, data, /):
        self._check()
        if not self._is_text:
            if isinstance(data, str):
                raise TypeError("a bytes-like object is required, not 'str'")
            return self._write_bytes(bytes(data))
        if not isinstance(data, str):
            raise TypeError(f"write() argument must be str, not {type(data).__name__}")
        self._write_bytes(data.encode(self.encoding, self.errors))
        if self.line_buffering and "\n" in data:
            self.flush()
        return len(data)

    def _write_bytes(self, data):
        self._check()
        self._waiting += data
        if not self._buffered or len(self._waiting) > _BUFFER:
            self.flush()
        return len(data)

    def flush(self):
        self._check()
        if self._fd is None:
            self._waiting = b""
        # What nobody takes stays.
        while self._waiting:
            self._waiting = self._waiting[_write(self._fd, self._waiting) :]


def fdopen(fd, mode="r", buffering=-1, encoding=None, errors=None, newline=None, closefd=True, opener=None):
    """A file over the end of a pipe; its number is closed with it, unless `closefd` is false (Lib/os.py, Modules/_io/_iomodule.c)."""
    if not isinstance(fd, int):
        raise TypeError(f"invalid fd type ({type(fd)}, expected integer)")
    flags = set(mode)
    if flags - set("axrwb+t") or len(mode) > len(flags):
        raise ValueError(f"invalid mode: {mode!r}")
    if {"t", "b"} <= flags:
        raise ValueError("can't have text and binary mode at once")
    kinds = flags & set("axrw")
    if not kinds:
        raise ValueError("Must have exactly one of create/read/write/append mode and at most one plus")
    if len(kinds) > 1:
        raise ValueError("must have exactly one of create/read/write/append mode")
    is_text = "b" not in flags
    if is_text and buffering == 0:
        raise ValueError("can't have unbuffered text I/O")
    for name, value in (("encoding", encoding), ("errors", errors), ("newline", newline)):
        if not is_text and value is not None:
            raise ValueError(f"binary mode doesn't take {'an' if name[0] == 'e' else 'a'} {name} argument")
    if "+" in flags:
        raise io.UnsupportedOperation("File or stream is not seekable.")
    if "r" in flags:
        _poll([fd], 0)
        made = Reader(fd, is_text, encoding, errors or "strict")
    else:
        _write(fd, b"")
        made = Writer(fd, is_text, encoding, errors or "strict", buffered=buffering != 0, by_lines=buffering == 1)
    made.mode, made._closes = mode, bool(closefd)
    return made
