"""Messages between processes."""

import itertools
import os
import pickle
from _processes import _hand_over, _poll, _publish, _published, _socketpair, _take_over, _unpublish, close as _close, pipe as _pipe, read as _read, write as _write
from multiprocessing import reduction
from multiprocessing.context import AuthenticationError, BufferTooShort

__all__ = ["Client", "Listener", "Pipe", "wait"]

BUFSIZE = 8192
_ports = itertools.count(1)


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


_families = {tuple: "AF_INET", str: "AF_UNIX"}


def _door(address):
    return f"listener:{address!r}"


class Listener:
    """Waits for connections of other processes at an address."""

    def __init__(self, address=None, family=None, backlog=1, authkey=None):
        if address is None:
            address = ("localhost", 40000 + next(_ports)) if family == "AF_INET" else f"/tmp/pymp-{os.getpid():x}/listener-{next(_ports):x}"
        if authkey is not None and not isinstance(authkey, bytes):
            raise TypeError("authkey should be a byte string")
        if isinstance(address, tuple) and address[1] == 0:
            address = (address[0], 40000 + next(_ports))
        self._address = address
        self._authkey = authkey
        self.last_accepted = None
        self._read, write = _pipe()
        if not _publish(_door(address), _hand_over(write)):
            _close(self._read)
            raise OSError(98, "Address already in use")
        _close(write)

    address = property(lambda self: self._address)

    def accept(self):
        """The connection of the next client."""
        if self._read is None:
            raise OSError("listener is closed")
        connection = Connection(_take_over(int.from_bytes(_read(self._read, 8), "little")))
        self.last_accepted = self._address if isinstance(self._address, tuple) else ""
        if self._authkey is not None:
            is_right = connection.recv_bytes() == self._authkey
            connection.send_bytes(b"yes" if is_right else b"no")
            if not is_right:
                connection.close()
                raise AuthenticationError("digest received was wrong")
        return connection

    def close(self):
        if self._read is not None:
            _unpublish(_door(self._address))
            _close(self._read)
            self._read = None

    def __enter__(self):
        return self

    def __exit__(self, *args):
        self.close()


def Client(address, family=None, authkey=None):
    """A connection to whoever listens at the address."""
    if authkey is not None and not isinstance(authkey, bytes):
        raise TypeError("authkey should be a byte string")
    door = _published(_door(address))
    if door is None:
        if isinstance(address, tuple):
            raise ConnectionRefusedError(111, "Connection refused")
        raise FileNotFoundError(2, "No such file or directory")
    write = _take_over(door)
    # What is published stays open for the next one.
    _hand_over(write)
    here, there = _socketpair()
    _write(write, _hand_over(there).to_bytes(8, "little"))
    _close(there)
    _close(write)
    connection = Connection(here)
    if authkey is not None:
        connection.send_bytes(authkey)
        if connection.recv_bytes() != b"yes":
            connection.close()
            raise AuthenticationError("digest sent was rejected")
    return connection
