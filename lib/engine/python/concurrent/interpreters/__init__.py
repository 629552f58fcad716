"""Several interpreters in one process (PEP 734)."""

import threading
import weakref
import _interpreters
from _interpreters import InterpreterError, InterpreterNotFoundError, NotShareableError, is_shareable
from concurrent.interpreters._queues import Queue, QueueEmpty, QueueFull
from concurrent.interpreters._queues import create as create_queue

__all__ = ["get_current", "get_main", "create", "list_all", "is_shareable", "Interpreter", "InterpreterError", "InterpreterNotFoundError",
           "ExecutionFailed", "NotShareableError", "create_queue", "Queue", "QueueEmpty", "QueueFull"]


class ExecutionFailed(InterpreterError):
    """Code in another interpreter has raised; `excinfo` tells what is known of the exception."""

    def __init__(self, excinfo):
        super().__init__(excinfo.formatted)
        self.excinfo = excinfo

    def __str__(self):
        display = getattr(self.excinfo, "errdisplay", None)
        text = super().__str__()
        return text if display is None else f"{text}\n\nUncaught in the interpreter:\n\n{display}"


def create():
    """A new interpreter, which does nothing yet."""
    return Interpreter(_interpreters.create(reqrefs=True), _ownsref=True)


def list_all():
    return [Interpreter(id, _whence=whence) for id, whence in _interpreters.list_all(require_ready=True)]


def get_current():
    id, whence = _interpreters.get_current()
    return Interpreter(id, _whence=whence)


def get_main():
    id, whence = _interpreters.get_main()
    return Interpreter(id, _whence=whence)


_known = weakref.WeakValueDictionary()


class Interpreter:
    """An interpreter of this process: one object stands for it in each."""

    _WHENCE_TO_STR = {
        _interpreters.WHENCE_UNKNOWN: "unknown",
        _interpreters.WHENCE_RUNTIME: "runtime init",
        _interpreters.WHENCE_LEGACY_CAPI: "legacy C-API",
        _interpreters.WHENCE_CAPI: "C-API",
        _interpreters.WHENCE_XI: "cross-interpreter C-API",
        _interpreters.WHENCE_STDLIB: "_interpreters module",
    }

    def __new__(cls, id, /, _whence=None, _ownsref=None):
        if not isinstance(id, int):
            raise TypeError(f"id must be an int, got {id!r}")
        id = int(id)
        if _whence is None:
            _whence = _interpreters.WHENCE_STDLIB if _ownsref else _interpreters.whence(id)
        if _ownsref is None:
            _ownsref = _whence == _interpreters.WHENCE_STDLIB
        try:
            return _known[id]
        except KeyError:
            self = super().__new__(cls)
        _known[id] = self
        self._id = id
        self._whence = _whence
        self._ownsref = _ownsref
        if _ownsref:
            _interpreters.incref(id)
        return self

    def __repr__(self):
        return f"{type(self).__name__}({self.id})"

    def __hash__(self):
        return hash(self._id)

    def __del__(self, decref=_interpreters.decref, missing=InterpreterNotFoundError):
        if not getattr(self, "_ownsref", False):
            return
        self._ownsref = False
        try:
            decref(self._id)
        except missing:
            pass

    def __reduce__(self):
        return (type(self), (self._id,))

    @property
    def id(self):
        return self._id

    @property
    def whence(self):
        return self._WHENCE_TO_STR[self._whence]

    def is_running(self):
        """Whether somebody runs code in its `__main__`."""
        return _interpreters.is_running(self._id)

    def close(self):
        """Ends the interpreter, which must not be running."""
        return _interpreters.destroy(self._id, restrict=True)

    def prepare_main(self, ns=None, /, **kwargs):
        """Binds names in its `__main__` to values that need no pickling."""
        ns = dict(ns, **kwargs) if ns is not None else kwargs
        _interpreters.set___main___attrs(self._id, ns, restrict=True)

    def exec(self, code, /):
        """Runs a script in its `__main__`, and waits for the end."""
        excinfo = _interpreters.exec(self._id, code, restrict=True)
        if excinfo is not None:
            raise ExecutionFailed(excinfo)

    def _call(self, callable, args, kwargs):
        value, excinfo = _interpreters.call(self._id, callable, args, kwargs, restrict=True)
        if excinfo is not None:
            raise ExecutionFailed(excinfo)
        return value

    def call(self, callable, /, *args, **kwargs):
        """Calls something there, and gives its value. What is not shared is pickled."""
        return self._call(callable, args, kwargs)

    def call_in_thread(self, callable, /, *args, **kwargs):
        """The same in a new thread, which is given back; value and exception are lost."""
        thread = threading.Thread(target=self._call, args=(callable, args, kwargs))
        thread.start()
        return thread
