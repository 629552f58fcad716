"""What processes wait for one another with."""

import threading
import _multiprocessing
from _processes import SharedPages, _map_again
from multiprocessing import context, process, util
from time import monotonic as _time

__all__ = ["Lock", "RLock", "Semaphore", "BoundedSemaphore", "Condition", "Event"]

RECURSIVE_MUTEX, SEMAPHORE = 0, 1
SEM_VALUE_MAX = _multiprocessing.SEM_VALUE_MAX


class SemLock:
    """A semaphore of the system, as all processes see it."""

    def __init__(self, kind, value, maxvalue, *, ctx):
        self._take(_multiprocessing.SemLock(kind, value, maxvalue))

    def _take(self, semlock):
        self._semlock = semlock
        self.acquire, self.release = semlock.acquire, semlock.release
        util.register_after_fork(self, SemLock._after_fork)

    def _after_fork(self):
        self._semlock._after_fork()

    def __enter__(self):
        return self._semlock.__enter__()

    def __exit__(self, *args):
        return self._semlock.__exit__(*args)

    def __getstate__(self):
        context.assert_spawning(self)
        lock = self._semlock
        return lock.handle, lock.kind, lock.maxvalue, lock.name

    def __setstate__(self, state):
        self._take(_multiprocessing.SemLock._rebuild(*state))

    def _value_text(self):
        return self._semlock._get_value()

    def _owner_text(self):
        """Who has it, and how often, as far as this process can know."""
        lock = self._semlock
        if lock._is_mine():
            name = process.current_process().name
            if threading.current_thread().name != "MainThread":
                name += "|" + threading.current_thread().name
            return name, lock._count()
        if lock._get_value() == 1:
            return None, 0
        if lock._count() > 0:
            return "SomeOtherThread", "nonzero"
        return "SomeOtherProcess", "nonzero"


class Semaphore(SemLock):
    def __init__(self, value=1, *, ctx):
        SemLock.__init__(self, SEMAPHORE, value, SEM_VALUE_MAX, ctx=ctx)

    def get_value(self):
        return self._semlock._get_value()

    def __repr__(self):
        return f"<{type(self).__name__}(value={self._value_text()})>"


class BoundedSemaphore(Semaphore):
    def __init__(self, value=1, *, ctx):
        SemLock.__init__(self, SEMAPHORE, value, value, ctx=ctx)

    def __repr__(self):
        return f"<{type(self).__name__}(value={self._value_text()}, maxvalue={self._semlock.maxvalue})>"


class Lock(SemLock):
    """Not reentrant; anybody may release it."""

    def __init__(self, *, ctx):
        SemLock.__init__(self, SEMAPHORE, 1, 1, ctx=ctx)

    def __repr__(self):
        return f"<{type(self).__name__}(owner={self._owner_text()[0]})>"


class RLock(SemLock):
    def __init__(self, *, ctx):
        SemLock.__init__(self, RECURSIVE_MUTEX, 1, 1, ctx=ctx)

    def __repr__(self):
        return "<%s(%s, %s)>" % (type(self).__name__, *self._owner_text())


class Condition:
    """Processes wait for others to say that something has changed."""

    def __init__(self, lock=None, *, ctx):
        self._lock = lock or ctx.RLock()
        self._sleeping_count = ctx.Semaphore(0)
        self._woken_count = ctx.Semaphore(0)
        self._wait_semaphore = ctx.Semaphore(0)
        self._make_methods()

    def __getstate__(self):
        context.assert_spawning(self)
        return self._lock, self._sleeping_count, self._woken_count, self._wait_semaphore

    def __setstate__(self, state):
        self._lock, self._sleeping_count, self._woken_count, self._wait_semaphore = state
        self._make_methods()

    def _make_methods(self):
        self.acquire, self.release = self._lock.acquire, self._lock.release

    def __enter__(self):
        return self._lock.__enter__()

    def __exit__(self, *args):
        return self._lock.__exit__(*args)

    def __repr__(self):
        waiting = self._sleeping_count._semlock._get_value() - self._woken_count._semlock._get_value()
        return f"<{type(self).__name__}({self._lock}, {waiting})>"

    def wait(self, timeout=None):
        """Gives the lock up until notified; False when the time was up."""
        assert self._lock._semlock._is_mine(), "must acquire() condition before using wait()"
        self._sleeping_count.release()
        count = self._lock._semlock._count()
        for _ in range(count):
            self._lock.release()
        try:
            return self._wait_semaphore.acquire(True, timeout)
        finally:
            self._woken_count.release()
            for _ in range(count):
                self._lock.acquire()

    def notify(self, n=1):
        assert self._lock._semlock._is_mine(), "lock is not owned"
        # Some have woken by themselves because their time was up: they are not counted twice.
        while self._woken_count.acquire(False):
            self._sleeping_count.acquire(False)
        sleepers = 0
        while sleepers < n and self._sleeping_count.acquire(False):
            self._wait_semaphore.release()
            sleepers += 1
        if sleepers:
            for _ in range(sleepers):
                self._woken_count.acquire()
            while self._wait_semaphore.acquire(False):
                pass

    def notify_all(self):
        self.notify(SEM_VALUE_MAX)

    def wait_for(self, predicate, timeout=None):
        """Waits until the predicate is true; gives its last value."""
        result = predicate()
        until = None if timeout is None else _time() + timeout
        while not result:
            left = None if until is None else until - _time()
            if left is not None and left <= 0:
                break
            self.wait(left)
            result = predicate()
        return result


class Event:
    """A flag that processes wait for."""

    def __init__(self, *, ctx):
        self._cond = ctx.Condition(ctx.Lock())
        self._flag = ctx.Semaphore(0)

    def is_set(self):
        with self._cond:
            if self._flag.acquire(False):
                self._flag.release()
                return True
            return False

    def set(self):
        with self._cond:
            self._flag.acquire(False)
            self._flag.release()
            self._cond.notify_all()

    def clear(self):
        with self._cond:
            self._flag.acquire(False)

    def wait(self, timeout=None):
        with self._cond:
            if self._flag.acquire(False):
                self._flag.release()
            else:
                self._cond.wait(timeout)
            if self._flag.acquire(False):
                self._flag.release()
                return True
            return False

    if _primitives_tell_state:

        def __repr__(self):
            return f"<{type(self).__qualname__} at {id(self):#x} {'set' if self.is_set() else 'unset'}>"


class Barrier(threading.Barrier):
    """A barrier whose state lies in memory that all processes share."""

    def __init__(self, parties, action=None, timeout=None, *, ctx):
        self._pages = SharedPages(16)
        self.__setstate__((parties, action, timeout, ctx.Condition(), None))

    def __getstate__(self):
        return self._parties, self._action, self._timeout, self._cond, self._pages.handle

    def __setstate__(self, state):
        self._parties, self._action, self._timeout, self._cond, handle = state
        if handle is not None:
            self._pages = _map_again(handle)

    def _number(self, offset):
        return int.from_bytes(self._pages.read(offset, 8), "little", signed=True)

    def _set_number(self, offset, value):
        self._pages.write(offset, value.to_bytes(8, "little", signed=True))

    _state = property(lambda self: _states[self._number(0)], lambda self, value: self._set_number(0, _states.index(value)))
    _inside = property(lambda self: self._number(8), lambda self, value: self._set_number(8, value))


_states = "filling", "draining", "resetting", "broken"
