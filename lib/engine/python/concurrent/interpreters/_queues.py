"""Queues between interpreters."""

import queue
import time
import weakref
import _interpqueues as _queues
from _interpqueues import QueueError, QueueNotFoundError
from concurrent.interpreters import _crossinterp
from concurrent.interpreters._crossinterp import UNBOUND_ERROR, UNBOUND_REMOVE

__all__ = ["UNBOUND", "UNBOUND_ERROR", "UNBOUND_REMOVE", "create", "list_all", "Queue", "QueueError", "QueueNotFoundError",
           "QueueEmpty", "QueueFull", "ItemInterpreterDestroyed"]


class QueueEmpty(QueueError, queue.Empty):
    """Nothing is there to get."""


class QueueFull(QueueError, queue.Full):
    """There is no room to put something."""


class ItemInterpreterDestroyed(QueueError, _crossinterp.ItemInterpreterDestroyed):
    """The interpreter that put the item is gone."""


UNBOUND = _crossinterp.singleton("queue", __name__)
_FLAGS = {UNBOUND_REMOVE: 1, UNBOUND_ERROR: 2, UNBOUND: 3}


def _flag(unbounditems):
    try:
        return _FLAGS[unbounditems]
    except KeyError:
        raise NotImplementedError(f"unsupported unbound replacement op {unbounditems!r}")


def _resolved(flag):
    if flag == 2:
        raise ItemInterpreterDestroyed("item's original interpreter destroyed")
    return UNBOUND


def create(maxsize=0, *, unbounditems=UNBOUND):
    """A new queue."""
    made = Queue(_queues.create(maxsize, _flag(unbounditems), -1))
    made._unbound = unbounditems
    return made


def list_all():
    return [Queue(id) for id, _, _ in _queues.list_all()]


_known_queues = weakref.WeakValueDictionary()


class Queue:
    """A queue that interpreters hand objects over by: one object stands for it in each."""

    def __new__(cls, id, /):
        if not isinstance(id, int):
            raise TypeError(f"id must be an int, got {id!r}")
        id = int(id)
        try:
            return _known_queues[id]
        except KeyError:
            self = super().__new__(cls)
        self._id = id
        _known_queues[id] = self
        _queues.bind(id)
        return self

    def __del__(self, release=_queues.release, missing=QueueNotFoundError, known=_known_queues):
        try:
            release(self._id)
        except missing:
            pass
        known.pop(self._id, None)

    def __repr__(self):
        return f"{type(self).__name__}({self.id})"

    def __hash__(self):
        return hash(self._id)

    def __reduce__(self):
        return (type(self), (self._id,))

    @property
    def id(self):
        return self._id

    @property
    def unbounditems(self):
        if not hasattr(self, "_unbound"):
            flag, _ = _queues.get_queue_defaults(self._id)
            self._unbound = next(items for items, known in _FLAGS.items() if known == flag)
        return self._unbound

    @property
    def maxsize(self):
        return _queues.get_maxsize(self._id)

    def empty(self):
        return self.qsize() == 0

    def full(self):
        return _queues.is_full(self._id)

    def qsize(self):
        return _queues.get_count(self._id)

    def put(self, obj, block=True, timeout=None, *, unbounditems=None, _delay=10 / 1000):
        """Adds an object, and waits while the queue is full: it looks again every hundredth of a second."""
        _patiently(QueueFull, block, timeout, _delay, lambda: self.put_nowait(obj, unbounditems=unbounditems))

    def put_nowait(self, obj, *, unbounditems=None):
        _queues.put(self._id, obj, -1 if unbounditems is None else _flag(unbounditems))

    def get(self, block=True, timeout=None, *, _delay=10 / 1000):
        """The next object; waits while the queue is empty."""
        return _patiently(QueueEmpty, block, timeout, _delay, self.get_nowait)

    def get_nowait(self):
        obj, unbound = _queues.get(self._id)
        return obj if unbound is None else _resolved(unbound)


def _patiently(unready, block, timeout, delay, attempt):
    """Tries until it succeeds or the time, in whole seconds, is up."""
    if not block:
        return attempt()
    end = None
    if timeout is not None:
        timeout = int(timeout)
        if timeout < 0:
            raise ValueError("timeout value must be non-negative")
        end = time.time() + timeout
    while True:
        try:
            return attempt()
        except unready:
            if end is not None and time.time() >= end:
                raise
        time.sleep(delay)


_queues._register_heap_types(Queue, QueueEmpty, QueueFull)
