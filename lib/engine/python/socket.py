"""Sockets of one machine: streams between addresses of the local host.

A connection joins sockets of one process: a fork copies both of its ends, which from then on know nothing of their originals.
"""

import enum
import threading
import weakref
from collections import deque
from sys import audit as _audit

_CAPACITY = 65536
_LOCAL = ("localhost", "127.0.0.1", "0.0.0.0", "", "::1", "::")
_FIRST_PORT = 40000
SOMAXCONN = 4096


class AddressFamily(enum.IntEnum):
    AF_UNSPEC = 0
    AF_UNIX = 1
    AF_INET = 2
    AF_INET6 = 10


class SocketKind(enum.IntEnum):
    SOCK_STREAM = 1
    SOCK_DGRAM = 2


globals().update(AddressFamily.__members__)
globals().update(SocketKind.__members__)
SOL_SOCKET, SO_REUSEADDR, SO_ERROR, SO_KEEPALIVE, SO_REUSEPORT, IPPROTO_TCP, TCP_NODELAY = 1, 2, 4, 9, 15, 6, 1
SHUT_RD, SHUT_WR, SHUT_RDWR = 0, 1, 2
AI_PASSIVE = 1
EAI_NONAME = -2
has_ipv6 = True
error = OSError
timeout = TimeoutError


class herror(OSError):
    pass


class gaierror(OSError):
    pass


herror.__module__ = gaierror.__module__ = "socket"
_default_timeout = None
_ports = iter(range(_FIRST_PORT, 65536)).__next__
# Who listens, by family and address.
_listening = {}
# Sockets by number while they are open.
_open = weakref.WeakValueDictionary()
# Numbers that other files than sockets have.
_taken = set()
# Held for every change of any socket; those that wait sleep on it.
_changed = threading.Condition()


def _numbers():
    """The lowest number that is free, as a system gives them."""
    number = 3
    while number in _open or number in _taken:
        number += 1
    return number


class _Channel:
    """Bytes in one direction of a connection."""

    def __init__(self):
        self.bytes = bytearray()
        self.is_ended = False
        # Nobody will read any more; `was_told` once a sender has met that.
        self.is_refused = False
        self.was_told = False
        self.is_reset = False


