"""Pools of workers: processes, or threads with the same interface."""

import itertools
import os
import queue
import threading
import traceback
import warnings
from _collections import deque
from multiprocessing import TimeoutError, get_context, util
from multiprocessing.connection import wait
from types import GenericAlias

__all__ = ["Pool", "ThreadPool"]

INIT, RUN, CLOSE, TERMINATE = "INIT", "RUN", "CLOSE", "TERMINATE"
_jobs = itertools.count()


def _map_star(args):
    return list(map(*args))


def _starmap_star(args):
    function, rows = args
    return [function(*row) for row in rows]


class RemoteTraceback(Exception):
    """A traceback of another process, as text."""

    def __init__(self, tb):
        self.tb = tb

    def __str__(self):
        return self.tb


class ExceptionWithTraceback:
    """An exception on its way: it arrives with its traceback as its cause."""

    def __init__(self, exc, tb):
        self.exc = exc
        self.tb = '\n"""\n%s"""' % "".join(traceback.format_exception(type(exc), exc, tb))

    def __reduce__(self):
        return _rebuild, (self.exc, self.tb)


def _rebuild(exc, tb):
    exc.__cause__ = RemoteTraceback(tb)
    return exc


class MaybeEncodingError(Exception):
    """A result could not be pickled."""

    def __init__(self, exc, value):
        self.exc = repr(exc)
        self.value = repr(value)
        super().__init__(self.exc, self.value)

    def __str__(self):
        return f"Error sending result: '{self.value}'. Reason: '{self.exc}'"

    def __repr__(self):
        return f"<{type(self).__name__}: {self}>"


def worker(inqueue, outqueue, initializer=None, initargs=(), maxtasks=None, wrap_exception=False):
    """What each worker does until it is told to end."""
    if maxtasks is not None and not (isinstance(maxtasks, int) and maxtasks >= 1):
        raise AssertionError("Maxtasks {!r} is not valid".format(maxtasks))
    if hasattr(inqueue, "_writer"):
        inqueue._writer.close()
        outqueue._reader.close()
    if initializer is not None:
        initializer(*initargs)
    completed = 0
    while maxtasks is None or completed < maxtasks:
        try:
            task = inqueue.get()
        except (EOFError, OSError):
            break
        if task is None:
            break
        job, i, func, args, kwds = task
        try:
            result = True, func(*args, **kwds)
        except Exception as error:
            if wrap_exception and func is not _helper_raises:
                error = ExceptionWithTraceback(error, error.__traceback__)
            result = False, error
        try:
            outqueue.put((job, i, result))
        except Exception as error:
            outqueue.put((job, i, (False, MaybeEncodingError(error, result[1]))))
        task = job = result = func = args = kwds = None
        completed += 1


def _helper_raises(error):
    """Raised in a worker in place of the item that an iterable failed to give."""
    raise error


class _Cache(dict):
    """Calls that are under way, by number; tells when there are none left."""

    def __init__(self, notify):
        self.notify = notify

    def __delitem__(self, job):
        super().__delitem__(job)
        if not self:
            self.notify(None)


