"""A pool of threads, each with an interpreter of its own."""

import sys
import traceback
from concurrent import interpreters
from concurrent.futures import thread as _thread


def do_call(results, func, args, kwargs):
    """Runs in the worker's interpreter. An exception is sent back besides being raised."""
    try:
        return func(*args, **kwargs)
    except BaseException as error:
        try:
            results.put(error)
        except interpreters.NotShareableError:
            print("exception is not shareable:", file=sys.stderr)
            traceback.print_exception(error)
            results.put(None)
        raise


class BrokenInterpreterPool(_thread.BrokenThreadPool):
    """A worker could not be initialised."""


class _Worker:
    """The interpreter of one thread."""

    def __init__(self, initializer, initargs):
        self.interp = interpreters.create()
        try:
            self.results = interpreters.create_queue(0)
            if initializer is not None:
                self.run(initializer, initargs, {})
        except BaseException:
            self.finalize()
            raise

    def finalize(self):
        interp, self.interp, self.results = self.interp, None, None
        if interp is not None:
            interp.close()

    def run(self, fn, args, kwargs):
        try:
            return self.interp.call(do_call, self.results, fn, args, kwargs)
        except interpreters.ExecutionFailed as wrapper:
            error = self.results.get()
            if error is None:
                raise
            raise error from wrapper


class InterpreterPoolExecutor(_thread.ThreadPoolExecutor):
    """Runs calls in threads whose interpreters share nothing, and no GIL."""

    BROKEN = BrokenInterpreterPool

    def __init__(self, max_workers=None, thread_name_prefix="", initializer=None, initargs=()):
        super().__init__(max_workers, thread_name_prefix or f"InterpreterPoolExecutor-{self._counter()}", initializer, initargs)

    def _make_context(self):
        return lambda initializer=self._initializer, initargs=self._initargs: _Worker(initializer, initargs)

    def submit(self, fn, /, *args, **kwargs):
        if isinstance(fn, str):
            raise TypeError("scripts not supported")
        return super().submit(fn, *args, **kwargs)