class socket:
    """One end of a stream, or what waits for connections."""

    _fd = -1
    _partner = None
    # Files over it that are open: it is closed with the last of them.
    _files = 0
    _is_closing = False

    def __init__(self, family=-1, type=-1, proto=-1, fileno=None):
        self._begin(family, type, proto, fileno)
        self._tell_hooks()

    def _tell_hooks(self):
        _audit("socket.__new__", self, int(self._family), int(self._type), self._proto)

    def _begin(self, family=-1, type=-1, proto=-1, fileno=None):
        self._fd = _numbers() if fileno is None else fileno
        _open[self._fd] = self
        self._family = AddressFamily(2 if family == -1 else family)
        self._type = SocketKind(1 if type == -1 else type)
        if self._type is not SocketKind.SOCK_STREAM:
            raise NotImplementedError("socket: only streams (SOCK_STREAM) are modelled")
        self._proto = 0 if proto == -1 else proto
        self._timeout = _default_timeout
        self._address = self._peer = None
        self._backlog = None
        self._in = self._out = None
        self._options = {}
        # Called whenever the socket may have become ready; an event loop puts itself there.
        self._watchers = []

    family = property(lambda self: self._family)
    type = property(lambda self: self._type)
    proto = property(lambda self: self._proto)
    timeout = property(lambda self: self._timeout)

    def __enter__(self):
        return self

    def __exit__(self, *exc_info):
        self.close()

    def __repr__(self):
        text = f"<socket.socket{' [closed]' if self._fd == -1 or self._is_closing else ''} fd={self._fd}, family={self._family!s}, type={self._type!s}, proto={self._proto}"
        if self._fd != -1:
            text += f", laddr={self.getsockname()}"
            if self._peer is not None:
                text += f", raddr={self._peer}"
        return text + ">"

    def __getstate__(self):
        raise TypeError(f"cannot pickle {self.__class__.__name__!r} object")

    def fileno(self):
        return self._fd

    def detach(self):
        number, self._fd = self._fd, -1
        _open.pop(number, None)
        return number

    # Waiting.

    def settimeout(self, value):
        if value is not None and value < 0:
            raise ValueError("Timeout value out of range")
        self._timeout = None if value is None else float(value)

    def gettimeout(self):
        return self._timeout

    def setblocking(self, flag):
        self._timeout = None if flag else 0.0

    def getblocking(self):
        return self._timeout is None or self._timeout > 0

    def _wait_until(self, is_ready):
        """Called with the lock held: sleeps without it until the condition holds."""
        if is_ready():
            return
        if self._timeout == 0:
            raise BlockingIOError(11, "Resource temporarily unavailable")
        if not _changed.wait_for(lambda: self._fd == -1 or is_ready(), self._timeout):
            raise TimeoutError("timed out")
        self._check_open()

    def _check_open(self):
        if self._fd == -1:
            raise OSError(9, "Bad file descriptor")

    def _tell(self):
        _changed.notify_all()
        for watcher in list(self._watchers):
            watcher(self)

    def _is_readable(self):
        if self._backlog is not None:
            return len(self._backlog) > 0
        channel = self._in
        return channel is not None and (len(channel.bytes) > 0 or channel.is_ended or channel.is_reset)

    def _is_writable(self):
        channel = self._out
        return channel is not None and (len(channel.bytes) < _CAPACITY or channel.is_refused or channel.is_ended)

    def _events(self):
        """What poll() tells of it (tcp_poll, unix_poll): bits of select.POLLIN and others."""
        if self._backlog is not None:
            return 1 if self._backlog else 0
        if self._in is None:
            # Not connected: it hangs up.
            return 4 | 16
        events = (1 if self._is_readable() else 0) | (4 if self._is_writable() else 0)
        if self._in.is_ended:
            events |= 8192
            if self._out.is_ended or self._family is AddressFamily.AF_UNIX and self._other is None:
                events |= 16
        return events | (8 if self._in.is_reset else 0)

    # Names.

    def _at(self, address, what):
        if self._family is AddressFamily.AF_UNIX:
            return address
        if not isinstance(address, tuple):
            raise TypeError(f"{what}(): AF_INET address must be tuple, not {address.__class__.__name__}")
        host, port = address[:2]
        if not isinstance(port, int):
            raise TypeError(f"'{port.__class__.__name__}' object cannot be interpreted as an integer")
        if not 0 <= port <= 65535:
            raise OverflowError(f"{what}(): port must be 0-65535.")
        if host not in _LOCAL:
            raise gaierror(EAI_NONAME, "Name or service not known")
        if host in ("localhost", ""):
            host = {"localhost": "127.0.0.1", "": "0.0.0.0"}[host] if self._family is AddressFamily.AF_INET else "::1"
        return (host, port) if self._family is AddressFamily.AF_INET else (host, port, 0, 0)

    def _key(self, address):
        return (self._family, address if self._family is AddressFamily.AF_UNIX else address[1])

    def bind(self, address):
        self._check_open()
        address = self._at(address, "bind")
        _audit("socket.bind", self, address)
        if self._address is not None:
            raise OSError(22, "Invalid argument")
        if self._family is not AddressFamily.AF_UNIX and address[1] == 0:
            address = (address[0], _ports(), *address[2:])
        if self._key(address) in _listening:
            raise OSError(98, "Address already in use")
        self._address = address

    def getsockname(self):
        self._check_open()
        if self._address is not None:
            return self._address
        return {AddressFamily.AF_UNIX: "", AddressFamily.AF_INET: ("0.0.0.0", 0)}.get(self._family, ("::", 0, 0, 0))

    def getpeername(self):
        self._check_open()
        if self._in is None:
            raise OSError(107, "Transport endpoint is not connected")
        return self._peer

    def setsockopt(self, level, optname, value, optlen=None):
        self._options[level, optname] = int(value)

    def getsockopt(self, level, optname, buflen=None):
        return self._options.get((level, optname), 0)

    # Connections.

    def listen(self, backlog=128):
        self._check_open()
        if self._address is None:
            self.bind(("0.0.0.0", 0))
        if self._key(self._address) in _listening and _listening[self._key(self._address)] is not self:
            raise OSError(98, "Address already in use")
        self._backlog = deque()
        _listening[self._key(self._address)] = self

    def accept(self):
        """Waits for a connection; gives its socket and the address of the other end."""
        self._check_open()
        if self._backlog is None:
            raise OSError(22, "Invalid argument")
        with _changed:
            self._wait_until(lambda: self._backlog)
            connection = self._backlog.popleft()
        connection._timeout = _default_timeout
        connection._tell_hooks()
        return connection, connection._peer

    def connect(self, address):
        self._check_open()
        address = self._at(address, "connect")
        _audit("socket.connect", self, address)
        if self._in is not None:
            raise OSError(106, "Transport endpoint is already connected")
        with _changed:
            listener = _listening.get(self._key(address))
            if listener is None:
                if self._family is AddressFamily.AF_UNIX:
                    raise FileNotFoundError(2, "No such file or directory")
                raise ConnectionRefusedError(111, "Connection refused")
            if self._address is None and self._family is not AddressFamily.AF_UNIX:
                self._address = ("127.0.0.1", _ports()) if self._family is AddressFamily.AF_INET else ("::1", _ports(), 0, 0)
            # The hooks hear of it when it is accepted.
            other = object.__new__(socket)
            other._begin(self._family, self._type)
            other._address = listener._address if address[0] in ("0.0.0.0", "::") or self._family is AddressFamily.AF_UNIX else address
            other._peer = self.getsockname()
            self._peer = address
            _join(self, other)
            listener._backlog.append(other)
            listener._tell()

    def connect_ex(self, address):
        try:
            self.connect(address)
        except OSError as error:
            return error.errno
        return 0

    # Bytes.

    def recv(self, bufsize, flags=0):
        """At most so many bytes, as soon as there are any; none at the end of the stream."""
        self._check_open()
        if bufsize < 0:
            raise ValueError("negative buffersize in recv")
        if self._in is None:
            raise OSError(107, "Transport endpoint is not connected")
        with _changed:
            self._wait_until(self._is_readable)
            channel = self._in
            if channel.is_reset:
                channel.is_reset = False
                raise ConnectionResetError(104, "Connection reset by peer")
            data = bytes(channel.bytes[:bufsize])
            if not flags & 2:
                del channel.bytes[:bufsize]
                if data and self._other is not None:
                    self._other._tell()
            return data

    def recv_into(self, buffer, nbytes=0, flags=0):
        view = memoryview(buffer)
        data = self.recv(nbytes or len(view), flags)
        view[: len(data)] = data
        return len(data)

    def send(self, data, flags=0):
        """Sends what there is room for; gives how much that was."""
        self._check_open()
        if isinstance(data, str):
            raise TypeError("a bytes-like object is required, not 'str'")
        data = bytes(data)
        if self._out is None:
            raise BrokenPipeError(32, "Broken pipe")
        with _changed:
            self._wait_until(self._is_writable)
            channel = self._out
            if channel.is_ended or channel.was_told:
                raise BrokenPipeError(32, "Broken pipe")
            if channel.is_refused:
                # The first bytes go out before the answer comes that nobody reads them.
                channel.was_told = True
                return len(data)
            part = data[: _CAPACITY - len(channel.bytes)]
            channel.bytes += part
            if self._other is not None:
                self._other._tell()
            return len(part)

    def sendall(self, data, flags=0):
        data = memoryview(data) if not isinstance(data, str) else data
        if isinstance(data, str):
            raise TypeError("a bytes-like object is required, not 'str'")
        while len(data):
            data = data[self.send(data) :]

    def shutdown(self, how):
        self._check_open()
        if self._in is None:
            raise OSError(107, "Transport endpoint is not connected")
        with _changed:
            if how in (SHUT_WR, SHUT_RDWR):
                self._out.is_ended = True
            if how in (SHUT_RD, SHUT_RDWR):
                self._in.is_ended = True
            self._tell()
            if self._other is not None:
                self._other._tell()

    def close(self):
        if self._fd == -1:
            return
        if self._files > 0:
            self._is_closing = True
            return
        _open.pop(self._fd, None)
        self._fd = -1
        with _changed:
            if self._backlog is not None:
                _listening.pop(self._key(self._address), None)
                for waiting in self._backlog:
                    waiting._abandon()
            elif self._in is not None:
                self._abandon()
            self._tell()

    def _abandon(self):
        """The other end learns that nobody is here; what was not read is answered by a reset."""
        other = self._other
        self._out.is_ended = True
        self._in.is_refused = True
        if self._in.bytes and other is not None:
            self._out.is_reset = True
            self._in.was_told = True
        if other is not None:
            other._tell()
            other._other = None
            self._other = None

    @property
    def _other(self):
        """The other end while somebody has it; neither end keeps the other."""
        return None if self._partner is None else self._partner()

    @_other.setter
    def _other(self, other):
        self._partner = None if other is None else weakref.ref(other)

    def __del__(self):
        # Whoever forgets to close it has it closed when it is gone; at the end of everything there is nobody to tell.
        if self._fd != -1 and _changed is not None:
            self._files = 0
            self.close()

    def makefile(self, mode="r", buffering=None, *, encoding=None, errors=None, newline=None):
        """A file over the stream: lines and texts, or bytes."""
        return _File(self, "b" in mode, encoding or "utf-8")


