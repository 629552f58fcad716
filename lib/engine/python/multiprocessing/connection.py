"""Messages between processes."""

import io
import pickle
import time
from _processes import _hand_over, _poll, _socketpair, _take_over, close as _close, pipe as _pipe, read as _read, write as _write
from multiprocessing import reduction
from multiprocessing.context import BufferTooShort

__all__ = ["Client", "Listener", "Pipe", "wait"]

BUFSIZE = 8192


class _ConnectionBase:
    _handle = None

    def __init__(self, handle, readable=True, writable=True):
        handle = handle.__index__()
        if handle < 0:
            raise ValueError("invalid handle")
        if not readable and not writable:
            raise ValueError("at least one of `readable` and `writable` must be True")
        self._handle = handle
        self._readable = readable
        self._writable = writable

    def __del__(self):
        if self._handle is not None:
            self._close()

    def _check(self, reads=False, writes=False):
        if self._handle is None:
            raise OSError("handle is closed")
        if reads and not self._readable:
            raise OSError("connection is write-only")
        if writes and not self._writable:
            raise OSError("connection is read-only")

    closed = property(lambda self: self._handle is None)
    readable = property(lambda self: self._readable)
    writable = property(lambda self: self._writable)

    def fileno(self):
        self._check()
        return self._handle

    def _close(self, _close=_close):
        handle = self._handle
        self._handle = None
        _close(handle)

    def close(self):
        if self._handle is not None:
            self._close()

    def send_bytes(self, buf, offset=0, size=None):
        """Sends bytes as one message."""
        self._check(writes=True)
        view = memoryview(buf).cast("B")
        total = len(view)
        if offset < 0:
            raise ValueError("offset is negative")
        if total < offset:
            raise ValueError("buffer length < offset")
        if size is None:
            size = total - offset
        elif size < 0:
            raise ValueError("size is negative")
        elif offset + size > total:
            raise ValueError("buffer length < offset + size")
        self._send_bytes(bytes(view[offset:offset + size]))

    def send(self, obj):
        """Sends a pickle of the object."""
        self._check(writes=True)
        self._send_bytes(bytes(reduction.ForkingPickler.dumps(obj)))

    def recv_bytes(self, maxlength=None):
        """The next message as bytes."""
        self._check(reads=True)
        if maxlength is not None and maxlength < 0:
            raise ValueError("negative maxlength")
        data = self._recv_bytes(maxlength)
        if data is None:
            self._readable = self._writable and False
            self.close()
            raise OSError("bad message length")
        return data

    def recv_bytes_into(self, buf, offset=0):
        self._check(reads=True)
        view = memoryview(buf).cast("B")
        if offset < 0:
            raise ValueError("negative offset")
        if offset > len(view):
            raise ValueError("offset too large")
        data = self._recv_bytes()
        if len(view) < offset + len(data):
            raise BufferTooShort(data)
        view[offset:offset + len(data)] = data
        return len(data)

    def recv(self):
        """The next object."""
        self._check(reads=True)
        return pickle.loads(self._recv_bytes())

    def poll(self, timeout=0.0):
        """Whether something can be read, within the time."""
        self._check(reads=True)
        return bool(_poll([self._handle], timeout))

    def __enter__(self):
        return self

    def __exit__(self, *args):
        self.close()


class Connection(_ConnectionBase):
    """One end of a pipe or of a pair of sockets."""

    def _send_bytes(self, data):
        data = len(data).to_bytes(4, "big") + data
        while data:
            data = data[_write(self._handle, data):]

    def _recv(self, size, isStart):
        parts = []
        left = size
        while left > 0:
            part = _read(self._handle, left)
            if not part:
                if isStart and left == size:
                    raise EOFError
                raise OSError("got end of file during message")
            parts.append(part)
            left -= len(part)
        return b"".join(parts)

    def _recv_bytes(self, maxlength=None):
        size = int.from_bytes(self._recv(4, True), "big")
        if maxlength is not None and size > maxlength:
            return None
        return self._recv(size, False)


def _rebuild(handle, readable, writable):
    return Connection(_take_over(handle), readable, writable)


reduction.register(Connection, lambda connection: (_rebuild, (_hand_over(connection.fileno()), connection.readable, connection.writable)))


def Pipe(duplex=True):
    """Two connections that lead to each other."""
    first, second = _socketpair() if duplex else _pipe()
    return Connection(first, writable=duplex), Connection(second, readable=duplex)


def wait(object_list, timeout=None):
    """Those of the connections and sentinels that are ready, within the time."""
    objects = list(object_list)
    numbers = [item if isinstance(item, int) else item.fileno() for item in objects]
    if timeout is not None:
        timeout = max(timeout, 0)
    ready = _poll(numbers, timeout)
    return [item for item, number in zip(objects, numbers) if number in ready]


class Listener:
    def __init__(self, address=None, family=None, backlog=1, authkey=None):
        raise NotImplementedError("multiprocessing.connection.Listener")


def Client(address, family=None, authkey=None):
    raise NotImplementedError("multiprocessing.connection.Client")
