"""Locks, events, conditions, semaphores and barriers between tasks."""

from _collections import deque
from asyncio import events, exceptions

__all__ = ["Lock", "Event", "Condition", "Semaphore", "BoundedSemaphore"]


class _Bound:
    """Belongs to the loop in which it first had to wait."""

    _loop = None

    if not _has_groups:

        def __init__(self, *, loop=None):
            if loop is not None:
                raise TypeError(f"As of 3.10, the *loop* parameter was removed from {type(self).__name__}() since it is no longer necessary")

    def _get_loop(self):
        loop = events.get_running_loop()
        if self._loop is None:
            self._loop = loop
        if loop is not self._loop:
            raise RuntimeError(f"{self!r} is bound to a different event loop")
        return loop

    def _show(self, state):
        waiters = getattr(self, "_waiters", None)
        if waiters:
            state = f"{state}, waiters:{len(waiters)}"
        return f"<{object.__repr__(self)[1:-1]} [{state}]>"


class _Entered(_Bound):
    """Taken and given back by `async with`."""

    async def __aenter__(self):
        await self.acquire()
        return None

    async def __aexit__(self, exc_type, exc, tb):
        self.release()


class Lock(_Entered):
    """Held by one task at a time; those that wait get it in the order in which they came."""

    def __init__(self):
        self._waiters = None
        self._locked = False

    def __repr__(self):
        return self._show("locked" if self._locked else "unlocked")

    def locked(self):
        return self._locked

    async def acquire(self):
        if not self._locked and (self._waiters is None or all(waiter.cancelled() for waiter in self._waiters)):
            self._locked = True
            return True
        if self._waiters is None:
            self._waiters = deque()
        waiter = self._get_loop().create_future()
        self._waiters.append(waiter)
        try:
            try:
                await waiter
            finally:
                self._waiters.remove(waiter)
        except exceptions.CancelledError:
            if not self._locked:
                self._wake_first()
            raise
        self._locked = True
        return True

    def release(self):
        if not self._locked:
            raise RuntimeError("Lock is not acquired.")
        self._locked = False
        self._wake_first()

    def _wake_first(self):
        if not self._waiters:
            return
        first = self._waiters[0]
        if not first.done():
            first.set_result(True)


class Event(_Bound):
    """A flag to wait for."""

    def __init__(self):
        self._waiters = deque()
        self._value = False

    def __repr__(self):
        return self._show("set" if self._value else "unset")

    def is_set(self):
        return self._value

    def set(self):
        if not self._value:
            self._value = True
            for waiter in self._waiters:
                if not waiter.done():
                    waiter.set_result(True)

    def clear(self):
        self._value = False

    async def wait(self):
        if self._value:
            return True
        waiter = self._get_loop().create_future()
        self._waiters.append(waiter)
        try:
            await waiter
            return True
        finally:
            self._waiters.remove(waiter)


class Condition(_Entered):
    """Tasks wait for others to say that something has changed."""

    def __init__(self, lock=None):
        if lock is None:
            lock = Lock()
        self._lock = lock
        self.locked = lock.locked
        self.acquire = lock.acquire
        self.release = lock.release
        self._waiters = deque()

    def __repr__(self):
        return self._show("locked" if self.locked() else "unlocked")

    async def wait(self):
        """Gives the lock up until notified, then takes it again, whatever happens."""
        if not self.locked():
            raise RuntimeError("cannot wait on un-acquired lock")
        waiter = self._get_loop().create_future()
        self.release()
        try:
            try:
                self._waiters.append(waiter)
                try:
                    await waiter
                    return True
                finally:
                    self._waiters.remove(waiter)
            finally:
                cancelled = None
                while True:
                    try:
                        await self.acquire()
                        break
                    except exceptions.CancelledError as error:
                        cancelled = error
                if cancelled is not None:
                    try:
                        raise cancelled
                    finally:
                        cancelled = None
        except BaseException:
            if _conditions_pass_on:
                # It may have been notified already: somebody else must hear of it.
                self._notify(1)
            raise

    async def wait_for(self, predicate):
        result = predicate()
        while not result:
            await self.wait()
            result = predicate()
        return result

    def notify(self, n=1):
        if not self.locked():
            raise RuntimeError("cannot notify on un-acquired lock")
        self._notify(n)

    def _notify(self, n):
        for waiter in self._waiters:
            if n <= 0:
                break
            if not waiter.done():
                n -= 1
                waiter.set_result(False)

    def notify_all(self):
        self.notify(len(self._waiters))