class _File:
    def __init__(self, sock, is_binary, encoding):
        self._sock = sock
        self._is_binary = is_binary
        self._encoding = encoding
        self._rest = b""
        self.closed = False
        sock._files += 1

    def _given(self, data):
        return data if self._is_binary else data.decode(self._encoding)

    def read(self, size=-1):
        while size is None or size < 0 or len(self._rest) < size:
            data = self._sock.recv(8192)
            if not data:
                break
            self._rest += data
        end = len(self._rest) if size is None or size < 0 else size
        data, self._rest = self._rest[:end], self._rest[end:]
        return self._given(data)

    def readline(self):
        while b"\n" not in self._rest:
            data = self._sock.recv(8192)
            if not data:
                break
            self._rest += data
        end = self._rest.find(b"\n") + 1 or len(self._rest)
        data, self._rest = self._rest[:end], self._rest[end:]
        return self._given(data)

    def __iter__(self):
        return iter(self.readline, self._given(b""))

    def write(self, data):
        self._sock.sendall(data if self._is_binary else data.encode(self._encoding))
        return len(data)

    def flush(self):
        pass

    def readable(self):
        return True

    writable = readable

    def seekable(self):
        return False

    def fileno(self):
        return self._sock.fileno()

    def readlines(self, hint=-1):
        return list(self)

    def writelines(self, lines):
        for line in lines:
            self.write(line)

    def close(self):
        if self.closed:
            return
        self.closed = True
        self._sock._files -= 1
        if self._sock._is_closing:
            self._sock.close()

    def __del__(self):
        self.close()

    def __enter__(self):
        return self

    def __exit__(self, *exc_info):
        self.close()


