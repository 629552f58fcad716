"""Running a program of coroutines from its beginning to its end."""

import contextvars
import functools
import sys
import threading
from asyncio import coroutines, events, exceptions, tasks

__all__ = ["run"]


def _checked(coro):
    if coroutines.iscoroutine(coro):
        return coro
    if not _runs_awaitables:
        raise ValueError(f"a coroutine was expected, got {coro!r}")
    import inspect

    if not inspect.isawaitable(coro):
        raise TypeError("An asyncio.Future, a coroutine or an awaitable is required")

    async def wrapped():
        return await coro

    return wrapped()


def _cancel_all_tasks(loop):
    left = tasks.all_tasks(loop)
    if not left:
        return
    for task in left:
        task.cancel()
    loop.run_until_complete(tasks.gather(*left, return_exceptions=True))
    for task in left:
        if not task.cancelled() and task.exception() is not None:
            loop.call_exception_handler({
                "message": "unhandled exception during asyncio.run() shutdown",
                "exception": task.exception(),
                "task": task,
            })


def _close(loop):
    try:
        _cancel_all_tasks(loop)
        loop.run_until_complete(loop.shutdown_asyncgens())
        loop.run_until_complete(loop.shutdown_default_executor())
    finally:
        events.set_event_loop(None)
        loop.close()


if _has_groups:
    __all__.insert(0, "Runner")

    class Runner:
        """One loop for several coroutines, one after the other."""

        def __init__(self, *, debug=None, loop_factory=None):
            self._state = "created"
            self._debug = debug
            self._loop_factory = loop_factory
            self._loop = None
            self._context = None
            self._set_loop = False

        def __enter__(self):
            self._begin()
            return self

        def __exit__(self, exc_type, exc_val, exc_tb):
            self.close()

        def close(self):
            if self._state != "begun":
                return
            loop = self._loop
            try:
                _cancel_all_tasks(loop)
                loop.run_until_complete(loop.shutdown_asyncgens())
                loop.run_until_complete(loop.shutdown_default_executor())
            finally:
                if self._set_loop:
                    events.set_event_loop(None)
                loop.close()
                self._loop = None
                self._state = "closed"

        def get_loop(self):
            self._begin()
            return self._loop

        def run(self, coro, *, context=None):
            if not _runs_awaitables and not coroutines.iscoroutine(coro):
                raise ValueError(f"a coroutine was expected, got {coro!r}")
            if events._get_running_loop() is not None:
                raise RuntimeError("Runner.run() cannot be called from a running event loop")
            self._begin()
            coro = _checked(coro)
            task = self._loop.create_task(coro, context=self._context if context is None else context)
            self._interrupts = 0
            # Who wants signals has the module.
            signal = sys.modules.get("signal")
            if signal is None or threading.current_thread() is not threading.main_thread() or signal.getsignal(2) is not signal.default_int_handler:
                return self._loop.run_until_complete(task)
            handler = functools.partial(self._interrupt, task)
            signal.signal(2, handler)
            try:
                return self._loop.run_until_complete(task)
            except exceptions.CancelledError:
                if self._interrupts > 0 and task.uncancel() == 0:
                    raise KeyboardInterrupt() from None
                raise
            finally:
                if signal.getsignal(2) is handler:
                    signal.signal(2, signal.default_int_handler)

        def _interrupt(self, task, signum, frame):
            """Ctrl-C cancels what is run; a second one does not wait for it."""
            self._interrupts += 1
            if self._interrupts == 1 and not task.done():
                task.cancel()
                self._loop.call_soon_threadsafe(lambda: None)
                return
            raise KeyboardInterrupt()

        def _begin(self):
            if self._state == "closed":
                raise RuntimeError("Runner is closed")
            if self._state == "begun":
                return
            if self._loop_factory is None:
                self._loop = events.new_event_loop()
                if not self._set_loop:
                    events.set_event_loop(self._loop)
                    self._set_loop = True
            else:
                self._loop = self._loop_factory()
            if self._debug is not None:
                self._loop.set_debug(self._debug)
            self._context = contextvars.copy_context()
            self._state = "begun"


def run(main, *, debug=None, **more):
    """Runs a coroutine in a new loop, and ends what it has left."""
    loop_factory = more.pop("loop_factory", None) if _has_eager else None
    if more:
        raise TypeError(f"run() got an unexpected keyword argument '{next(iter(more))}'")
    if events._get_running_loop() is not None:
        raise RuntimeError("asyncio.run() cannot be called from a running event loop")
    if _has_groups:
        with Runner(debug=debug, loop_factory=loop_factory) as runner:
            return runner.run(main)
    if not coroutines.iscoroutine(main):
        raise ValueError(f"a coroutine was expected, got {main!r}")
    loop = events.new_event_loop()
    try:
        events.set_event_loop(loop)
        if debug is not None:
            loop.set_debug(debug)
        return loop.run_until_complete(main)
    finally:
        _close(loop)
