"""Tasks: coroutines that a loop runs; and waiting for several of them."""

import concurrent.futures
import contextvars
import functools
import itertools
import types
import weakref
from asyncio import coroutines, events, exceptions, futures
from asyncio.coroutines import iscoroutine

__all__ = ["Task", "create_task", "FIRST_COMPLETED", "FIRST_EXCEPTION", "ALL_COMPLETED", "wait", "wait_for", "as_completed", "sleep",
           "gather", "shield", "ensure_future", "run_coroutine_threadsafe", "current_task", "all_tasks",
           "_register_task", "_unregister_task", "_enter_task", "_leave_task"]

FIRST_COMPLETED = concurrent.futures.FIRST_COMPLETED
FIRST_EXCEPTION = concurrent.futures.FIRST_EXCEPTION
ALL_COMPLETED = concurrent.futures.ALL_COMPLETED

_PENDING = "PENDING"
_new_number = itertools.count(1).__next__
_scheduled = weakref.WeakSet()
_eager = set()
# Which task runs in which loop.
_current = {}


def current_task(loop=None):
    return _current.get(events.get_running_loop() if loop is None else loop)


def all_tasks(loop=None):
    """The tasks of a loop that are not done."""
    if loop is None:
        loop = events.get_running_loop()
    return {task for task in itertools.chain(list(_scheduled), list(_eager)) if task._loop is loop and task._state == _PENDING}


def _register_task(task):
    _scheduled.add(task)


def _unregister_task(task):
    _scheduled.discard(task)


def _enter_task(loop, task):
    running = _current.get(loop)
    if running is not None:
        raise RuntimeError(f"Cannot enter into task {task!r} while another task {running!r} is being executed.")
    _current[loop] = task


def _leave_task(loop, task):
    running = _current.get(loop)
    if running is not task:
        raise RuntimeError(f"Leaving task {task!r} does not match the current task {running!r}.")
    del _current[loop]


def _swap_current_task(loop, task):
    before = _current.pop(loop, None)
    if task is not None:
        _current[loop] = task
    return before


def _entries(tb):
    """The entries of a traceback, the innermost last."""
    while tb is not None:
        yield tb
        tb = tb.tb_next


