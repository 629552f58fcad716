"""A pool of processes."""

import itertools
import multiprocessing as mp
import os
import queue
import threading
import traceback
import weakref
from concurrent.futures import _base
from functools import partial
from multiprocessing.connection import wait
from multiprocessing.queues import Queue

_managers = weakref.WeakKeyDictionary()
_exiting = False
# Calls that wait in the workers' queue beyond those that run.
EXTRA_QUEUED_CALLS = 1


class _Wakeup:
    """Wakes the thread that manages an executor."""

    def __init__(self):
        self._closed = False
        self._lock = threading.Lock()
        self._reader, self._writer = mp.Pipe(duplex=False)

    def close(self):
        with self._lock:
            if not self._closed:
                self._closed = True
                self._writer.close()
                self._reader.close()

    def wakeup(self):
        with self._lock:
            if not self._closed:
                self._writer.send_bytes(b"")

    def clear(self):
        with self._lock:
            while not self._closed and self._reader.poll():
                self._reader.recv_bytes()


def _python_exit():
    global _exiting
    _exiting = True
    rows = list(_managers.items())
    for _, wakeup in rows:
        wakeup.wakeup()
    for thread, _ in rows:
        thread.join()


threading._register_atexit(_python_exit)


class _RemoteTraceback(Exception):
    """A traceback of another process, as text."""

    def __init__(self, tb):
        self.tb = tb

    def __str__(self):
        return self.tb


class _ExceptionWithTraceback:
    """An exception on its way: it arrives with its traceback as its cause."""

    def __init__(self, exc, tb):
        self.exc = exc
        # Frames and what they hold stay behind.
        self.exc.__traceback__ = None
        self.tb = '\n"""\n%s"""' % "".join(traceback.format_exception(type(exc), exc, tb))

    def __reduce__(self):
        return _rebuild, (self.exc, self.tb)


def _rebuild(exc, tb):
    exc.__cause__ = _RemoteTraceback(tb)
    return exc


class _WorkItem:
    def __init__(self, future, fn, args, kwargs):
        self.future, self.fn, self.args, self.kwargs = future, fn, args, kwargs


class _ResultItem:
    def __init__(self, work_id, exception=None, result=None, exit_pid=None):
        self.work_id, self.exception, self.result, self.exit_pid = work_id, exception, result, exit_pid


class _CallItem:
    def __init__(self, work_id, fn, args, kwargs):
        self.work_id, self.fn, self.args, self.kwargs = work_id, fn, args, kwargs


class _SafeQueue(Queue):
    """A queue that tells the future when its call could not be pickled."""

    def __init__(self, max_size, *, ctx, pending, wakeup):
        self._pending = pending
        self._wakeup = wakeup
        super().__init__(max_size, ctx=ctx)

    def _on_queue_feeder_error(self, error, obj):
        if not isinstance(obj, _CallItem):
            return super()._on_queue_feeder_error(error, obj)
        text = "".join(traceback.format_exception(type(error), error, error.__traceback__))
        error.__cause__ = _RemoteTraceback('\n"""\n%s"""' % text)
        item = self._pending.pop(obj.work_id, None)
        self._wakeup.wakeup()
        if item is not None:
            item.future.set_exception(error)


def _process_chunk(fn, chunk):
    return [fn(*args) for args in chunk]


def _send_result(results, work_id, result=None, exception=None, exit_pid=None):
    try:
        results.put(_ResultItem(work_id, exception, result, exit_pid))
    except BaseException as error:
        results.put(_ResultItem(work_id, _ExceptionWithTraceback(error, error.__traceback__), None, exit_pid))


def _process_worker(calls, results, initializer, initargs, max_tasks=None):
    """What each worker does until it is told to end."""
    if initializer is not None:
        try:
            initializer(*initargs)
        except BaseException:
            _base._log_exception("Exception in initializer:", "critical")
            # The parent sees that a worker has gone.
            return
    done = 0
    while True:
        item = calls.get(block=True)
        if item is None:
            results.put(os.getpid())
            return
        exit_pid = None
        if max_tasks is not None:
            done += 1
            if done >= max_tasks:
                exit_pid = os.getpid()
        try:
            result = item.fn(*item.args, **item.kwargs)
        except BaseException as error:
            _send_result(results, item.work_id, exception=_ExceptionWithTraceback(error, error.__traceback__), exit_pid=exit_pid)
        else:
            _send_result(results, item.work_id, result=result, exit_pid=exit_pid)
            del result
        del item
        if exit_pid is not None:
            return


