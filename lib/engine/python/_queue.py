"""A queue without bound and without tasks."""

from _collections import deque
from _thread import allocate_lock
from time import monotonic
from types import GenericAlias


class Empty(Exception):
    """get() without waiting found nothing."""


class SimpleQueue:
    """First in, first out; put() never waits."""

    # Each get that must wait has a lock of its own among the waiters. Nothing is held while an item is put, since __del__ of
    # something may put one in the middle of it; each look at the items or at the waiters is one step.
    __slots__ = ("_queue", "_waiters", "__weakref__")

    def __init__(self):
        self._queue = deque()
        self._waiters = deque()

    def _wake(self):
        try:
            waiter = self._waiters.popleft()
        except IndexError:
            return
        waiter.release()

    def put(self, item, block=True, timeout=None):
        self._queue.append(item)
        if self._waiters:
            self._wake()

    def get(self, block=True, timeout=None):
        until = None
        if block and timeout is not None:
            if timeout < 0:
                raise ValueError("'timeout' must be a non-negative number")
            until = monotonic() + timeout
        while True:
            try:
                return self._queue.popleft()
            except IndexError:
                pass
            if not block or until is not None and not self._wait(max(0, until - monotonic())):
                raise Empty
            if until is None:
                self._wait(-1)

    def _wait(self, timeout):
        """Until there may be an item. False when the time is over and nobody woke this one."""
        waiter = allocate_lock()
        waiter.acquire()
        self._waiters.append(waiter)
        try:
            return bool(self._queue) or waiter.acquire(True, timeout)
        finally:
            # It was woken; if by an item that another one has to take, that one hears of it.
            if not self._leave(waiter) and self._queue:
                self._wake()

    def _leave(self, waiter):
        """Whether this one was still waiting."""
        if waiter in self._waiters:
            try:
                self._waiters.remove(waiter)
                return True
            except ValueError:
                # Woken meanwhile.
                pass
        return False

    def put_nowait(self, item):
        return self.put(item)

    def get_nowait(self):
        return self.get(block=False)

    def empty(self):
        return len(self._queue) == 0

    def qsize(self):
        return len(self._queue)

    __class_getitem__ = classmethod(GenericAlias)


_seal(SimpleQueue, 56)
del _builtin, _seal