SocketType = socket


def _join(one, two):
    one._in = two._out = _Channel()
    one._out = two._in = _Channel()
    one._other, two._other = two, one


def socketpair(family=None, type=SOCK_STREAM, proto=0):
    """Two sockets that are joined."""
    family = AF_UNIX if family is None else family
    one, two = socket(family, type, proto), socket(family, type, proto)
    one._peer = two._peer = ""
    _join(one, two)
    return one, two


def getdefaulttimeout():
    return _default_timeout


def setdefaulttimeout(timeout):
    global _default_timeout
    _default_timeout = timeout


def gethostname():
    _audit("socket.gethostname")
    return "localhost"


def gethostbyname(hostname):
    _audit("socket.gethostbyname", hostname)
    return _address_of(hostname)


def _address_of(hostname):
    if hostname not in _LOCAL:
        raise gaierror(EAI_NONAME, "Name or service not known")
    return "127.0.0.1" if hostname == "localhost" else hostname or "0.0.0.0"


def getaddrinfo(host, port, family=0, type=0, proto=0, flags=0):
    _audit("socket.getaddrinfo", host, port, int(family), int(type), proto)
    if host is None:
        host = "0.0.0.0" if flags & AI_PASSIVE else "127.0.0.1"
    return [(AF_INET, SOCK_STREAM, IPPROTO_TCP, "", (_address_of(host), int(port or 0)))]


def create_connection(address, timeout=..., source_address=None, *, all_errors=False):
    """A socket that is connected to an address."""
    host, port = address
    family, kind, proto, _, address = getaddrinfo(host, port, 0, SOCK_STREAM)[0]
    sock = socket(family, kind, proto)
    if timeout is not ...:
        sock.settimeout(timeout)
    try:
        sock.connect(address)
    except BaseException:
        sock.close()
        raise
    return sock


def create_server(address, *, family=AF_INET, backlog=None, reuse_port=False, dualstack_ipv6=False):
    """A socket that listens at an address."""
    sock = socket(family, SOCK_STREAM)
    try:
        sock.bind(address)
        sock.listen(128 if backlog is None else backlog)
    except BaseException:
        sock.close()
        raise
    return sock


__all__ = [name for name in globals() if not name.startswith("_") and name not in ("enum", "threading", "weakref", "deque")]