class BrokenProcessPool(_base.BrokenExecutor):
    """A worker ended without being told to."""


class _Manager(threading.Thread):
    """Gives calls to the workers and results to the futures."""

    def __init__(self, executor):
        self.wakeup = executor._wakeup
        self.lock = executor._shutdown_lock
        self.reference = weakref.ref(executor, lambda _, wakeup=executor._wakeup: wakeup.wakeup())
        self.processes = executor._processes
        self.calls = executor._call_queue
        self.results = executor._result_queue
        self.work_ids = executor._work_ids
        self.pending = executor._pending
        super().__init__()

    def run(self):
        while True:
            self.add_calls()
            result, broken, cause = self.next_result()
            if broken:
                return self.end_broken(cause)
            if result is not None:
                self.take(result)
                ended = result.exit_pid is not None if isinstance(result, _ResultItem) else False
                if ended:
                    process = self.processes.pop(result.exit_pid)
                    process.join()
                executor = self.reference()
                if executor is not None:
                    if ended:
                        executor._adjust()
                    else:
                        executor._idle.release()
                del executor, result
            if self.is_shutting_down():
                self.mark()
                if not self.pending:
                    return self.join_workers()

    def add_calls(self):
        """Fills the workers' queue."""
        while not self.calls.full():
            try:
                work_id = self.work_ids.get(block=False)
            except queue.Empty:
                return
            item = self.pending[work_id]
            if item.future.set_running_or_notify_cancel():
                self.calls.put(_CallItem(work_id, item.fn, item.args, item.kwargs), block=True)
            else:
                del self.pending[work_id]

    def next_result(self):
        """What comes first: a result, a call to look again, or the end of a worker."""
        reader = self.results._reader
        ready = wait([reader, self.wakeup._reader, *(process.sentinel for process in list(self.processes.values()))])
        cause, broken, result = None, True, None
        if reader in ready:
            try:
                result = reader.recv()
                broken = False
            except BaseException as error:
                cause = traceback.format_exception(type(error), error, error.__traceback__)
        elif self.wakeup._reader in ready:
            broken = False
        self.wakeup.clear()
        return result, broken, cause

    def take(self, result):
        if isinstance(result, int):
            process = self.processes.pop(result)
            process.join()
            return
        item = self.pending.pop(result.work_id, None)
        if item is not None:
            if result.exception is not None:
                item.future.set_exception(result.exception)
            else:
                item.future.set_result(result.result)

    def is_shutting_down(self):
        executor = self.reference()
        return _exiting or executor is None or executor._shutdown

    def mark(self):
        executor = self.reference()
        if executor is None:
            return
        executor._shutdown = True
        if executor._cancels:
            kept = {}
            for work_id, item in self.pending.items():
                if not item.future.cancel():
                    kept[work_id] = item
            self.pending.clear()
            self.pending.update(kept)
            while True:
                try:
                    self.work_ids.get_nowait()
                except queue.Empty:
                    break
            executor._cancels = False

    def end_broken(self, cause):
        executor = self.reference()
        if executor is not None:
            executor._broken = "A child process terminated abruptly, the process pool is not usable anymore"
            executor._shutdown = True
            executor = None
        error = BrokenProcessPool("A process in the process pool was terminated abruptly while the future was running or pending.")
        if cause is not None:
            error.__cause__ = _RemoteTraceback(f"\n'''\n{''.join(cause)}'''")
        for item in self.pending.values():
            try:
                item.future.set_exception(error)
            except _base.InvalidStateError:
                pass
        self.pending.clear()
        for process in self.processes.values():
            process.terminate()
        self.calls._terminate_broken() if hasattr(self.calls, "_terminate_broken") else self.calls.cancel_join_thread()
        self.join_workers(True)

    def join_workers(self, broken=False):
        if not broken:
            for _ in list(self.processes.values()):
                self.calls.put(None)
        self.calls.close()
        if not broken:
            self.calls.join_thread()
        with self.lock:
            self.wakeup.close()
        for process in self.processes.values():
            process.join()


