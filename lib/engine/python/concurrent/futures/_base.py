"""Futures, and waiting for several of them."""

import threading
import time
from _namedtuple import namedtuple
from types import GenericAlias

FIRST_COMPLETED = "FIRST_COMPLETED"
FIRST_EXCEPTION = "FIRST_EXCEPTION"
ALL_COMPLETED = "ALL_COMPLETED"

PENDING = "PENDING"
RUNNING = "RUNNING"
# Cancelled by its user; and told to those who wait.
CANCELLED = "CANCELLED"
CANCELLED_AND_NOTIFIED = "CANCELLED_AND_NOTIFIED"
FINISHED = "FINISHED"

_WORDS = {PENDING: "pending", RUNNING: "running", CANCELLED: "cancelled", CANCELLED_AND_NOTIFIED: "cancelled", FINISHED: "finished"}
_OVER = (CANCELLED_AND_NOTIFIED, FINISHED)


class Error(Exception):
    """What goes wrong with futures."""


class CancelledError(Error):
    """The future was cancelled."""


if _timeout_is_builtin:
    TimeoutError = TimeoutError
else:

    class TimeoutError(Error):
        """The time was up."""


class InvalidStateError(Error):
    """The future is in no state for that."""


class BrokenExecutor(RuntimeError):
    """The executor takes no more work: something broke in it."""


class _Watch:
    """Counts futures that come to their end, and wakes who waits for enough of them."""

    def __init__(self, left, ends_with_error=False):
        self.event = threading.Event()
        self.lock = threading.Lock()
        self.left = left
        self.ends_with_error = ends_with_error
        self.done = []

    def add(self, future):
        with self.lock:
            self.done.append(future)
            self.left -= 1
            failed = self.ends_with_error and future._state == FINISHED and future._exception is not None
            if self.left <= 0 or failed:
                self.event.set()


class _Locked:
    """Holds the conditions of several futures, in one order for all."""

    def __init__(self, futures):
        self.futures = sorted(futures, key=id)

    def __enter__(self):
        for future in self.futures:
            future._condition.acquire()

    def __exit__(self, *args):
        for future in self.futures:
            future._condition.release()


class Future:
    """The result of work that may not be done yet."""

    def __init__(self):
        self._condition = threading.Condition()
        self._state = PENDING
        self._result = None
        self._exception = None
        self._waiters = []
        self._done_callbacks = []

    def _invoke_callbacks(self):
        for callback in self._done_callbacks:
            try:
                callback(self)
            except Exception:
                _log_exception(f"exception calling callback for {self!r}")

    def __repr__(self):
        with self._condition:
            text = f"<{self.__class__.__name__} at {id(self):#x} state={_WORDS[self._state]}"
            if self._state == FINISHED:
                if self._exception:
                    return f"{text} raised {self._exception.__class__.__name__}>"
                return f"{text} returned {self._result.__class__.__name__}>"
            return text + ">"

    def cancel(self):
        """Only what has not begun can be cancelled."""
        with self._condition:
            if self._state in (RUNNING, FINISHED):
                return False
            if self._state in (CANCELLED, CANCELLED_AND_NOTIFIED):
                return True
            self._state = CANCELLED
            self._condition.notify_all()
        self._invoke_callbacks()
        return True

    def cancelled(self):
        with self._condition:
            return self._state in (CANCELLED, CANCELLED_AND_NOTIFIED)

    def running(self):
        with self._condition:
            return self._state == RUNNING

    def done(self):
        with self._condition:
            return self._state in (CANCELLED, CANCELLED_AND_NOTIFIED, FINISHED)

    def add_done_callback(self, fn):
        with self._condition:
            if self._state not in (CANCELLED, CANCELLED_AND_NOTIFIED, FINISHED):
                self._done_callbacks.append(fn)
                return
        try:
            fn(self)
        except Exception:
            _log_exception(f"exception calling callback for {self!r}")

    def _wait_done(self, timeout):
        """With the condition held: waits until there is an outcome."""
        if self._state in (PENDING, RUNNING):
            self._condition.wait(timeout)
        if self._state in (CANCELLED, CANCELLED_AND_NOTIFIED):
            raise CancelledError()
        if self._state != FINISHED:
            raise TimeoutError()

    def result(self, timeout=None):
        try:
            with self._condition:
                self._wait_done(timeout)
                if self._exception is not None:
                    raise self._exception
                return self._result
        finally:
            # No cycle through the traceback that was just raised.
            self = None

    def exception(self, timeout=None):
        with self._condition:
            self._wait_done(timeout)
            return self._exception

    def set_running_or_notify_cancel(self):
        with self._condition:
            if self._state == CANCELLED:
                self._state = CANCELLED_AND_NOTIFIED
                for waiter in self._waiters:
                    waiter.add(self)
                return False
            if self._state == PENDING:
                self._state = RUNNING
                return True
            raise RuntimeError("Future in unexpected state")

    def _end(self, result, exception):
        with self._condition:
            if self._state in (CANCELLED, CANCELLED_AND_NOTIFIED, FINISHED):
                raise InvalidStateError(f"{self._state}: {self!r}")
            self._result = result
            self._exception = exception
            self._state = FINISHED
            for waiter in self._waiters:
                waiter.add(self)
            self._condition.notify_all()
        self._invoke_callbacks()

    def set_result(self, result):
        self._end(result, None)

    def set_exception(self, exception):
        self._end(None, exception)

    __class_getitem__ = classmethod(GenericAlias)