class Pool:
    """Workers that take calls from a queue."""

    _wrap_exception = True

    @staticmethod
    def Process(ctx, *args, **kwds):
        return ctx.Process(*args, **kwds)

    def __init__(self, processes=None, initializer=None, initargs=(), maxtasksperchild=None, context=None):
        self._pool = []
        self._state = INIT
        self._ctx = context or get_context()
        self._setup_queues()
        self._taskqueue = queue.SimpleQueue()
        self._cache = _Cache(self._notifier.put)
        self._maxtasksperchild = maxtasksperchild
        self._initializer = initializer
        self._initargs = initargs
        if processes is None:
            processes = (os.process_cpu_count() if hasattr(os, "process_cpu_count") else os.cpu_count()) or 1
        if processes < 1:
            raise ValueError("Number of processes must be at least 1")
        if maxtasksperchild is not None and not (isinstance(maxtasksperchild, int) and maxtasksperchild > 0):
            raise ValueError("maxtasksperchild must be a positive int or None")
        if initializer is not None and not callable(initializer):
            raise TypeError("initializer must be a callable")
        self._processes = processes
        try:
            self._repopulate()
        except Exception:
            for process in self._pool:
                if process.exitcode is None:
                    process.terminate()
            for process in self._pool:
                process.join()
            raise
        self._state = RUN
        self._threads = [threading.Thread(target=work, args=(self,), daemon=True) for work in (Pool._keep_workers, Pool._give_tasks, Pool._take_results)]
        for thread in self._threads:
            thread.start()
        self._terminate = util.Finalize(self, Pool._terminate_pool, args=(self,), exitpriority=15)

    def __del__(self, _RUN=RUN):
        if self._state == _RUN:
            warnings.warn(f"unclosed running multiprocessing pool {self!r}", ResourceWarning, source=self)

    def __repr__(self):
        return f"<{type(self).__module__}.{type(self).__qualname__} state={self._state} pool_size={len(self._pool)}>"

    def _setup_queues(self):
        self._inqueue = self._ctx.SimpleQueue()
        self._outqueue = self._ctx.SimpleQueue()
        self._notifier = self._ctx.SimpleQueue()

    # Workers.
    def _repopulate(self):
        for _ in range(self._processes - len(self._pool)):
            process = self.Process(self._ctx, target=worker, args=(self._inqueue, self._outqueue, self._initializer, self._initargs, self._maxtasksperchild, self._wrap_exception))
            process.name = process.name.replace("Process", "PoolWorker")
            process.daemon = True
            process.start()
            self._pool.append(process)

    def _forget_ended(self):
        for process in [process for process in self._pool if process.exitcode is not None]:
            process.join()
            self._pool.remove(process)

    def _keep_workers(self):
        """Puts new workers in the place of those that have ended."""
        while self._state == RUN or (self._cache and self._state != TERMINATE):
            self._wait_for_change()
            self._forget_ended()
            if self._state == RUN or (self._cache and self._state != TERMINATE):
                self._repopulate()
        self._taskqueue.put(None)

    def _wait_for_change(self):
        wait([self._notifier._reader, *(process.sentinel for process in self._pool)])
        while not self._notifier.empty():
            self._notifier.get()

    # Tasks and results.
    def _give_tasks(self):
        while True:
            tasks = self._taskqueue.get()
            if tasks is None or self._state == TERMINATE:
                break
            sequence, set_length = tasks
            task = None
            i = -1
            for i, task in enumerate(sequence):
                if self._state == TERMINATE:
                    break
                try:
                    self._inqueue.put(task)
                except Exception as error:
                    job, index = task[:2]
                    if job in self._cache:
                        self._cache[job]._set(index, (False, error))
            if set_length:
                job = task[0] if task else -1
                set_length(i + 1)
            tasks = sequence = task = job = None
        if self._state != TERMINATE:
            self._outqueue.put(None)
            for _ in self._pool:
                self._inqueue.put(None)

    def _take_results(self):
        while True:
            task = self._outqueue.get()
            if task is None:
                break
            job, i, outcome = task
            if job in self._cache:
                self._cache[job]._set(i, outcome)
            task = job = outcome = None

    def _check_running(self):
        if self._state != RUN:
            raise ValueError("Pool not running")

    # Calls.
    def apply(self, func, args=(), kwds={}):
        """The call's value; waits for it."""
        return self.apply_async(func, args, kwds).get()

    def apply_async(self, func, args=(), kwds={}, callback=None, error_callback=None):
        self._check_running()
        result = ApplyResult(self, callback, error_callback)
        self._taskqueue.put(([(result._job, 0, func, args, kwds)], None))
        return result

    def map(self, func, iterable, chunksize=None):
        """The values of all calls, in order."""
        return self._map_async(func, iterable, _map_star, chunksize).get()

    def map_async(self, func, iterable, chunksize=None, callback=None, error_callback=None):
        return self._map_async(func, iterable, _map_star, chunksize, callback, error_callback)

    def starmap(self, func, iterable, chunksize=None):
        return self._map_async(func, iterable, _starmap_star, chunksize).get()

    def starmap_async(self, func, iterable, chunksize=None, callback=None, error_callback=None):
        return self._map_async(func, iterable, _starmap_star, chunksize, callback, error_callback)

    def _map_async(self, func, iterable, mapper, chunksize=None, callback=None, error_callback=None):
        self._check_running()
        if not hasattr(iterable, "__len__"):
            iterable = list(iterable)
        if chunksize is None:
            chunksize, extra = divmod(len(iterable), len(self._pool) * 4)
            if extra:
                chunksize += 1
        if len(iterable) == 0:
            chunksize = 0
        result = MapResult(self, chunksize, len(iterable), callback, error_callback=error_callback)
        tasks = ((result._job, i, mapper, ((func, batch),), {}) for i, batch in enumerate(_batches(iterable, chunksize)))
        self._taskqueue.put((tasks, None))
        return result

    def imap(self, func, iterable, chunksize=1):
        """An iterator of the values, in order, as they come."""
        return self._imap(IMapIterator, func, iterable, chunksize)

    def imap_unordered(self, func, iterable, chunksize=1):
        return self._imap(IMapUnorderedIterator, func, iterable, chunksize)

    def _imap(self, cls, func, iterable, chunksize):
        self._check_running()
        if chunksize < 1:
            raise ValueError("Chunksize must be 1+, not {0:n}".format(chunksize))
        result = cls(self)
        if chunksize == 1:
            self._taskqueue.put((self._guarded(result._job, iterable, lambda item: (func, (item,))), result._set_length))
            return result
        self._taskqueue.put((self._guarded(result._job, _batches(iterable, chunksize), lambda batch: (_map_star, ((func, batch),))), result._set_length))
        return (item for chunk in result for item in chunk)

    def _guarded(self, job, iterable, call):
        """The tasks; an iterable that fails is the last one's error."""
        i = -1
        try:
            for i, item in enumerate(iterable):
                func, args = call(item)
                yield job, i, func, args, {}
        except Exception as error:
            yield job, i + 1, _helper_raises, (error,), {}

    # The end.
    def close(self):
        """Takes no more calls; the workers end when all are done."""
        if self._state == RUN:
            self._state = CLOSE
            self._notifier.put(None)

    def terminate(self):
        """Ends the workers at once."""
        self._state = TERMINATE
        self._terminate()

    def join(self):
        if self._state == RUN:
            raise ValueError("Pool is still running")
        if self._state not in (CLOSE, TERMINATE):
            raise ValueError("In unknown state")
        for thread in self._threads:
            thread.join()
        for process in self._pool:
            process.join()

    def _terminate_pool(self):
        self._state = TERMINATE
        self._notifier.put(None)
        self._taskqueue.put(None)
        self._outqueue.put(None)
        keeper, giver, taker = self._threads
        keeper.join()
        self._end_workers(giver)
        giver.join()
        taker.join()
        for process in self._pool:
            process.join()

    def _end_workers(self, giver):
        for process in self._pool:
            if process.exitcode is None:
                process.terminate()
        # Tasks that nobody takes must not keep the thread that gives them.
        while giver.is_alive():
            if self._inqueue._reader.poll(0.01):
                self._inqueue._reader.recv_bytes()

    def __enter__(self):
        self._check_running()
        return self

    def __exit__(self, *args):
        self.terminate()

    def __reduce__(self):
        raise NotImplementedError("pool objects cannot be passed between processes or pickled")


