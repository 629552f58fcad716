"""The event loop: a queue of what is ready, a heap of timers, and a wait in between."""

import heapq
import math
import sys
import threading
import time
from _collections import deque
from _thread import allocate_lock
from asyncio import coroutines, events, futures, tasks
from asyncio.events import Handle, TimerHandle

__all__ = ["BaseEventLoop", "SelectorEventLoop"]

# Cancelled timers stay in the heap until they come to its top, or are too many.
_MANY_TIMERS = 100
_MUCH_CANCELLED = 0.5
_LONGEST_WAIT = 24 * 3600
_RESOLUTION = 1e-9
# What debug mode tells of an object that is in trouble, and of the callback that runs.
_MADE = {"source_traceback": "Object", "handle_traceback": "Handle"}


def _run_until_complete_cb(future):
    if not future.cancelled():
        error = future.exception()
        if isinstance(error, (SystemExit, KeyboardInterrupt)):
            return
    future._loop.stop()


def _shown(handle):
    """A step of a task by the task, anything else by its callback."""
    task = getattr(handle._callback, "__self__", None)
    return repr(task) if isinstance(task, tasks.Task) else repr(handle)


def _log(level, text, error=None):
    """Tells the logger; writes what it would write while no program has imported logging."""
    logging = sys.modules.get("logging")
    if logging is not None:
        exc_info = (type(error), error, error.__traceback__) if error is not None else False
        getattr(logging.getLogger("asyncio"), level)(text, exc_info=exc_info)
    elif level != "debug":
        text += "\n"
        if error is not None:
            import traceback
            text += "".join(traceback.format_exception(type(error), error, error.__traceback__))
        sys.stderr.write(text)


