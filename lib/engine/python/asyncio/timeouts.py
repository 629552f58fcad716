"""Blocks that must end in time."""

from asyncio import events, exceptions, tasks

__all__ = ["Timeout", "timeout", "timeout_at"]


class _State:
    """What a block may be in, in the words of its repr."""

    CREATED = "created"
    ENTERED = "active"
    EXPIRING = "expiring"
    EXPIRED = "expired"
    EXITED = "finished"


class Timeout:
    """Cancels the task when the time is up, and turns the cancellation into TimeoutError at the end of the block."""

    def __init__(self, when):
        self._state = _State.CREATED
        self._handle = None
        self._task = None
        self._when = when

    def when(self):
        return self._when

    def reschedule(self, when):
        """Another time; None for never."""
        if self._state is not _State.ENTERED:
            if self._state is _State.CREATED:
                raise RuntimeError("Timeout has not been entered")
            raise RuntimeError(f"Cannot change state of {self._state} Timeout")
        self._when = when
        if self._handle is not None:
            self._handle.cancel()
        if when is None:
            self._handle = None
            return
        loop = events.get_running_loop()
        if when <= loop.time():
            self._handle = loop.call_soon(self._time_up)
        else:
            self._handle = loop.call_at(when, self._time_up)

    def expired(self):
        return self._state in (_State.EXPIRING, _State.EXPIRED)

    def __repr__(self):
        info = [""]
        if self._state is _State.ENTERED:
            when = round(self._when, 3) if self._when is not None else None
            info.append(f"when={when}")
        return f"<Timeout [{self._state}]{' '.join(info)}>"

    async def __aenter__(self):
        if self._state is not _State.CREATED:
            raise RuntimeError("Timeout has already been entered")
        task = tasks.current_task()
        if task is None:
            raise RuntimeError("Timeout should be used inside a task")
        self._state = _State.ENTERED
        self._task = task
        self._before = task.cancelling()
        self.reschedule(self._when)
        return self

    async def __aexit__(self, exc_type, exc_val, exc_tb):
        if self._handle is not None:
            self._handle.cancel()
            self._handle = None
        if self._state is _State.EXPIRING:
            self._state = _State.EXPIRED
            # Requests from elsewhere are not this block's to take back.
            if self._task.uncancel() <= self._before and exc_type is not None:
                if issubclass(exc_type, exceptions.CancelledError):
                    raise TimeoutError from exc_val
                if exc_val is not None and _timeouts_mark_contexts:
                    self._mark(exc_val)
                    if isinstance(exc_val, ExceptionGroup):
                        for error in exc_val.exceptions:
                            self._mark(error)
        elif self._state is _State.ENTERED:
            self._state = _State.EXITED
        return None

    def _time_up(self):
        self._task.cancel()
        self._state = _State.EXPIRING
        self._handle = None

    @staticmethod
    def _mark(error):
        """The cancellation behind an error was this timeout."""
        while error.__context__ is not None:
            if isinstance(error.__context__, exceptions.CancelledError):
                made = TimeoutError()
                made.__context__ = made.__cause__ = error.__context__
                error.__context__ = made
                break
            error = error.__context__


def timeout(delay):
    """A block that is given so many seconds."""
    return Timeout(events.get_running_loop().time() + delay if delay is not None else None)


def timeout_at(when):
    return Timeout(when)