class Task(futures.Future):
    """Runs a coroutine: one step at a time, each until it awaits a future that is not done."""

    _log_destroy_pending = True
    _must_cancel = False
    _fut_waiter = None
    _cancels_requested = 0
    # Shown by its repr while its initialiser refuses what it got.
    _name = None
    _coro = None

    def __init__(self, coro, *, loop=None, name=None, context=None, eager_start=False):
        super().__init__(loop=loop)
        if not iscoroutine(coro):
            self._log_destroy_pending = False
            raise TypeError(f"a coroutine was expected, got {coro!r}")
        self._name = f"Task-{_new_number()}" if name is None else str(name)
        self._coro = coro
        self._context = contextvars.copy_context() if context is None else context
        if eager_start and self._loop.is_running():
            self._start_now()
        else:
            self._loop.call_soon(self._step, context=self._context)
            _scheduled.add(self)

    def __del__(self):
        if self._state == _PENDING and self._log_destroy_pending:
            context = {"task": self, "message": "Task was destroyed but it is pending!"}
            if self._source_traceback:
                context["source_traceback"] = self._source_traceback
            self._loop.call_exception_handler(context)
        super().__del__()

    def _repr_info(self):
        info = super()._repr_info()
        if self._must_cancel and self._state == _PENDING:
            info[0] = "cancelling"
        elif _has_groups and self._cancels_requested and self._state == _PENDING:
            info[0] = "cancelling"
        info.insert(1, f"name={self._name!r}" if self._name else "name=None")
        if self._fut_waiter is not None:
            info.insert(2, f"wait_for={self._fut_waiter!r}")
        if self._coro is not None:
            info.insert(2, f"coro=<{coroutines.describe(self._coro)}>")
        return info

    def get_coro(self):
        return self._coro

    if _has_eager:

        def get_context(self):
            return self._context

    def get_name(self):
        return self._name

    def set_name(self, value, /):
        self._name = str(value)

    def set_result(self, result, /):
        raise RuntimeError("Task does not support set_result operation")

    def set_exception(self, exception, /):
        raise RuntimeError("Task does not support set_exception operation")

    def get_stack(self, *, limit=None):
        """The frames below which it runs; the one where it waits; or those that its exception went through."""
        frame = getattr(self._coro, "cr_frame", None) or getattr(self._coro, "gi_frame", None)
        frames = []
        if frame is not None:
            while frame is not None and (limit is None or len(frames) < limit):
                frames.append(frame)
                frame = frame.f_back
            frames.reverse()
        elif self._exception is not None:
            frames = [entry.tb_frame for entry in itertools.islice(_entries(self._exception.__traceback__), None if limit is None else max(limit, 0))]
        return frames

    def print_stack(self, *, limit=None, file=None):
        """Where it waits, or where its exception came from."""
        import sys
        import traceback

        failure = self._exception
        frames = self.get_stack(limit=limit)
        file = sys.stderr if file is None else file
        title = "Traceback for" if failure is not None else "Stack for"
        print(f"{title} {self!r} (most recent call last):" if frames else f"No stack for {self!r}", file=file)
        traceback.print_list([traceback.FrameSummary(frame.f_code.co_filename, frame.f_lineno, frame.f_code.co_name) for frame in frames], file=file)
        if failure is not None:
            print("".join(traceback.format_exception_only(type(failure), failure)), end="", file=file)

    def cancel(self, msg=None):
        """Asks it to end: CancelledError is raised where it waits, at its next step."""
        self._log_traceback = False
        if self._state != _PENDING:
            return False
        if _has_groups:
            self._cancels_requested += 1
        waiter = self._fut_waiter
        if waiter is not None and waiter.cancel(msg=msg):
            return True
        self._must_cancel = True
        self._cancel_message = msg
        return True

    if _has_groups:

        def cancelling(self):
            """How many requests to cancel it have not been taken back."""
            return self._cancels_requested

        def uncancel(self):
            if self._cancels_requested > 0:
                self._cancels_requested -= 1
                if _uncancel_forgets and self._cancels_requested == 0:
                    self._must_cancel = False
            return self._cancels_requested

    def _start_now(self):
        before = _swap_current_task(self._loop, self)
        try:
            _eager.add(self)
            try:
                self._context.run(self._run_step, None)
            finally:
                _eager.discard(self)
        finally:
            _swap_current_task(self._loop, before)
            if self._state == _PENDING:
                _scheduled.add(self)
            elif self._coro is not None:
                self._coro = None
            self = None

    def _step(self, error=None):
        if self._state != _PENDING:
            raise exceptions.InvalidStateError(f"__step(): already done: {self!r}, {error!r}")
        if self._must_cancel:
            if not isinstance(error, exceptions.CancelledError):
                error = self._make_cancelled_error()
            self._must_cancel = False
        self._fut_waiter = None
        loop = self._loop
        if loop in _current:
            _enter_task(loop, self)
        _current[loop] = self
        if _notes_tasks:
            _note_task(self, self._name, "running", None)
        try:
            self._run_step(error)
        finally:
            if _notes_tasks:
                self._note_end_of_step()
            del _current[loop]
            self = error = None

    def _note_end_of_step(self):
        """For the recording of a run: what the task does until its next step."""
        waiter = self._fut_waiter
        if self._state != _PENDING:
            _note_task(self, self._name, None, None)
        elif waiter is None:
            _note_task(self, self._name, "ready", None)
        else:
            _note_task(self, self._name, "blocked", waiter.get_name() if isinstance(waiter, Task) else type(waiter).__name__)

    def _run_step(self, error):
        try:
            waits_for = self._coro.send(None) if error is None else self._coro.throw(error)
        except StopIteration as stop:
            if self._must_cancel:
                self._must_cancel = False
                super().cancel(msg=self._cancel_message)
            else:
                super().set_result(stop.value)
        except exceptions.CancelledError as cancelled:
            self._cancelled_exc = cancelled
            super().cancel()
        except (KeyboardInterrupt, SystemExit) as failure:
            super().set_exception(failure)
            raise
        except BaseException as failure:
            super().set_exception(failure)
        else:
            self._wait_for(waits_for)
        finally:
            self = error = None

    def _wait_for(self, future):
        blocking = getattr(future, "_asyncio_future_blocking", None)
        if blocking is None:
            if future is None:
                self._loop.call_soon(self._step, context=self._context)
            elif isinstance(future, types.GeneratorType):
                self._fail(f"yield was used instead of yield from for generator in task {self!r} with {future!r}")
            else:
                self._fail(f"Task got bad yield: {future!r}")
        elif future._loop is not self._loop:
            self._fail(f"Task {self!r} got Future {future!r} attached to a different loop")
        elif not blocking:
            self._fail(f"yield was used instead of yield from in task {self!r} with {future!r}")
        elif future is self:
            self._fail(f"Task cannot await on itself: {self!r}")
        else:
            future._asyncio_future_blocking = False
            future.add_done_callback(self._wakeup, context=self._context)
            self._fut_waiter = future
            if self._must_cancel and future.cancel(msg=self._cancel_message):
                self._must_cancel = False

    def _fail(self, text):
        self._loop.call_soon(self._step, RuntimeError(text), context=self._context)

    def _wakeup(self, future):
        try:
            future.result()
        except BaseException as error:
            self._step(error)
        else:
            self._step()
        self = None


