"""The operating system, without files."""

import sys
from _processes import ForkTicket as _ForkTicket
from _processes import _exit, _fork, _kill, _wait_for, close, getpid, getppid, pipe, read, write
from _namedtuple import namedtuple
from os import path
from sys import audit as _audit

name = "posix"
linesep = "\n"
curdir, pardir, sep, extsep, pathsep, altsep, defpath, devnull = path.curdir, path.pardir, path.sep, path.extsep, path.pathsep, path.altsep, path.defpath, path.devnull
F_OK, R_OK, W_OK, X_OK = 0, 4, 2, 1
O_RDONLY, O_WRONLY, O_RDWR = 0, 1, 2
SEEK_SET, SEEK_CUR, SEEK_END = 0, 1, 2
EX_OK = 0
error = OSError
terminal_size = namedtuple("terminal_size", "columns lines")
uname_result = namedtuple("uname_result", "sysname nodename release version machine")
sys.modules["posixpath"] = path


_ABSENT = object()


class _Environ:
    """Environment variables. The machine starts with none. A MutableMapping, without needing that class to be loaded."""

    def __init__(self, data):
        self._data = data

    def __getitem__(self, key):
        return self._data[_text(key)]

    def __setitem__(self, key, value):
        putenv(key, value)
        self._data[key] = value

    def __delitem__(self, key):
        unsetenv(key)
        del self._data[key]

    def __iter__(self):
        yield from list(self._data)

    def __len__(self):
        return len(self._data)

    def __contains__(self, key):
        return _text(key) in self._data

    def __eq__(self, other):
        from collections.abc import Mapping

        return dict(self._data) == dict(other.items()) if isinstance(other, Mapping) else NotImplemented

    __hash__ = None
    __reversed__ = None

    def __repr__(self):
        if not _plain_environ_repr:
            return f"environ({self._data!r})"
        return f"environ({{{', '.join(f'{key!r}: {value!r}' for key, value in self._data.items())}}})"

    def get(self, key, default=None):
        return self._data.get(_text(key), default)

    def keys(self):
        from collections.abc import KeysView

        return KeysView(self)

    def items(self):
        from collections.abc import ItemsView

        return ItemsView(self)

    def values(self):
        from collections.abc import ValuesView

        return ValuesView(self)

    def pop(self, key, default=_ABSENT):
        if key not in self and default is not _ABSENT:
            return default
        value = self[key]
        del self[key]
        return value

    def popitem(self):
        for key in self:
            return key, self.pop(key)
        raise KeyError

    def clear(self):
        for key in self:
            del self[key]

    def update(self, other=(), /, **kwds):
        for key, value in dict(other, **kwds).items():
            self[key] = value

    def copy(self):
        return dict(self)

    def setdefault(self, key, value):
        if key not in self:
            self[key] = value
        return self[key]

    def __ior__(self, other):
        self.update(other)
        return self

    def __or__(self, other):
        return {**self, **other}

    def __ror__(self, other):
        return {**other, **self}


def _join(abc):
    """Makes the environment a kin of the abstract mappings; each module does it when it finds the other loaded."""
    abc.MutableMapping.register(_Environ)


if "collections.abc" in sys.modules:
    _join(sys.modules["collections.abc"])


def _text(value):
    if not isinstance(value, str):
        raise TypeError(f"str expected, not {type(value).__name__}")
    return value


environ = _Environ({})


def getenv(key, default=None):
    return environ.get(key, default)


def putenv(name, value, /):
    _audit("os.putenv", _text(name).encode(), _text(value).encode())


def unsetenv(name, /):
    _audit("os.unsetenv", _text(name).encode())


def kill(pid, signal, /):
    _audit("os.kill", pid, signal)
    _kill(pid, signal)


WNOHANG = 1
_before_fork, _after_in_parent, _after_in_child = [], [], []


def register_at_fork(*, before=None, after_in_parent=None, after_in_child=None):
    """Functions to be called around each fork."""
    if before is None and after_in_parent is None and after_in_child is None:
        raise TypeError("At least one argument is required.")
    for hook, hooks in ((before, _before_fork), (after_in_parent, _after_in_parent), (after_in_child, _after_in_child)):
        if hook is not None:
            if not callable(hook):
                raise TypeError(f"'{[name for name, value in (('before', before), ('after_in_child', after_in_child), ('after_in_parent', after_in_parent)) if value is hook][0]}' must be callable, not {type(hook).__name__}")
            hooks.append(hook)


def _call_hooks(hooks):
    for hook in hooks:
        try:
            hook()
        except BaseException as error:
            _report(error, hook)


