"""A queue without bound and without tasks."""

import threading
from _collections import deque
from types import GenericAlias


class Empty(Exception):
    """get() without waiting found nothing."""


class SimpleQueue:
    """First in, first out; put() never waits."""

    __slots__ = ("_queue", "_count", "__weakref__")

    def __init__(self):
        self._queue = deque()
        self._count = threading.Semaphore(0)

    def put(self, item, block=True, timeout=None):
        self._queue.append(item)
        self._count.release()

    def get(self, block=True, timeout=None):
        if timeout is not None and timeout < 0:
            raise ValueError("'timeout' must be a non-negative number")
        if not self._count.acquire(block, timeout if block else None):
            raise Empty
        return self._queue.popleft()

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