class ProcessPoolExecutor(_base.Executor):
    """Runs calls in a few processes: functions, arguments and results are pickled."""

    def __init__(self, max_workers=None, mp_context=None, initializer=None, initargs=(), **more):
        max_tasks = more.pop("max_tasks_per_child", None) if _workers_end else None
        if more:
            raise TypeError(f"ProcessPoolExecutor.__init__() got an unexpected keyword argument '{next(iter(more))}'")
        if max_workers is None:
            max_workers = (os.process_cpu_count() if hasattr(os, "process_cpu_count") else os.cpu_count()) or 1
        elif max_workers <= 0:
            raise ValueError("max_workers must be greater than 0")
        self._max_workers = max_workers
        if mp_context is None:
            mp_context = mp.get_context("spawn" if max_tasks is not None and mp.get_start_method() == "fork" else None)
        self._mp_context = mp_context
        self._starts_as_needed = mp_context.get_start_method(allow_none=False) != "fork" or not _workers_start_together
        if initializer is not None and not callable(initializer):
            raise TypeError("initializer must be a callable")
        if max_tasks is not None:
            if not isinstance(max_tasks, int):
                raise TypeError("max_tasks_per_child must be an integer")
            if max_tasks <= 0:
                raise ValueError("max_tasks_per_child must be >= 1")
            if mp_context.get_start_method(allow_none=False) == "fork":
                raise ValueError("max_tasks_per_child is incompatible with the 'fork' multiprocessing start method; supply a different mp_context.")
        self._initializer, self._initargs, self._max_tasks = initializer, initargs, max_tasks
        self._manager = None
        self._processes = {}
        self._shutdown = False
        self._shutdown_lock = threading.Lock()
        self._idle = threading.Semaphore(0)
        self._broken = False
        self._count = 0
        self._pending = {}
        self._cancels = False
        self._wakeup = _Wakeup()
        self._call_queue = _SafeQueue(max_workers + EXTRA_QUEUED_CALLS, ctx=mp_context, pending=self._pending, wakeup=self._wakeup)
        self._call_queue._ignore_epipe = True
        self._result_queue = mp_context.SimpleQueue()
        self._work_ids = queue.Queue()

    def _start_manager(self):
        if self._manager is None:
            if not self._starts_as_needed:
                for _ in range(len(self._processes), self._max_workers):
                    self._start_process()
            self._manager = _Manager(self)
            self._manager.start()
            _managers[self._manager] = self._wakeup

    def _adjust(self):
        """One worker more, where none is idle and there may be more."""
        if not self._processes and self._shutdown:
            return
        if self._idle.acquire(blocking=False):
            return
        if len(self._processes) < self._max_workers:
            self._start_process()

    def _start_process(self):
        process = self._mp_context.Process(target=_process_worker, args=(self._call_queue, self._result_queue, self._initializer, self._initargs, self._max_tasks))
        process.start()
        self._processes[process.pid] = process

    def submit(self, fn, /, *args, **kwargs):
        with self._shutdown_lock:
            if self._broken:
                raise BrokenProcessPool(self._broken)
            if self._shutdown:
                raise RuntimeError("cannot schedule new futures after shutdown")
            if _exiting:
                raise RuntimeError("cannot schedule new futures after interpreter shutdown")
            future = _base.Future()
            self._pending[self._count] = _WorkItem(future, fn, args, kwargs)
            self._work_ids.put(self._count)
            self._count += 1
            self._wakeup.wakeup()
            if self._starts_as_needed:
                self._adjust()
            self._start_manager()
            return future

    def map(self, fn, *iterables, timeout=None, chunksize=1, **more):
        """Like map(), but in processes, by chunks of so many calls."""
        if chunksize < 1:
            raise ValueError("chunksize must be >= 1.")
        rows = zip(*iterables)
        chunks = iter(lambda: tuple(itertools.islice(rows, chunksize)), ())
        return _one_by_one(super().map(partial(_process_chunk, fn), chunks, timeout=timeout, **more))

    def shutdown(self, wait=True, *, cancel_futures=False):
        with self._shutdown_lock:
            self._cancels = cancel_futures
            self._shutdown = True
            if self._wakeup is not None:
                self._wakeup.wakeup()
        if self._manager is not None and wait:
            self._manager.join()
        self._manager = self._call_queue = self._result_queue = self._wakeup = None
        self._processes = None

    if _workers_are_killed:
        def _end_workers(self, how):
            processes = list((self._processes or {}).values())
            self.shutdown(wait=False, cancel_futures=True)
            for process in processes:
                if process.is_alive():
                    getattr(process, how)()

        def terminate_workers(self):
            """Ends the workers at once, by SIGTERM."""
            self._end_workers("terminate")

        def kill_workers(self):
            self._end_workers("kill")


def _one_by_one(chunks):
    for chunk in chunks:
        chunk.reverse()
        while chunk:
            yield chunk.pop()