class BaseEventLoop(events.AbstractEventLoop):
    """Runs callbacks one after the other, in one thread."""

    def __init__(self):
        self._timer_cancelled_count = 0
        self._closed = False
        self._stopping = False
        self._ready = deque()
        self._scheduled = []
        self._thread = None
        self._default_executor = None
        self._executor_shut_down = False
        self._exception_handler = None
        self._task_factory = None
        self._debug = False
        self._current_handle = None
        self._signals = set()
        # Held while the loop has nothing to do; whoever brings work opens it (a pipe in other machines).
        self.slow_callback_duration = 0.1
        self._sleep = allocate_lock()
        self._sleep.acquire()
        _log("debug", "Using selector: EpollSelector")

    def __repr__(self):
        return f"<{self.__class__.__name__} running={self.is_running()} closed={self._closed} debug={self._debug}>"

    # Making futures and tasks.

    def create_future(self):
        return futures.Future(loop=self)

    def create_task(self, coro, *, name=None, context=None, **more):
        self._check_closed()
        if self._task_factory is None:
            if context is not None:
                more["context"] = context
            return tasks.Task(coro, loop=self, name=name, **more)
        if context is not None:
            more["context"] = context
        task = self._task_factory(self, coro, **more)
        if name is not None:
            task.set_name(name)
        return task

    def set_task_factory(self, factory):
        if factory is not None and not callable(factory):
            raise TypeError("task factory must be a callable or None")
        self._task_factory = factory

    def get_task_factory(self):
        return self._task_factory

    # Running.

    def _check_closed(self):
        if self._closed:
            raise RuntimeError("Event loop is closed")

    def _check_running(self):
        if self._thread is not None:
            raise RuntimeError("This event loop is already running")
        if events._get_running_loop() is not None:
            raise RuntimeError("Cannot run the event loop while another loop is running")

    def run_forever(self):
        """Runs until stop() is called."""
        self._check_closed()
        self._check_running()
        self._thread = threading.get_ident()
        before = sys.get_asyncgen_hooks()
        depth = sys.get_coroutine_origin_tracking_depth()
        self._track_origins(self._debug, depth)
        sys.set_asyncgen_hooks(firstiter=self._generator_starts, finalizer=self._generator_dies)
        events._set_running_loop(self)
        try:
            while True:
                self._run_once()
                if self._stopping:
                    break
        finally:
            self._stopping = False
            self._thread = None
            events._set_running_loop(None)
            sys.set_asyncgen_hooks(*before)
            self._track_origins(False, depth)

    def _track_origins(self, enabled, depth=0):
        """Debug mode: coroutines that are never awaited tell where they were made."""
        if enabled:
            sys.set_coroutine_origin_tracking_depth(events._DEBUG_DEPTH)
        elif sys.get_coroutine_origin_tracking_depth() != depth:
            sys.set_coroutine_origin_tracking_depth(depth)

    def run_until_complete(self, future):
        """Runs until the future is done; gives its result."""
        self._check_closed()
        self._check_running()
        is_new = not futures.isfuture(future)
        future = tasks.ensure_future(future, loop=self)
        if is_new:
            future._log_destroy_pending = False
        future.add_done_callback(_run_until_complete_cb)
        try:
            self.run_forever()
        except BaseException:
            if is_new and future.done() and not future.cancelled():
                # So that it is not reported as lost.
                future.exception()
            raise
        finally:
            future.remove_done_callback(_run_until_complete_cb)
        if not future.done():
            raise RuntimeError("Event loop stopped before Future completed.")
        return future.result()

    def stop(self):
        self._stopping = True

    def close(self):
        if self.is_running():
            raise RuntimeError("Cannot close a running event loop")
        if self._closed:
            return
        self._closed = True
        self._ready.clear()
        self._scheduled.clear()
        for sig in list(self._signals):
            self.remove_signal_handler(sig)
        self._executor_shut_down = True
        executor = self._default_executor
        if executor is not None:
            self._default_executor = None
            executor.shutdown(wait=False)

    def is_closed(self):
        return self._closed

    def is_running(self):
        return self._thread is not None

    def time(self):
        return time.monotonic()

    # Callbacks.

    def call_soon(self, callback, *args, context=None):
        """The callback is called in the next round, after those that were scheduled before."""
        if self._closed:
            self._check_closed()
        if self._debug:
            self._check_thread()
            self._check_callback(callback, "call_soon")
        handle = Handle(callback, args, self, context)
        self._ready.append(handle)
        return handle

    def _check_thread(self):
        if self._thread is not None and self._thread != threading.get_ident():
            raise RuntimeError("Non-thread-safe operation invoked on an event loop other than the current one")

    def _check_callback(self, callback, method):
        if coroutines.iscoroutine(callback) or coroutines.iscoroutinefunction(callback):
            raise TypeError(f"coroutines cannot be used with {method}()")
        if not callable(callback):
            raise TypeError(f"a callable object was expected by {method}(), got {callback!r}")

    def call_soon_threadsafe(self, callback, *args, context=None):
        """The same from another thread."""
        self._check_closed()
        if self._debug:
            self._check_callback(callback, "call_soon_threadsafe")
        handle = Handle(callback, args, self, context)
        self._ready.append(handle)
        if self._sleep.locked():
            self._sleep.release()
        return handle

    def call_later(self, delay, callback, *args, context=None):
        if delay is None:
            raise TypeError("delay must not be None")
        return self.call_at(self.time() + delay, callback, *args, context=context)

    def call_at(self, when, callback, *args, context=None):
        if when is None:
            raise TypeError("when cannot be None")
        self._check_closed()
        if self._debug:
            self._check_thread()
            self._check_callback(callback, "call_at")
        timer = TimerHandle(when, callback, args, self, context)
        heapq.heappush(self._scheduled, timer)
        timer._scheduled = True
        return timer

    def _timer_handle_cancelled(self, handle):
        if handle._scheduled:
            self._timer_cancelled_count += 1

    def _drop_cancelled(self):
        scheduled = self._scheduled
        if len(scheduled) > _MANY_TIMERS and self._timer_cancelled_count / len(scheduled) > _MUCH_CANCELLED:
            kept = [timer for timer in scheduled if not timer._cancelled]
            heapq.heapify(kept)
            self._scheduled = kept
            self._timer_cancelled_count = 0
            return
        while scheduled and scheduled[0]._cancelled:
            self._timer_cancelled_count -= 1
            heapq.heappop(scheduled)._scheduled = False

    def _wait(self, timeout):
        if timeout is None:
            self._sleep.acquire()
        elif timeout > 0:
            # A selector counts whole milliseconds, upwards.
            self._sleep.acquire(True, math.ceil(timeout * 1e3) * 1e-3)
        else:
            self._sleep.acquire(False)

    def _run_once(self):
        """Waits for work, moves what is due to the ready queue, and calls what was ready then."""
        if self._scheduled:
            self._drop_cancelled()
        scheduled, ready = self._scheduled, self._ready
        if ready or self._stopping or self._fired:
            timeout = 0
        elif scheduled:
            timeout = min(max(0, scheduled[0]._when - self.time()), _LONGEST_WAIT)
        else:
            timeout = None
        self._wait(timeout)
        if self._fired:
            self._meet_sockets()
        if scheduled:
            until = self.time() + _RESOLUTION
            while scheduled and scheduled[0]._when < until:
                handle = heapq.heappop(scheduled)
                handle._scheduled = False
                ready.append(handle)
        for _ in range(len(ready)):
            handle = ready.popleft()
            if handle._cancelled:
                continue
            if self._debug:
                self._run_watched(handle)
            else:
                handle._run()
        handle = None

    def _run_watched(self, handle):
        """Debug mode: tells of a callback that keeps the others waiting."""
        start = self.time()
        self._current_handle = handle
        try:
            handle._run()
        finally:
            self._current_handle = None
        took = self.time() - start
        if took >= self.slow_callback_duration:
            _log("warning", f"Executing {_shown(handle)} took {took:.3f} seconds")

    # Signals.

    def add_signal_handler(self, sig, callback, *args):
        """Has the loop call the callback when the signal comes."""
        import signal

        if coroutines.iscoroutine(callback) or coroutines.iscoroutinefunction(callback):
            raise TypeError("coroutines cannot be used with add_signal_handler()")
        self._check_closed()
        signal.signal(sig, lambda number, frame: self.call_soon_threadsafe(callback, *args))
        self._signals.add(sig)

    def remove_signal_handler(self, sig):
        import signal

        if sig not in self._signals:
            return False
        self._signals.discard(sig)
        signal.signal(sig, signal.default_int_handler if sig == signal.SIGINT else signal.SIG_DFL)
        return True

    # Threads.

    def run_in_executor(self, executor, func, *args):
        """Calls it in a pool; gives a future to await."""
        self._check_closed()
        if self._debug:
            self._check_callback(func, "run_in_executor")
        if executor is None:
            if self._executor_shut_down:
                raise RuntimeError("Executor shutdown has been called")
            executor = self._default_executor
            if executor is None:
                import concurrent.futures

                executor = self._default_executor = concurrent.futures.ThreadPoolExecutor(thread_name_prefix="asyncio")
        return futures.wrap_future(executor.submit(func, *args), loop=self)

    def set_default_executor(self, executor):
        import concurrent.futures

        if not isinstance(executor, concurrent.futures.ThreadPoolExecutor):
            raise TypeError("executor must be ThreadPoolExecutor instance")
        self._default_executor = executor

    if _has_eager:

        async def shutdown_default_executor(self, timeout=None):
            """Waits for the threads of the pool, at most so many seconds."""
            await self._end_executor(timeout)
    else:

        async def shutdown_default_executor(self):
            """Waits for the threads of the pool."""
            await self._end_executor(None)

    async def _end_executor(self, timeout):
        self._executor_shut_down = True
        if self._default_executor is None:
            return
        future = self.create_future()
        thread = threading.Thread(target=self._shut_executor_down, args=(future,))
        thread.start()
        if _completes_asynchronously and timeout is not None:
            await self._end_in_time(future, thread, timeout)
            return
        try:
            await future
        finally:
            thread.join(timeout)
        if thread.is_alive():
            self._gives_executor_up(timeout)

    async def _end_in_time(self, future, thread, timeout):
        from asyncio import timeouts

        try:
            async with timeouts.timeout(timeout):
                await future
        except TimeoutError:
            self._gives_executor_up(timeout)
        else:
            thread.join()

    def _gives_executor_up(self, timeout):
        import warnings

        warnings.warn(f"The executor did not finishing joining its threads within {timeout} seconds.", RuntimeWarning, stacklevel=4)
        self._default_executor.shutdown(wait=False)

    def _shut_executor_down(self, future):
        try:
            self._default_executor.shutdown(wait=True)
            if not self.is_closed():
                self.call_soon_threadsafe(futures._set_result_unless_cancelled, future, None)
        except Exception as error:
            if not self.is_closed() and not future.cancelled():
                self.call_soon_threadsafe(future.set_exception, error)

    # Asynchronous generators.

    _generators = None

    def _generator_starts(self, agen):
        import weakref

        if self._generators is None:
            self._generators = weakref.WeakSet()
        self._generators.add(agen)

    def _generator_dies(self, agen):
        if self._generators is not None:
            self._generators.discard(agen)
        if not self.is_closed():
            self.call_soon_threadsafe(self.create_task, agen.aclose())

    async def shutdown_asyncgens(self):
        """Closes the generators that were begun and not ended."""
        if not self._generators:
            return
        closing = list(self._generators)
        self._generators.clear()
        results = await tasks.gather(*[agen.aclose() for agen in closing], return_exceptions=True)
        for result, agen in zip(results, closing):
            if isinstance(result, Exception):
                self.call_exception_handler({
                    "message": f"an error occurred during closing of asynchronous generator {agen!r}",
                    "exception": result,
                    "asyncgen": agen,
                })

    # Sockets: who asked to be told, and which may be ready, in the order in which they became so.

    _readers = _writers = _fired = None

    def _watch(self, sock, table, callback, args):
        self._check_closed()
        if self._fired is None:
            self._readers, self._writers, self._fired = {}, {}, {}
        self._unwatch(sock, table)
        getattr(self, table)[sock] = Handle(callback, args, self)
        if self._socket_fires not in sock._watchers:
            sock._watchers.append(self._socket_fires)
        self._fired[sock] = True

    def _unwatch(self, sock, table):
        handle = (getattr(self, table) or {}).pop(sock, None)
        if handle is None:
            return False
        handle.cancel()
        if sock not in self._readers and sock not in self._writers:
            sock._watchers.remove(self._socket_fires)
            self._fired.pop(sock, None)
        return True

    def _socket_fires(self, sock):
        self._fired[sock] = True
        if self._sleep.locked():
            self._sleep.release()

    def _meet_sockets(self):
        """Schedules the callbacks of sockets that are ready; those are looked at again in the next round, as a selector does."""
        looked_at, self._fired = self._fired, {}
        for sock in looked_at:
            for table, is_ready in (self._readers, sock._is_readable), (self._writers, sock._is_writable):
                handle = table.get(sock)
                if handle is not None and is_ready():
                    self._ready.append(handle)
                    self._fired[sock] = True

    def _add_reader(self, sock, callback, *args):
        self._watch(sock, "_readers", callback, args)

    def _remove_reader(self, sock):
        return self._unwatch(sock, "_readers")

    def _add_writer(self, sock, callback, *args):
        self._watch(sock, "_writers", callback, args)

    def _remove_writer(self, sock):
        return self._unwatch(sock, "_writers")

    add_reader, remove_reader, add_writer, remove_writer = _add_reader, _remove_reader, _add_writer, _remove_writer

    async def create_server(self, protocol_factory, host=None, port=None, *, sock=None, backlog=100, start_serving=True, **family):
        from asyncio import transports

        family = {name: value for name, value in family.items() if name == "family"}
        return await transports.serve(self, protocol_factory, host, port, sock, backlog, start_serving, **family)

    async def create_connection(self, protocol_factory, host=None, port=None, *, sock=None, **family):
        from asyncio import transports

        family = {name: value for name, value in family.items() if name == "family"}
        return await transports.connect(self, protocol_factory, host, port, sock, **family)

    async def create_unix_server(self, protocol_factory, path=None, **more):
        import socket

        return await self.create_server(protocol_factory, path, None, family=socket.AF_UNIX, **more)

    async def create_unix_connection(self, protocol_factory, path=None, **more):
        import socket

        return await self.create_connection(protocol_factory, path, None, family=socket.AF_UNIX, **more)

    async def getaddrinfo(self, host, port, *, family=0, type=0, proto=0, flags=0):
        import socket

        return await self.run_in_executor(None, socket.getaddrinfo, host, port, family, type, proto, flags)

    async def sock_recv_into(self, sock, buf):
        from asyncio import transports

        return await transports.when_ready(self, sock, True, lambda: sock.recv_into(buf))

    async def sock_recv(self, sock, n):
        from asyncio import transports

        return await transports.when_ready(self, sock, True, lambda: sock.recv(n))

    async def sock_accept(self, sock):
        from asyncio import transports

        connection, address = await transports.when_ready(self, sock, True, sock.accept)
        connection.setblocking(False)
        return connection, address

    async def sock_connect(self, sock, address):
        sock.connect(address)

    async def sock_sendall(self, sock, data):
        from asyncio import transports

        data = bytes(data)
        while data:
            data = data[await transports.when_ready(self, sock, False, lambda: sock.send(data)) :]

    # What goes wrong.

    def get_exception_handler(self):
        return self._exception_handler

    def set_exception_handler(self, handler):
        if handler is not None and not callable(handler):
            raise TypeError(f"A callable object or None is expected, got {handler!r}")
        self._exception_handler = handler

    def default_exception_handler(self, context):
        """Tells the logger what went wrong."""
        lines = [context.get("message") or "Unhandled exception in event loop"]
        current = self._current_handle
        if "source_traceback" not in context and current is not None and current._source_traceback:
            context["handle_traceback"] = current._source_traceback
        for key in sorted(context):
            if key in _MADE:
                import traceback

                lines.append(f"{key}: {_MADE[key]} created at (most recent call last):\n" + "".join(traceback.format_list(context[key])).rstrip())
            elif key not in ("message", "exception"):
                lines.append(f"{key}: {context[key]!r}")
        _log("error", "\n".join(lines), context.get("exception"))

    def call_exception_handler(self, context):
        handler = self._exception_handler
        try:
            if handler is None:
                self.default_exception_handler(context)
            else:
                about = context.get("task") or context.get("future") or context.get("handle")
                # From 3.12 on it runs in the context of what it is told about.
                if hasattr(about, "get_context"):
                    about.get_context().run(handler, self, context)
                else:
                    handler(self, context)
        except (SystemExit, KeyboardInterrupt):
            raise
        except BaseException as error:
            if handler is not None:
                self.default_exception_handler({"message": "Unhandled error in exception handler", "exception": error, "context": context})

    def get_debug(self):
        return self._debug

    def set_debug(self, enabled):
        self._debug = enabled
        if enabled:
            events._debugs = True
        if self.is_running():
            self.call_soon_threadsafe(self._track_origins, enabled)


class SelectorEventLoop(BaseEventLoop):
    """The loop of this machine."""


SelectorEventLoop.__name__ = SelectorEventLoop.__qualname__ = "_UnixSelectorEventLoop"
SelectorEventLoop.__module__ = "asyncio.unix_events"
BaseEventLoop.__module__ = "asyncio.base_events"
if _has_loop_alias:
    __all__.append("EventLoop")
    EventLoop = SelectorEventLoop
