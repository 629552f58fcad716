"""Results that are not there yet."""

import concurrent.futures
import contextvars
from types import GenericAlias
from asyncio import coroutines, events, exceptions

__all__ = ["Future", "wrap_future", "isfuture"]

_PENDING = "PENDING"
_CANCELLED = "CANCELLED"
_FINISHED = "FINISHED"


def isfuture(obj):
    return hasattr(obj.__class__, "_asyncio_future_blocking") and obj._asyncio_future_blocking is not None


def _describe_callbacks(callbacks):
    def show(callback):
        if getattr(callback, "__name__", None) == "_wakeup":
            return "Task.task_wakeup()"
        return coroutines.describe_call(callback, ())

    shown = [show(callback) for callback, _ in callbacks[:1]]
    if len(callbacks) > 2:
        shown.append(f"<{len(callbacks) - 2} more>")
    if len(callbacks) > 1:
        shown.append(show(callbacks[-1][0]))
    return f"cb=[{', '.join(shown)}]"


class Future:
    """A result to wait for; its callbacks are called by the loop, not at once."""

    _state = _PENDING
    _result = None
    _exception = None
    _source_traceback = None
    _cancel_message = None
    _cancelled_exc = None
    _asyncio_future_blocking = False
    __log_traceback = False

    def __init__(self, *, loop=None):
        self._loop = events.get_event_loop() if loop is None else loop
        self._callbacks = []
        if events._debugs and self._loop.get_debug():
            self._source_traceback = events._where_made()

    def _repr_info(self):
        import reprlib

        info = [self._state.lower()]
        if self._state == _FINISHED:
            if self._exception is not None:
                info.append(f"exception={self._exception!r}")
            else:
                info.append(f"result={reprlib.repr(self._result)}")
        if self._callbacks:
            info.append(_describe_callbacks(self._callbacks))
        return info + events._place_made(self)

    def __repr__(self):
        return f"<{self.__class__.__name__} {' '.join(self._repr_info())}>"

    def __del__(self):
        if not self.__log_traceback:
            return
        context = {
            "message": f"{self.__class__.__name__} exception was never retrieved",
            "exception": self._exception,
            "future": self,
        }
        if self._source_traceback:
            context["source_traceback"] = self._source_traceback
        self._loop.call_exception_handler(context)

    @property
    def _log_traceback(self):
        return self.__log_traceback

    @_log_traceback.setter
    def _log_traceback(self, value):
        if value:
            raise ValueError("_log_traceback can only be set to False")
        self.__log_traceback = False

    __class_getitem__ = classmethod(GenericAlias)

    def get_loop(self):
        return self._loop

    def _make_cancelled_error(self):
        if self._cancelled_exc is not None and _has_groups:
            error = self._cancelled_exc
            self._cancelled_exc = None
            return error
        error = exceptions.CancelledError() if self._cancel_message is None else exceptions.CancelledError(self._cancel_message)
        error.__context__ = self._cancelled_exc
        self._cancelled_exc = None
        return error

    def cancel(self, msg=None):
        """Ends it with CancelledError, unless it has ended."""
        self.__log_traceback = False
        if self._state != _PENDING:
            return False
        self._state = _CANCELLED
        self._cancel_message = msg
        self._call_back()
        return True

    def _call_back(self):
        callbacks = self._callbacks
        if callbacks:
            self._callbacks = []
            for callback, context in callbacks:
                self._loop.call_soon(callback, self, context=context)

    def cancelled(self):
        return self._state == _CANCELLED

    def done(self):
        return self._state != _PENDING

    def result(self):
        if self._state == _FINISHED:
            self.__log_traceback = False
            if self._exception is not None:
                raise self._exception.with_traceback(self._exception_traceback)
            return self._result
        if self._state == _CANCELLED:
            raise self._make_cancelled_error()
        raise exceptions.InvalidStateError("Result is not set.")

    def exception(self):
        if self._state == _CANCELLED:
            raise self._make_cancelled_error()
        if self._state != _FINISHED:
            raise exceptions.InvalidStateError("Exception is not set.")
        self.__log_traceback = False
        return self._exception

    def add_done_callback(self, fn, /, *, context=None):
        if context is None:
            context = contextvars.copy_context()
        if self._state != _PENDING:
            self._loop.call_soon(fn, self, context=context)
        else:
            self._callbacks.append((fn, context))

    def remove_done_callback(self, fn, /):
        kept = [row for row in self._callbacks if row[0] != fn]
        removed = len(self._callbacks) - len(kept)
        if removed:
            self._callbacks[:] = kept
        return removed

    def set_result(self, result, /):
        if self._state != _PENDING:
            raise exceptions.InvalidStateError("invalid state")
        self._result = result
        self._state = _FINISHED
        self._call_back()

    def set_exception(self, exception, /):
        if self._state != _PENDING:
            raise exceptions.InvalidStateError("invalid state")
        if isinstance(exception, type):
            exception = exception()
        if not isinstance(exception, BaseException):
            raise TypeError("invalid exception object")
        if type(exception) is StopIteration or _stop_is_chained and isinstance(exception, StopIteration):
            text = "StopIteration interacts badly with generators and cannot be raised into a Future"
            if not _stop_is_chained:
                raise TypeError(text)
            cause = exception
            exception = RuntimeError(text)
            exception.__cause__ = exception.__context__ = cause
        self._exception = exception
        self._exception_traceback = exception.__traceback__
        self._state = _FINISHED
        self._call_back()
        self.__log_traceback = True

    def __await__(self):
        if self._state == _PENDING:
            self._asyncio_future_blocking = True
            yield self
        if self._state == _PENDING:
            raise RuntimeError("await wasn't used with future")
        return self.result()

    __iter__ = __await__