def _batches(iterable, size):
    iterator = iter(iterable)
    while batch := tuple(itertools.islice(iterator, size)):
        yield batch


class ApplyResult:
    """The value of a call that may not be done yet."""

    def __init__(self, pool, callback, error_callback):
        self._pool = pool
        self._event = threading.Event()
        self._job = next(_jobs)
        self._cache = pool._cache
        self._callback = callback
        self._error_callback = error_callback
        self._cache[self._job] = self

    def ready(self):
        return self._event.is_set()

    def successful(self):
        if not self.ready():
            raise ValueError("{0!r} not ready".format(self))
        return self._success

    def wait(self, timeout=None):
        self._event.wait(timeout)

    def get(self, timeout=None):
        self.wait(timeout)
        if not self.ready():
            raise TimeoutError
        if self._success:
            return self._value
        raise self._value

    def _set(self, i, outcome):
        self._success, self._value = outcome
        if self._callback and self._success:
            self._callback(self._value)
        if self._error_callback and not self._success:
            self._error_callback(self._value)
        self._event.set()
        del self._cache[self._job]
        self._pool = None

    __class_getitem__ = classmethod(GenericAlias)


AsyncResult = ApplyResult


class MapResult(ApplyResult):
    def __init__(self, pool, chunksize, length, callback, error_callback):
        super().__init__(pool, callback, error_callback=error_callback)
        self._success = True
        self._value = [None] * length
        self._chunksize = chunksize
        if chunksize <= 0:
            self._left = 0
            self._event.set()
            del self._cache[self._job]
        else:
            self._left = length // chunksize + bool(length % chunksize)

    def _set(self, i, outcome):
        success, value = outcome
        self._left -= 1
        if success and self._success:
            self._value[i * self._chunksize:(i + 1) * self._chunksize] = value
        elif self._success:
            # The first error counts.
            self._success = False
            self._value = value
        if self._left > 0:
            return
        callback = self._callback if self._success else self._error_callback
        if callback:
            callback(self._value)
        del self._cache[self._job]
        self._event.set()
        self._pool = None