def fork():
    """Makes a second process out of this one. Gives its number, and 0 in the new one."""
    _audit("os.fork")
    # Refused where there can be no fork.
    ticket = _ForkTicket()
    _call_hooks(reversed(_before_fork))
    _fork(ticket)
    while ticket.pid is None:
        pass
    if ticket.pid == 0:
        if "threading" in sys.modules:
            sys.modules["threading"]._after_fork()
        if "signal" in sys.modules:
            # An alarm is the parent's alone.
            sys.modules["signal"]._alarm(0, 0)
        if "random" in sys.modules:
            sys.modules["random"].seed(getpid())
        _call_hooks(_after_in_child)
        return 0
    _call_hooks(_after_in_parent)
    if _warns_of_threads:
        threading = sys.modules.get("threading")
        if threading is not None and threading.active_count() > 1:
            import warnings
            warnings.warn(f"This process (pid={getpid()}) is multi-threaded, use of fork() may lead to deadlocks in the child.", DeprecationWarning, stacklevel=2)
    return ticket.pid


def _status(code):
    return code << 8 if code >= 0 else -code


def waitpid(pid, options, /):
    """Waits for the end of a child: its number, and how it ended."""
    found = _wait_for(pid, 0 if options & WNOHANG else None)
    return (0, 0) if found is None else (found[0], _status(found[1]))


def wait():
    return waitpid(-1, 0)


def WIFEXITED(status):
    return status & 127 == 0


def WEXITSTATUS(status):
    return status >> 8 & 255


def WIFSIGNALED(status):
    return 0 < status & 127 < 127


def WTERMSIG(status):
    return status & 127


def waitstatus_to_exitcode(status):
    return WEXITSTATUS(status) if WIFEXITED(status) else -WTERMSIG(status)


def getuid():
    return 1000


getgid = geteuid = getegid = getuid


def getlogin():
    return "user"


def getcwd():
    return "/home/user"


def cpu_count():
    return _cores()


if _has_process_cpu_count:
    def process_cpu_count():
        return _cores()


def sched_getaffinity(pid, /):
    return set(range(_cores()))


def uname():
    return uname_result("Linux", "heapwise", "6.1.0", "#1 SMP", "x86_64")


def urandom(size, /):
    """Bytes from the seed of the run, so that a run can be repeated."""
    import random
    if size < 0:
        raise ValueError("negative argument not allowed")
    return random.Random().randbytes(size)


def fdopen(fd, mode="r", buffering=-1, encoding=None, *args, **kwargs):
    """A file over the end of a pipe."""
    import _pipe_files

    return _pipe_files.fdopen(fd, mode, buffering, encoding, *args, **kwargs)


def fspath(path):
    """The text or bytes of a path."""
    if isinstance(path, (str, bytes)):
        return path
    method = getattr(type(path), "__fspath__", None)
    if method is None:
        raise TypeError(f"expected str, bytes or os.PathLike object, not {type(path).__name__}")
    found = method(path)
    if not isinstance(found, (str, bytes)):
        raise TypeError(f"expected {type(path).__name__}.__fspath__() to return str or bytes, not {type(found).__name__}")
    return found


def fsencode(filename):
    filename = fspath(filename)
    return filename.encode() if isinstance(filename, str) else filename


def fsdecode(filename):
    filename = fspath(filename)
    return filename if isinstance(filename, str) else filename.decode()


class PathLike:
    """What has `__fspath__`."""

    def __init_subclass__(cls, **kwargs):
        super().__init_subclass__(**kwargs)


def strerror(code, /):
    return {1: "Operation not permitted", 2: "No such file or directory", 13: "Permission denied", 17: "File exists", 22: "Invalid argument"}.get(code, f"Unknown error {code}")


def get_terminal_size(fd=1, /):
    return terminal_size(80, 24)


# What the audit hooks hear of after the path, where the call does not say it (Modules/posixmodule.c); operations that are not here tell nothing.
_audited = {"listdir": (), "scandir": (), "chdir": (), "remove": (-1,), "unlink": (-1,), "rmdir": (-1,), "mkdir": (511, -1), "rename": (None, -1, -1)}


def _absent(operation):
    event = "os.remove" if operation == "unlink" else "os." + operation
    rest = _audited.get(operation)

    def function(path, *args, **kwargs):
        if rest is not None:
            _audit(event, path, *args, *rest[len(args):])
        raise FileNotFoundError(2, "No such file or directory", path)
    function.__name__ = function.__qualname__ = operation
    return function


listdir, stat, remove, unlink, rename, rmdir, mkdir, makedirs, scandir, chdir = map(
    _absent, ("listdir", "stat", "remove", "unlink", "rename", "rmdir", "mkdir", "makedirs", "scandir", "chdir")
)


def walk(top, topdown=True, onerror=None, followlinks=False):
    return iter(())