Future.__module__ = "_asyncio"
_seal(Future, 152)


def _set_result_unless_cancelled(future, result):
    if not future.cancelled():
        future.set_result(result)


def _loop_of(future):
    return future.get_loop()


def _copy_state(source, target):
    """The outcome of one future becomes that of another, unless that was cancelled."""
    if target.cancelled():
        return
    if source.cancelled():
        target.cancel()
        return
    error = source.exception()
    if error is None:
        target.set_result(source.result())
    else:
        target.set_exception(_converted(error))


def _converted(error):
    cls = type(error)
    if cls is concurrent.futures.CancelledError:
        return exceptions.CancelledError(*error.args)
    if cls is concurrent.futures.InvalidStateError:
        return exceptions.InvalidStateError(*error.args)
    if cls is concurrent.futures.TimeoutError:
        return exceptions.TimeoutError(*error.args)
    return error


def _set_concurrent(source, target):
    if source.cancelled():
        target.cancel()
    if not target.set_running_or_notify_cancel():
        return
    error = source.exception()
    if error is None:
        target.set_result(source.result())
    else:
        target.set_exception(_converted(error))


def _chain_future(source, target):
    """What one future comes to, the other comes to; cancelling the second cancels the first."""
    source_loop = _loop_of(source) if isfuture(source) else None
    target_loop = _loop_of(target) if isfuture(target) else None

    def _set_state(future, other):
        if isfuture(future):
            _copy_state(other, future)
        else:
            _set_concurrent(other, future)

    def _call_check_cancel(target):
        if target.cancelled():
            if source_loop is None or source_loop is target_loop:
                source.cancel()
            else:
                source_loop.call_soon_threadsafe(source.cancel)

    def _call_set_state(source):
        if target.cancelled() and target_loop is not None and target_loop.is_closed():
            return
        if target_loop is None or target_loop is source_loop:
            _set_state(target, source)
        elif not target_loop.is_closed():
            target_loop.call_soon_threadsafe(_set_state, target, source)

    target.add_done_callback(_call_check_cancel)
    source.add_done_callback(_call_set_state)


def wrap_future(future, *, loop=None):
    """A future of a pool as one to await."""
    if isfuture(future):
        return future
    assert isinstance(future, concurrent.futures.Future), f"concurrent.futures.Future is expected, got {future!r}"
    if loop is None:
        loop = events.get_event_loop()
    made = loop.create_future()
    _chain_future(future, made)
    return made
