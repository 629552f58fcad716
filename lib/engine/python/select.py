"""Waiting for sockets: which of several may be read from or written to. Of other files only pipes can be waited for, to read."""

import math
import socket as _socket
from _processes import _poll as _poll_pipes

__all__ = ["select", "poll", "epoll", "error", "PIPE_BUF"]

error = OSError
PIPE_BUF = 4096
POLLIN, POLLPRI, POLLOUT, POLLERR, POLLHUP, POLLNVAL = 1, 2, 4, 8, 16, 32
POLLRDNORM, POLLRDBAND, POLLWRNORM, POLLWRBAND, POLLMSG, POLLRDHUP = 64, 128, 256, 512, 1024, 8192
EPOLLIN, EPOLLPRI, EPOLLOUT, EPOLLERR, EPOLLHUP = 1, 2, 4, 8, 16
EPOLLRDNORM, EPOLLRDBAND, EPOLLWRNORM, EPOLLWRBAND, EPOLLMSG, EPOLLRDHUP = 64, 128, 256, 512, 1024, 8192
EPOLLEXCLUSIVE, EPOLLONESHOT, EPOLLET, EPOLL_CLOEXEC = 1 << 28, 1 << 30, 1 << 31, 0x80000
_ALWAYS = POLLERR | POLLHUP


def _number_of(fileobj):
    """The number of a file (PyObject_AsFileDescriptor)."""
    if isinstance(fileobj, int):
        number = fileobj
    else:
        method = getattr(fileobj, "fileno", None)
        if method is None:
            raise TypeError("argument must be an int, or have a fileno() method.")
        number = method()
        if not isinstance(number, int):
            raise TypeError("fileno() returned a non-integer")
    if number < 0:
        raise ValueError(f"file descriptor cannot be a negative integer ({number})")
    return number


def _socket_of(number):
    found = _socket._open.get(number)
    if found is None:
        raise OSError(9, "Bad file descriptor")
    return found


def _check(timeout):
    if timeout is None:
        return None
    if not hasattr(type(timeout), "__float__") and not hasattr(type(timeout), "__index__"):
        raise TypeError("timeout must be a float or None")
    if timeout < 0:
        raise ValueError("timeout must be non-negative")
    return float(timeout)


def select(rlist, wlist, xlist, timeout=None, /):
    """Those that are ready of three lists: to be read from, to be written to, and with something exceptional, which nothing has here."""
    timeout = _check(timeout)
    readers = [(fileobj, _number_of(fileobj)) for fileobj in rlist]
    writers = [(fileobj, _number_of(fileobj)) for fileobj in wlist]
    for fileobj in xlist:
        _number_of(fileobj)
    if readers and not writers and all(number not in _socket._open for _, number in readers):
        ready = _poll_pipes([number for _, number in readers], timeout)
        return [fileobj for fileobj, number in readers if number in ready], [], []
    readers = [(fileobj, _socket_of(number)) for fileobj, number in readers]
    writers = [(fileobj, _socket_of(number)) for fileobj, number in writers]

    def ready():
        found = [fileobj for fileobj, sock in readers if sock._events() & (POLLIN | _ALWAYS)], [fileobj for fileobj, sock in writers if sock._events() & (POLLOUT | POLLERR)]
        return found if found[0] or found[1] else None

    with _socket._changed:
        found = _socket._changed.wait_for(ready, timeout)
    return (*found, []) if found else ([], [], [])


