"""What happens around the start and the end of a process."""

import atexit
import itertools
import os
import sys
import threading
import weakref
from multiprocessing import process

__all__ = ["sub_debug", "debug", "info", "sub_warning", "get_logger", "log_to_stderr", "get_temp_dir", "register_after_fork",
           "is_exiting", "Finalize", "ForkAwareThreadLock", "ForkAwareLocal", "close_all_fds_except", "SUBDEBUG", "SUBWARNING"]

SUBDEBUG, SUBWARNING = 5, 25
_finalizers = {}
_finalizer_counter = itertools.count()
_after_forkers = weakref.WeakValueDictionary()
_after_forker_counter = itertools.count()
_exiting = False


def debug(message, *args):
    pass


info = sub_debug = sub_warning = debug


def register_after_fork(obj, func):
    """Calls func(obj) in a child, if the object lives."""
    _after_forkers[(next(_after_forker_counter), func)] = obj


def _run_after_forkers():
    for (_, func), obj in sorted(_after_forkers.items(), key=lambda item: item[0][0]):
        try:
            func(obj)
        except Exception as error:
            info("after forker raised exception %s", error)


def _forget():
    """What the parent wanted done at its end is not this process's business."""
    global _exiting
    _exiting = False
    _finalizers.clear()


class Finalize:
    """A call that is made once: when asked, when the object dies, or at the end of the process."""

    def __init__(self, obj, callback, args=(), kwargs=None, exitpriority=None):
        if exitpriority is not None and not isinstance(exitpriority, int):
            raise TypeError(f"Exitpriority ({exitpriority!r}) must be None or int, not {type(exitpriority)}")
        if obj is not None:
            self._weakref = weakref.ref(obj, self)
        elif exitpriority is None:
            raise ValueError("Without object, exitpriority cannot be None")
        self._callback, self._args, self._kwargs = callback, args, kwargs or {}
        self._key = (exitpriority, next(_finalizer_counter))
        self._pid = os.getpid()
        _finalizers[self._key] = self

    def __call__(self, wr=None):
        if _finalizers.pop(self._key, None) is None:
            return None
        result = None
        if self._pid == os.getpid():
            result = self._callback(*self._args, **self._kwargs)
        self._weakref = self._callback = self._args = self._kwargs = self._key = None
        return result

    def cancel(self):
        if _finalizers.pop(self._key, None) is not None:
            self._weakref = self._callback = self._args = self._kwargs = self._key = None

    def still_active(self):
        return self._key in _finalizers


def _run_finalizers(minpriority=None):
    """Those with a priority, the highest and newest first."""
    if minpriority is None:
        keys = [key for key in _finalizers if key[0] is not None]
    else:
        keys = [key for key in _finalizers if key[0] is not None and key[0] >= minpriority]
    for key in sorted(keys, reverse=True):
        finalizer = _finalizers.get(key)
        if finalizer is not None:
            try:
                finalizer()
            except Exception:
                import traceback
                traceback.print_exc()
    if minpriority is None:
        _finalizers.clear()


def is_exiting():
    return _exiting or _exiting is None


def _exit_function():
    """At the end of a process: daemons are ended, other children are waited for."""
    global _exiting
    if _exiting:
        return
    _exiting = True
    _run_finalizers(0)
    if process.current_process() is not None:
        for child in process.active_children():
            if child.daemon:
                child._popen.terminate()
        for child in process.active_children():
            child.join()
    _run_finalizers()


atexit.register(_exit_function)


class ForkAwareThreadLock:
    """A lock that is open in a child."""

    def __init__(self):
        self._lock = threading.Lock()
        self.acquire, self.release = self._lock.acquire, self._lock.release
        register_after_fork(self, ForkAwareThreadLock._at_fork_reinit)

    def _at_fork_reinit(self):
        self._lock._at_fork_reinit()

    def __enter__(self):
        return self._lock.__enter__()

    def __exit__(self, *args):
        return self._lock.__exit__(*args)


class ForkAwareLocal(threading.local):
    """Values of a thread that a child does not have."""

    def __init__(self):
        register_after_fork(self, lambda obj: obj.__dict__.clear())

    def __reduce__(self):
        return type(self), ()


def _flush_std_streams():
    for stream in (sys.stdout, sys.stderr):
        try:
            stream.flush()
        except (AttributeError, ValueError):
            pass