def _log_exception(text, level="error"):
    """Tells the logger of the exception that is being handled; writes what it would write while no program has imported logging."""
    import sys

    logging = sys.modules.get("logging")
    if logging is not None:
        getattr(logging.getLogger("concurrent.futures"), level)("%s", text, exc_info=True)
        return
    import traceback
    sys.stderr.write(text + "\n" + traceback.format_exc())


DoneAndNotDoneFutures = namedtuple("DoneAndNotDoneFutures", "done not_done", module=__name__)


def as_completed(fs, timeout=None):
    """Gives each future when it is done."""
    if timeout is not None:
        until = time.monotonic() + timeout
    fs = set(fs)
    total = len(fs)
    watch = _Watch(1)
    with _Locked(fs):
        finished = [future for future in fs if future._state in _OVER]
        pending = fs - set(finished)
        for future in pending:
            future._waiters.append(watch)
    try:
        while finished:
            future = finished.pop()
            fs.discard(future)
            yield future
            del future
        while pending:
            left = None
            if timeout is not None:
                left = until - time.monotonic()
                if left < 0:
                    raise TimeoutError("%d (of %d) futures unfinished" % (len(pending), total))
            watch.event.wait(left)
            with watch.lock:
                came = watch.done
                watch.done = []
                watch.event.clear()
            came.reverse()
            while came:
                future = came.pop()
                with future._condition:
                    future._waiters.remove(watch)
                pending.discard(future)
                fs.discard(future)
                yield future
                del future
    finally:
        for future in pending:
            with future._condition:
                future._waiters.remove(watch)


def wait(fs, timeout=None, return_when=ALL_COMPLETED):
    """Waits for one, for an error, or for all."""
    fs = set(fs)
    with _Locked(fs):
        done = {future for future in fs if future._state in _OVER}
        rest = fs - done
        if return_when == FIRST_COMPLETED and done:
            return DoneAndNotDoneFutures(done, rest)
        if return_when == FIRST_EXCEPTION and any(f._state == FINISHED and f._exception is not None for f in done):
            return DoneAndNotDoneFutures(done, rest)
        if not rest:
            return DoneAndNotDoneFutures(done, rest)
        if return_when == FIRST_COMPLETED:
            watch = _Watch(1)
        elif return_when in (FIRST_EXCEPTION, ALL_COMPLETED):
            watch = _Watch(len(rest), return_when == FIRST_EXCEPTION)
        else:
            raise ValueError("Invalid return condition: %r" % return_when)
        for future in rest:
            future._waiters.append(watch)
    watch.event.wait(timeout)
    for future in rest:
        with future._condition:
            future._waiters.remove(watch)
    done.update(watch.done)
    return DoneAndNotDoneFutures(done, fs - done)


def _take_result(future, timeout=None):
    try:
        try:
            return future.result(timeout)
        finally:
            future.cancel()
    finally:
        del future


class Executor:
    """Runs calls elsewhere."""

    def submit(self, fn, /, *args, **kwargs):
        raise NotImplementedError()

    def map(self, fn, *iterables, timeout=None, chunksize=1, **more):
        """Like map(), but the calls are made at once; results come in order."""
        buffersize = more.pop("buffersize", None) if _maps_have_buffers else None
        if more:
            raise TypeError(f"Executor.map() got an unexpected keyword argument '{next(iter(more))}'")
        if buffersize is not None and not isinstance(buffersize, int):
            raise TypeError("buffersize must be an integer or None")
        if buffersize is not None and buffersize < 1:
            raise ValueError("buffersize must be None or > 0")
        if timeout is not None:
            until = timeout + time.monotonic()
        rows = zip(*iterables)
        if buffersize is None:
            futures = [self.submit(fn, *args) for args in rows]
        else:
            futures = []
            for args in rows:
                futures.append(self.submit(fn, *args))
                if len(futures) == buffersize:
                    break

        def result_iterator():
            try:
                futures.reverse()
                while futures:
                    if buffersize is not None:
                        for args in rows:
                            futures.insert(0, self.submit(fn, *args))
                            break
                    if timeout is None:
                        yield _take_result(futures.pop())
                    else:
                        yield _take_result(futures.pop(), until - time.monotonic())
            finally:
                for future in futures:
                    future.cancel()

        return result_iterator()

    def shutdown(self, wait=True, *, cancel_futures=False):
        pass

    def __enter__(self):
        return self

    def __exit__(self, exc_type, exc_val, exc_tb):
        self.shutdown(wait=True)
        return False