class poll:
    """Files and what is asked of each, by number."""

    def __init__(self):
        self._masks = {}

    def register(self, fd, eventmask=POLLIN | POLLPRI | POLLOUT, /):
        self._masks[_number_of(fd)] = eventmask

    def modify(self, fd, eventmask, /):
        number = _number_of(fd)
        if number not in self._masks:
            raise FileNotFoundError(2, "No such file or directory")
        self._masks[number] = eventmask

    def unregister(self, fd, /):
        del self._masks[_number_of(fd)]

    def _ready(self):
        found = []
        for number, mask in self._masks.items():
            sock = _socket._open.get(number)
            events = POLLNVAL if sock is None else sock._events() & (mask | _ALWAYS)
            if events:
                found.append((number, events))
        return found

    def poll(self, timeout=None, /):
        """Waits at most so many milliseconds; gives numbers with what they are ready for."""
        seconds = None if timeout is None or timeout < 0 else math.ceil(timeout) / 1000
        with _socket._changed:
            return _socket._changed.wait_for(self._ready, seconds) or []


poll.__module__ = "select"


class epoll:
    """The same, told in the order in which files became ready."""

    def __init__(self, sizehint=-1, flags=0):
        if sizehint < -1 or sizehint == 0:
            raise ValueError("negative sizehint")
        self._fd = _socket._numbers()
        _socket._taken.add(self._fd)
        self._masks = {}
        self._fired = {}

    def _check_open(self):
        if self._fd is None:
            raise ValueError("I/O operation on closed epoll object")

    closed = property(lambda self: self._fd is None)

    def fileno(self):
        self._check_open()
        return self._fd

    def close(self):
        for number in list(self._masks):
            self._forget(number)
        _socket._taken.discard(self._fd)
        self._fd = None

    def __del__(self):
        self.close()

    def __enter__(self):
        self._check_open()
        return self

    def __exit__(self, *exc_info):
        self.close()

    def register(self, fd, eventmask=EPOLLIN | EPOLLPRI | EPOLLOUT):
        self._check_open()
        number = _number_of(fd)
        if number in self._masks:
            raise FileExistsError(17, "File exists")
        sock = _socket_of(number)
        if eventmask & EPOLLET:
            raise NotImplementedError("select.epoll: EPOLLET is not modelled")
        self._masks[number] = eventmask
        with _socket._changed:
            sock._watchers.append(self._fires)
            self._fired[number] = True

    def modify(self, fd, eventmask):
        self._check_open()
        number = _number_of(fd)
        if number not in self._masks:
            raise FileNotFoundError(2, "No such file or directory")
        self._masks[number] = eventmask
        with _socket._changed:
            self._fired[number] = True

    def unregister(self, fd):
        self._check_open()
        number = _number_of(fd)
        if number not in self._masks:
            raise FileNotFoundError(2, "No such file or directory")
        self._forget(number)

    def _forget(self, number):
        del self._masks[number]
        self._fired.pop(number, None)
        sock = _socket._open.get(number)
        if sock is not None and self._fires in sock._watchers:
            sock._watchers.remove(self._fires)

    def _fires(self, sock):
        number = sock._fd
        if number == -1:
            # A closed file is forgotten.
            self._masks = {known: mask for known, mask in self._masks.items() if known in _socket._open}
        elif number in self._masks:
            self._fired[number] = True

    def _ready(self, most):
        found = []
        looked_at, self._fired = self._fired, {}
        for number in looked_at:
            mask = self._masks.get(number, 0)
            sock = _socket._open.get(number)
            events = 0 if sock is None else sock._events() & (mask | _ALWAYS)
            if not events or not mask:
                continue
            if len(found) == most:
                self._fired = {number: True, **self._fired}
                continue
            found.append((number, events))
            if mask & EPOLLONESHOT:
                self._masks[number] = 0
            else:
                # Looked at again next time, after the others.
                self._fired[number] = True
        return found

    def poll(self, timeout=None, maxevents=-1):
        """Waits at most so many seconds; gives numbers with what they are ready for."""
        self._check_open()
        if maxevents == 0 or maxevents < -1:
            raise ValueError(f"maxevents must be greater than 0, got {maxevents}")
        seconds = None if timeout is None or timeout < 0 else math.ceil(timeout * 1e3) * 1e-3
        with _socket._changed:
            return _socket._changed.wait_for(lambda: self._ready(maxevents), seconds) or []


epoll.__module__ = "select"
