"""A pool of threads."""

import itertools
import os
import queue
import threading
import weakref
from concurrent.futures import _base

_workers = weakref.WeakKeyDictionary()
_shutting_down = False
_lock = threading.Lock()


def _python_exit():
    global _shutting_down
    with _lock:
        _shutting_down = True
    rows = list(_workers.items())
    for thread, work in rows:
        work.put(None)
    for thread, work in rows:
        thread.join()


threading._register_atexit(_python_exit)


class BrokenThreadPool(_base.BrokenExecutor):
    """The initializer of a thread failed."""


class _WorkItem:
    def __init__(self, future, fn, args, kwargs):
        self.future = future
        self.fn = fn
        self.args = args
        self.kwargs = kwargs

    def run(self, context):
        if not self.future.set_running_or_notify_cancel():
            return
        try:
            if context is None:
                result = self.fn(*self.args, **self.kwargs)
            else:
                result = context.run(self.fn, self.args, self.kwargs)
        except BaseException as error:
            self.future.set_exception(error)
            # No cycle between the error's frames and the future.
            self = None
        else:
            self.future.set_result(result)


def _worker(executor_reference, work_queue, make_context):
    try:
        context = make_context()
    except BaseException:
        _base._log_exception("Exception in initializer:", "critical")
        executor = executor_reference()
        if executor is not None:
            executor._initializer_failed()
        return
    try:
        _work(executor_reference, work_queue, context)
    finally:
        if context is not None:
            context.finalize()


def _work(executor_reference, work_queue, context):
    while True:
        try:
            item = work_queue.get_nowait()
        except queue.Empty:
            executor = executor_reference()
            if executor is not None:
                executor._idle.release()
            del executor
            item = work_queue.get()
        if item is not None:
            item.run(context)
            del item
            continue
        executor = executor_reference()
        if _shutting_down or executor is None or executor._shutdown:
            if executor is not None:
                executor._shutdown = True
            # The next one shall hear of it too.
            work_queue.put(None)
            return
        del executor


class ThreadPoolExecutor(_base.Executor):
    """Runs calls in a few threads, which are started as they are needed."""

    BROKEN = BrokenThreadPool
    _counter = itertools.count().__next__

    def __init__(self, max_workers=None, thread_name_prefix="", initializer=None, initargs=()):
        if max_workers is None:
            max_workers = min(32, (os.process_cpu_count() if hasattr(os, "process_cpu_count") else os.cpu_count() or 1) + 4)
        if max_workers <= 0:
            raise ValueError("max_workers must be greater than 0")
        if initializer is not None and not callable(initializer):
            raise TypeError("initializer must be a callable")
        self._max_workers = max_workers
        self._work_queue = queue.SimpleQueue()
        self._idle = threading.Semaphore(0)
        self._threads = set()
        self._broken = False
        self._shutdown = False
        self._shutdown_lock = threading.Lock()
        self._thread_name_prefix = thread_name_prefix or ("ThreadPoolExecutor-%d" % self._counter())
        self._initializer = initializer
        self._initargs = initargs

    def submit(self, fn, /, *args, **kwargs):
        with self._shutdown_lock, _lock:
            if self._broken:
                raise self.BROKEN(self._broken)
            if self._shutdown:
                raise RuntimeError("cannot schedule new futures after shutdown")
            if _shutting_down:
                raise RuntimeError("cannot schedule new futures after interpreter shutdown")
            future = _base.Future()
            self._work_queue.put(_WorkItem(future, fn, args, kwargs))
            self._adjust()
            return future

    def _adjust(self):
        if self._idle.acquire(timeout=0):
            return
        number = len(self._threads)
        if number >= self._max_workers:
            return
        work = self._work_queue
        reference = weakref.ref(self, lambda _, work=work: work.put(None))
        thread = threading.Thread(name="%s_%d" % (self._thread_name_prefix or self, number), target=_worker,
                                  args=(reference, work, self._make_context()))
        thread.start()
        self._threads.add(thread)
        _workers[thread] = work

    def _make_context(self):
        """What each thread begins with: it gives None, or what runs the calls instead of the thread itself."""
        initializer, initargs = self._initializer, self._initargs
        if initializer is None:
            return lambda: None

        def context():
            initializer(*initargs)

        return context

    def _initializer_failed(self):
        with self._shutdown_lock:
            self._broken = "A thread initializer failed, the thread pool is not usable anymore"
            while True:
                try:
                    item = self._work_queue.get_nowait()
                except queue.Empty:
                    break
                if item is not None:
                    item.future.set_exception(self.BROKEN(self._broken))

    def shutdown(self, wait=True, *, cancel_futures=False):
        with self._shutdown_lock:
            self._shutdown = True
            if cancel_futures:
                while True:
                    try:
                        item = self._work_queue.get_nowait()
                    except queue.Empty:
                        break
                    if item is not None:
                        item.future.cancel()
            self._work_queue.put(None)
        if wait:
            for thread in _members(self._threads):
                thread.join()