class Semaphore(_Entered):
    """A count that waits rather than falls below zero."""

    def __init__(self, value=1):
        if value < 0:
            raise ValueError("Semaphore initial value must be >= 0")
        self._waiters = None
        self._value = value

    def __repr__(self):
        return self._show("locked" if self.locked() else f"unlocked, value:{self._value}")

    def locked(self):
        """Whether acquire() would wait."""
        return self._value == 0 or any(not waiter.cancelled() for waiter in self._waiters or ())

    async def acquire(self):
        if not self.locked():
            self._value -= 1
            return True
        if self._waiters is None:
            self._waiters = deque()
        waiter = self._get_loop().create_future()
        self._waiters.append(waiter)
        try:
            try:
                await waiter
            finally:
                self._waiters.remove(waiter)
        except exceptions.CancelledError:
            if waiter.done() and not waiter.cancelled():
                # It was this one's turn already.
                self._value += 1
            raise
        finally:
            while self._value > 0 and self._wake_next():
                pass
        return True

    def release(self):
        self._value += 1
        self._wake_next()

    def _wake_next(self):
        for waiter in self._waiters or ():
            if not waiter.done():
                self._value -= 1
                waiter.set_result(True)
                return True
        return False


class BoundedSemaphore(Semaphore):
    """A semaphore that is not released more often than acquired."""

    def __init__(self, value=1):
        self._bound_value = value
        super().__init__(value)

    def release(self):
        if self._value >= self._bound_value:
            raise ValueError("BoundedSemaphore released too many times")
        super().release()


if _has_groups:
    __all__.append("Barrier")

    class Barrier(_Bound):
        """Tasks wait until so many have come."""

        def __init__(self, parties):
            if parties < 1:
                raise ValueError("parties must be >= 1" if _queues_shut_down else "parties must be > 0")
            self._cond = Condition()
            self._parties = parties
            # filling, draining, resetting or broken.
            self._state = "filling"
            self._count = 0

        def __repr__(self):
            text = self._state
            if self._state != "broken":
                text += f", waiters:{self.n_waiting}/{self.parties}"
            return f"<{object.__repr__(self)[1:-1]} [{text}]>"

        async def __aenter__(self):
            return await self.wait()

        async def __aexit__(self, *args):
            pass

        async def wait(self):
            async with self._cond:
                await self._cond.wait_for(lambda: self._state not in ("draining", "resetting"))
                if self._state == "broken":
                    raise exceptions.BrokenBarrierError("Barrier aborted")
                try:
                    index = self._count
                    self._count += 1
                    if index + 1 == self._parties:
                        self._state = "draining"
                        self._cond.notify_all()
                    else:
                        await self._cond.wait_for(lambda: self._state != "filling")
                        if self._state in ("broken", "resetting"):
                            raise exceptions.BrokenBarrierError("Abort or reset of barrier")
                    return index
                finally:
                    self._count -= 1
                    if self._count == 0:
                        if self._state in ("resetting", "draining"):
                            self._state = "filling"
                        self._cond.notify_all()

        async def reset(self):
            async with self._cond:
                if self._count > 0:
                    if self._state != "resetting":
                        self._state = "resetting"
                else:
                    self._state = "filling"
                self._cond.notify_all()

        async def abort(self):
            async with self._cond:
                self._state = "broken"
                self._cond.notify_all()

        parties = property(lambda self: self._parties)
        n_waiting = property(lambda self: self._count if self._state == "filling" else 0)
        broken = property(lambda self: self._state == "broken")