class IMapIterator:
    def __init__(self, pool):
        self._pool = pool
        self._cond = threading.Condition(threading.Lock())
        self._job = next(_jobs)
        self._cache = pool._cache
        self._items = deque()
        self._index = 0
        self._length = None
        self._unsorted = {}
        self._cache[self._job] = self

    def __iter__(self):
        return self

    def next(self, timeout=None):
        with self._cond:
            if not self._items:
                self._check_end()
                self._cond.wait(timeout)
                if not self._items:
                    self._check_end()
                    raise TimeoutError
            success, value = self._items.popleft()
        if success:
            return value
        raise value

    __next__ = next

    def _check_end(self):
        if self._index == self._length:
            self._pool = None
            raise StopIteration

    def _set(self, i, outcome):
        with self._cond:
            self._unsorted[i] = outcome
            while self._index in self._unsorted:
                self._items.append(self._unsorted.pop(self._index))
                self._index += 1
            self._told()

    def _told(self):
        if self._items or self._index == self._length:
            self._cond.notify()
        if self._index == self._length:
            if self._job in self._cache:
                del self._cache[self._job]

    def _set_length(self, length):
        with self._cond:
            self._length = length
            self._told()


class IMapUnorderedIterator(IMapIterator):
    def _set(self, i, outcome):
        with self._cond:
            self._items.append(outcome)
            self._index += 1
            self._told()


class _ThreadWorker:
    """A thread with the interface of a process."""

    def __init__(self, group=None, target=None, name=None, args=(), kwargs={}):
        self._thread = threading.Thread(target=target, args=args, kwargs=kwargs, daemon=True)
        self.name = self._thread.name
        self.daemon = True
        self.start, self.join = self._thread.start, self._thread.join

    @property
    def exitcode(self):
        return None if self._thread.is_alive() else 0

    def terminate(self):
        pass


class ThreadPool(Pool):
    """A pool of threads."""

    _wrap_exception = False

    @staticmethod
    def Process(ctx, *args, **kwds):
        return _ThreadWorker(*args, **kwds)

    def __init__(self, processes=None, initializer=None, initargs=()):
        Pool.__init__(self, processes, initializer, initargs)

    def _setup_queues(self):
        self._inqueue = queue.SimpleQueue()
        self._outqueue = queue.SimpleQueue()
        self._notifier = queue.SimpleQueue()

    def _wait_for_change(self):
        self._notifier.get()

    def _end_workers(self, giver):
        while True:
            try:
                self._inqueue.get_nowait()
            except queue.Empty:
                break
        for _ in self._pool:
            self._inqueue.put(None)