Task.__module__ = "_asyncio"
_seal(Task, 192)


def create_task(coro, *, name=None, **more):
    """Has a coroutine run in the loop of the moment."""
    if not _has_groups and more:
        raise TypeError(f"create_task() got an unexpected keyword argument '{next(iter(more))}'")
    return _create_named(events.get_running_loop(), coro, name, **more)


def _create_named(loop, coro, name, **more):
    """Until 3.12 a task got its own name before the one asked for, which uses up a number."""
    if _names_when_made or name is None:
        return loop.create_task(coro, name=name, **more)
    task = loop.create_task(coro, **more)
    task.set_name(name)
    return task


if _has_eager:
    __all__ += ["create_eager_task_factory", "eager_task_factory"]

    def create_eager_task_factory(constructor):
        def factory(loop, coro, *, eager_start=True, **kwargs):
            return constructor(coro, loop=loop, eager_start=eager_start, **kwargs)

        return factory

    eager_task_factory = create_eager_task_factory(Task)


def ensure_future(coro_or_future, *, loop=None):
    """Futures as they are, coroutines and other awaitables as a task."""
    if futures.isfuture(coro_or_future):
        if loop is not None and loop is not coro_or_future._loop:
            raise ValueError("The future belongs to a different loop than the one specified as the loop argument")
        return coro_or_future
    if not iscoroutine(coro_or_future):
        if not hasattr(type(coro_or_future), "__await__"):
            raise TypeError("An asyncio.Future, a coroutine or an awaitable is required")
        coro_or_future = _await(coro_or_future)
    if loop is None:
        loop = events.get_event_loop()
    try:
        return loop.create_task(coro_or_future)
    except RuntimeError:
        # Nobody will await it.
        coro_or_future.close()
        raise


async def _await(awaitable):
    return await awaitable


@types.coroutine
def _give_way():
    yield


async def sleep(delay, result=None):
    """Lets others run for so many seconds."""
    if delay <= 0:
        await _give_way()
        return result
    if delay != delay:
        raise ValueError("Invalid delay: NaN (not a number)")
    loop = events.get_running_loop()
    future = loop.create_future()
    handle = loop.call_later(delay, futures._set_result_unless_cancelled, future, result)
    try:
        return await future
    finally:
        handle.cancel()


def _release_waiter(waiter, *args):
    if not waiter.done():
        waiter.set_result(None)


async def wait(fs, *, timeout=None, return_when=ALL_COMPLETED):
    """Waits for one, for an error, or for all: sets of what is done and what is not. Cancels nothing."""
    if futures.isfuture(fs) or iscoroutine(fs):
        raise TypeError(f"expect a list of futures, not {type(fs).__name__}")
    if not fs:
        raise ValueError("Set of Tasks/Futures is empty." if _has_groups else "Set of coroutines/Futures is empty.")
    if return_when not in (FIRST_COMPLETED, FIRST_EXCEPTION, ALL_COMPLETED):
        raise ValueError(f"Invalid return_when value: {return_when}")
    fs = set(fs)
    if any(iscoroutine(f) for f in fs):
        if _has_groups:
            raise TypeError("Passing coroutines is forbidden, use tasks explicitly.")
        import warnings

        warnings.warn("The explicit passing of coroutine objects to asyncio.wait() is deprecated since Python 3.8, and scheduled for removal in Python 3.11.", DeprecationWarning, stacklevel=2)
    loop = events.get_running_loop()
    fs = {ensure_future(f, loop=loop) for f in fs}
    return await _wait(fs, timeout, return_when, loop)


