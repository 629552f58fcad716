"""Events in the order of their times, in one thread."""

import heapq
import itertools
import threading
import time
from _namedtuple import namedtuple
from time import monotonic as _time

__all__ = ["scheduler"]

_NO_KWARGS = object()


class Event(namedtuple("Event", "time, priority, sequence, action, argument, kwargs")):
    """What a scheduler will do; equal and ordered by time, priority and place in the sequence."""

    __slots__ = ()


class scheduler:
    """Runs what was entered, when its time has come."""

    def __init__(self, timefunc=_time, delayfunc=time.sleep):
        self._queue = []
        self._lock = threading.RLock()
        self.timefunc = timefunc
        self.delayfunc = delayfunc
        self._numbers = itertools.count()

    def enterabs(self, time, priority, action, argument=(), kwargs=_NO_KWARGS):
        """Enters an event at a time; gives what `cancel` takes."""
        event = Event(time, priority, next(self._numbers), action, argument, {} if kwargs is _NO_KWARGS else kwargs)
        with self._lock:
            heapq.heappush(self._queue, event)
        return event

    def enter(self, delay, priority, action, argument=(), kwargs=_NO_KWARGS):
        return self.enterabs(self.timefunc() + delay, priority, action, argument, kwargs)

    def cancel(self, event):
        """Takes an event out; ValueError if it is not there."""
        with self._lock:
            self._queue.remove(event)
            heapq.heapify(self._queue)

    def empty(self):
        with self._lock:
            return not self._queue

    def run(self, blocking=True):
        """Runs all events; without blocking those that are due, and gives the time to the next."""
        while True:
            with self._lock:
                if not self._queue:
                    return None
                when, _, _, action, argument, kwargs = self._queue[0]
                now = self.timefunc()
                is_due = when <= now
                if is_due:
                    heapq.heappop(self._queue)
            if is_due:
                action(*argument, **kwargs)
                self.delayfunc(0)
            elif not blocking:
                return when - now
            else:
                self.delayfunc(when - now)

    @property
    def queue(self):
        with self._lock:
            rows = self._queue[:]
        return list(map(heapq.heappop, [rows] * len(rows)))
