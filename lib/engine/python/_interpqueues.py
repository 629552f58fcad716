"""Queues that all interpreters of a process know."""

from _interpreters import NotShareableError

_queue_type = None
_Empty = _Full = None


class QueueError(Exception):
    """Raised for an operation on a queue."""


class QueueNotFoundError(QueueError):
    """There is no such queue."""


def _register_heap_types(queue, empty, full):
    """The classes that stand for queues in this interpreter, and what is raised."""
    global _queue_type, _Empty, _Full
    _queue_type, _Empty, _Full = queue, empty, full


def _look_up(id):
    found = _state(id)
    if found is None:
        raise QueueNotFoundError(f"queue {id} not found")
    return found


def create(maxsize, unboundop, fallback=-1):
    return _create(maxsize, unboundop)


def list_all():
    return [(id, _look_up(id)[2], -1) for id in _ids()]


def bind(id):
    _look_up(id)
    _bind(id, 1)


def release(id):
    _look_up(id)
    _bind(id, -1)


def get_maxsize(id):
    return _look_up(id)[0]


def get_count(id):
    return _look_up(id)[1]


def get_queue_defaults(id):
    return (_look_up(id)[2], -1)


def is_full(id):
    """By the count alone: an empty queue without a bound is full too (as in CPython)."""
    most, count, _ = _look_up(id)
    return count == most


def put(id, obj, unboundop=-1, fallback=-1):
    most, count, unbound = _look_up(id)
    if 0 < most <= count:
        raise _Full(f"queue {id} is full")
    if not _put(id, obj, unbound if unboundop < 0 else unboundop):
        raise NotShareableError(f"{obj!r} does not support cross-interpreter data")


def get(id):
    """The first item and None; or None and what becomes of it, since its interpreter has ended."""
    _look_up(id)
    found = _get(id)
    if found is None:
        raise _Empty(f"queue {id} is empty")
    data, unboundop = found
    return (data.open(), unboundop)