async def _wait(fs, timeout, return_when, loop):
    waiter = loop.create_future()
    handle = None if timeout is None else loop.call_later(timeout, _release_waiter, waiter)
    left = len(fs)

    def _on_completion(future):
        nonlocal left
        left -= 1
        failed = return_when == FIRST_EXCEPTION and not future.cancelled() and future.exception() is not None
        if left <= 0 or return_when == FIRST_COMPLETED or failed:
            if handle is not None:
                handle.cancel()
            if not waiter.done():
                waiter.set_result(None)

    for future in fs:
        future.add_done_callback(_on_completion)
    try:
        await waiter
    finally:
        if handle is not None:
            handle.cancel()
        for future in fs:
            future.remove_done_callback(_on_completion)
    done, pending = set(), set()
    for future in fs:
        (done if future.done() else pending).add(future)
    return done, pending


async def _cancel_and_wait(future):
    waiter = events.get_running_loop().create_future()
    release = functools.partial(_release_waiter, waiter)
    future.add_done_callback(release)
    try:
        future.cancel()
        await waiter
    finally:
        future.remove_done_callback(release)


def _result_or_timeout(future):
    try:
        return future.result()
    except exceptions.CancelledError as error:
        raise exceptions.TimeoutError() from error


if _waits_in_block:

    async def wait_for(fut, timeout):
        """Awaits it for at most so many seconds; then it is cancelled."""
        from asyncio import timeouts

        if fut is not None and not futures.isfuture(fut) and not iscoroutine(fut) and not hasattr(type(fut), "__await__"):
            raise TypeError("An asyncio.Future, a coroutine or an awaitable is required")
        if timeout is not None and timeout <= 0:
            fut = ensure_future(fut)
            if fut.done():
                return fut.result()
            await _cancel_and_wait(fut)
            return _result_or_timeout(fut)
        async with timeouts.timeout(timeout):
            return await fut

else:

    async def wait_for(fut, timeout):
        """Awaits it for at most so many seconds; then it is cancelled."""
        loop = events.get_running_loop()
        if timeout is None:
            return await fut
        fut = ensure_future(fut, loop=loop)
        if timeout <= 0:
            if fut.done():
                return fut.result()
            await _cancel_and_wait(fut)
            return _result_or_timeout(fut)
        waiter = loop.create_future()
        handle = loop.call_later(timeout, _release_waiter, waiter)
        release = functools.partial(_release_waiter, waiter)
        fut.add_done_callback(release)
        try:
            try:
                await waiter
            except exceptions.CancelledError:
                if fut.done():
                    return fut.result()
                fut.remove_done_callback(release)
                # Not before it has ended: what was asked to stop must have stopped.
                await _cancel_and_wait(fut)
                raise
            if fut.done():
                return fut.result()
            fut.remove_done_callback(release)
            await _cancel_and_wait(fut)
            return _result_or_timeout(fut)
        finally:
            handle.cancel()


class _AsCompletedIterator:
    """Gives what is done, in the order in which it is done."""

    def __init__(self, fs, timeout):
        from asyncio.queues import Queue

        self._done = Queue()
        self._handle = None
        loop = events.get_event_loop()
        todo = {ensure_future(f, loop=loop) for f in set(fs)}
        self._todo = todo
        self._left = len(todo)
        for future in todo:
            future.add_done_callback(self._handle_completion)
        if todo and timeout is not None:
            self._handle = loop.call_later(timeout, self._handle_timeout)

    def _handle_completion(self, future):
        if not self._todo:
            return
        self._todo.remove(future)
        self._done.put_nowait(future)
        if not self._todo and self._handle is not None:
            self._handle.cancel()

    def _handle_timeout(self):
        for future in self._todo:
            future.remove_done_callback(self._handle_completion)
            self._done.put_nowait(None)
        self._todo.clear()

    async def _next(self, unwrap):
        future = await self._done.get()
        if future is None:
            raise exceptions.TimeoutError
        return future.result() if unwrap else future

    def __iter__(self):
        return self

    def __next__(self):
        if self._left == 0:
            raise StopIteration
        self._left -= 1
        return self._next(True)

    def __aiter__(self):
        return self

    async def __anext__(self):
        if self._left == 0:
            raise StopAsyncIteration
        self._left -= 1
        return await self._next(False)


def as_completed(fs, *, timeout=None):
    if not _completes_asynchronously:
        return _as_completed(fs, timeout)
    if futures.isfuture(fs) or iscoroutine(fs):
        raise TypeError(f"expects an iterable of awaitables, not {type(fs).__name__}")
    return _AsCompletedIterator(fs, timeout)


def _as_completed(fs, timeout):
    # A generator: until someone asks it nothing is checked and no task is made.
    if futures.isfuture(fs) or iscoroutine(fs):
        raise TypeError(f"expect an iterable of futures, not {type(fs).__name__}")
    yield from _AsCompletedIterator(fs, timeout)


_as_completed.__name__ = _as_completed.__qualname__ = "as_completed"


class _GatheringFuture(futures.Future):
    """What gather() gives: cancelling it cancels its children."""

    def __init__(self, children, *, loop):
        super().__init__(loop=loop)
        self._children = children
        self._cancel_requested = False

    def cancel(self, msg=None):
        if self.done():
            return False
        any_cancelled = False
        for child in self._children:
            if child.cancel(msg=msg):
                any_cancelled = True
        if any_cancelled:
            self._cancel_requested = True
        return any_cancelled


def gather(*coros_or_futures, return_exceptions=False):
    """Awaits all; results in the order of the arguments."""
    if not coros_or_futures:
        outer = events.get_event_loop().create_future()
        outer.set_result([])
        return outer
    known = {}
    children = []
    finished = 0
    loop = None
    outer = None

    def _done_callback(future):
        nonlocal finished
        finished += 1
        if outer is None or outer.done():
            if not future.cancelled():
                future.exception()
            return
        if not return_exceptions:
            if future.cancelled():
                outer.set_exception(future._make_cancelled_error())
                return
            error = future.exception()
            if error is not None:
                outer.set_exception(error)
                return
        if finished == len(known):
            results = []
            for child in children:
                if child.cancelled():
                    results.append(exceptions.CancelledError("" if child._cancel_message is None else child._cancel_message))
                else:
                    error = child.exception()
                    results.append(child.result() if error is None else error)
            if outer._cancel_requested:
                outer.set_exception(future._make_cancelled_error())
            else:
                outer.set_result(results)

    done_before = []
    for argument in coros_or_futures:
        if argument not in known:
            future = ensure_future(argument, loop=loop)
            if loop is None:
                loop = future._loop
            if future is not argument:
                future._log_destroy_pending = False
            known[argument] = future
            if future.done():
                done_before.append(future)
            else:
                future.add_done_callback(_done_callback)
        children.append(known[argument])
    outer = _GatheringFuture(children, loop=loop)
    for future in done_before:
        if _has_eager:
            _done_callback(future)
        else:
            future.add_done_callback(_done_callback)
    return outer


def shield(arg):
    """Awaits it so that cancelling who waits does not cancel it."""
    inner = ensure_future(arg)
    if inner.done():
        return inner
    outer = inner._loop.create_future()

    def _inner_done_callback(inner):
        if outer.cancelled():
            if not inner.cancelled():
                error = inner.exception()
                if error is not None and _shield_reports:
                    inner._loop.call_exception_handler({
                        "message": f"{type(error).__name__} exception in shielded future",
                        "exception": error,
                        "future": inner,
                    })
            return
        if inner.cancelled():
            outer.cancel()
            return
        error = inner.exception()
        if error is not None:
            outer.set_exception(error)
        else:
            outer.set_result(inner.result())

    def _outer_done_callback(outer):
        if not inner.done() and not _shield_reports:
            inner.remove_done_callback(_inner_done_callback)

    inner.add_done_callback(_inner_done_callback)
    outer.add_done_callback(_outer_done_callback)
    return outer


def run_coroutine_threadsafe(coro, loop):
    """Has a loop of another thread run it; gives a future of pools."""
    if not iscoroutine(coro):
        raise TypeError("A coroutine object is required")
    future = concurrent.futures.Future()

    def callback():
        try:
            futures._chain_future(ensure_future(coro, loop=loop), future)
        except (SystemExit, KeyboardInterrupt):
            raise
        except BaseException as error:
            if future.set_running_or_notify_cancel():
                future.set_exception(error)
            raise

    loop.call_soon_threadsafe(callback)
    return future
