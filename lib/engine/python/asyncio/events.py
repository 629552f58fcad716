"""Callbacks that are scheduled, and which loop runs in which thread."""

import contextvars
import threading
from _thread import get_ident
from asyncio import coroutines

__all__ = ["AbstractEventLoop", "AbstractServer", "Handle", "TimerHandle", "get_event_loop_policy", "set_event_loop_policy",
           "get_event_loop", "set_event_loop", "new_event_loop", "_set_running_loop", "get_running_loop", "_get_running_loop"]


# Frames that debug mode keeps of where something was made.
_DEBUG_DEPTH = 10
# Whether a loop was ever in debug mode: while none was, nothing else is asked of each future and callback.
_debugs = False


def _where_made():
    """The frames of the program that are running, the innermost last; those of the library are not shown."""
    import sys
    import traceback

    try:
        frame = sys._getframe(0)
    except ValueError:
        # A thread in which only the library runs.
        return None
    stack = traceback.StackSummary.extract(traceback.walk_stack(frame), limit=_DEBUG_DEPTH, lookup_lines=False)
    stack.reverse()
    return stack


def _place_made(made):
    """What debug mode adds to the repr of something."""
    return [f"created at {made._source_traceback[-1][0]}:{made._source_traceback[-1][1]}"] if made._source_traceback else []


class Handle:
    """A callback that will be called soon."""

    __slots__ = ("_callback", "_args", "_cancelled", "_loop", "_context", "_source_traceback", "_repr", "__weakref__")

    def __init__(self, callback, args, loop, context=None):
        self._context = contextvars.copy_context() if context is None else context
        self._loop = loop
        self._callback = callback
        self._args = args
        self._cancelled = False
        self._repr = None
        self._source_traceback = _where_made() if _debugs and loop.get_debug() else None

    def _info(self):
        info = [self.__class__.__name__]
        if self._cancelled:
            info.append("cancelled")
        if self._callback is not None:
            info.append(coroutines.describe_call(self._callback, self._args, self._loop.get_debug()))
        return info + _place_made(self)

    def __repr__(self):
        return f"<{' '.join(self._info())}>" if self._repr is None else self._repr

    if _has_eager:

        def get_context(self):
            return self._context

    def cancel(self):
        """The callback will not be called."""
        if not self._cancelled:
            self._cancelled = True
            if _debugs and self._loop.get_debug():
                # What it was about is told of later.
                self._repr = repr(self)
            self._callback = None
            self._args = None

    def cancelled(self):
        return self._cancelled

    def _run(self):
        try:
            self._context.run(self._callback, *self._args)
        except (SystemExit, KeyboardInterrupt):
            raise
        except BaseException as error:
            call = coroutines.describe_call(self._callback, self._args, self._loop.get_debug())
            context = {"message": f"Exception in callback {call}", "exception": error, "handle": self}
            if self._source_traceback:
                context["source_traceback"] = self._source_traceback
            self._loop.call_exception_handler(context)
        # Whatever the callback holds must not live on through a traceback.
        self = None


class TimerHandle(Handle):
    """A callback that will be called at a time."""

    __slots__ = ("_scheduled", "_when")

    def __init__(self, when, callback, args, loop, context=None):
        super().__init__(callback, args, loop, context)
        self._when = when
        self._scheduled = False

    def _info(self):
        info = super()._info()
        info.insert(2 if self._cancelled else 1, f"when={self._when}")
        return info

    def __hash__(self):
        return hash(self._when)

    def __lt__(self, other):
        return self._when < other._when if isinstance(other, TimerHandle) else NotImplemented

    def __le__(self, other):
        return self._when <= other._when if isinstance(other, TimerHandle) else NotImplemented

    def __gt__(self, other):
        return self._when > other._when if isinstance(other, TimerHandle) else NotImplemented

    def __ge__(self, other):
        return self._when >= other._when if isinstance(other, TimerHandle) else NotImplemented

    def __eq__(self, other):
        if not isinstance(other, TimerHandle):
            return NotImplemented
        return (self._when, self._callback, self._args, self._cancelled) == (other._when, other._callback, other._args, other._cancelled)

    def cancel(self):
        if not self._cancelled:
            self._loop._timer_handle_cancelled(self)
        super().cancel()

    def when(self):
        return self._when


class AbstractServer:
    """What start_server gives."""


class AbstractEventLoop:
    """What every loop can do."""


_running = {}


def _get_running_loop():
    return _running.get(get_ident())


def _set_running_loop(loop):
    if loop is None:
        _running.pop(get_ident(), None)
    else:
        _running[get_ident()] = loop


def get_running_loop():
    """The loop that runs in this thread."""
    loop = _running.get(get_ident())
    if loop is None:
        raise RuntimeError("no running event loop")
    return loop


class AbstractEventLoopPolicy:
    """Which loop belongs to the thread that asks, and how loops are made."""

    def get_event_loop(self):
        raise NotImplementedError

    def set_event_loop(self, loop):
        raise NotImplementedError

    def new_event_loop(self):
        raise NotImplementedError


class DefaultEventLoopPolicy(AbstractEventLoopPolicy):
    """Keeps a loop for each thread; the main thread may get one made."""

    def __init__(self):
        self._loops = {}
        self._was_set = set()

    def get_event_loop(self):
        ident = get_ident()
        loop = self._loops.get(ident)
        if loop is None and _loops_on_demand != "never" and ident not in self._was_set and threading.current_thread() is threading.main_thread():
            if _loops_on_demand == "with-warning":
                import warnings

                warnings.warn("There is no current event loop", DeprecationWarning, stacklevel=3)
            loop = self.new_event_loop()
            self.set_event_loop(loop)
        if loop is None:
            raise RuntimeError("There is no current event loop in thread %r." % threading.current_thread().name)
        return loop

    def set_event_loop(self, loop):
        if loop is not None and not isinstance(loop, AbstractEventLoop):
            raise TypeError(f"loop must be an instance of AbstractEventLoop or None, not '{type(loop).__name__}'")
        ident = get_ident()
        self._was_set.add(ident)
        if loop is None:
            self._loops.pop(ident, None)
        else:
            self._loops[ident] = loop

    def new_event_loop(self):
        from asyncio.base_events import SelectorEventLoop

        return SelectorEventLoop()


DefaultEventLoopPolicy.__name__ = DefaultEventLoopPolicy.__qualname__ = "_UnixDefaultEventLoopPolicy"
DefaultEventLoopPolicy.__module__ = "asyncio.unix_events"
_policy = DefaultEventLoopPolicy()


def get_event_loop_policy():
    return _policy


def set_event_loop_policy(policy):
    global _policy
    if policy is not None and not isinstance(policy, AbstractEventLoopPolicy):
        raise TypeError(f"policy must be an instance of AbstractEventLoopPolicy or None, not '{type(policy).__name__}'")
    _policy = DefaultEventLoopPolicy() if policy is None else policy


def get_event_loop():
    """The loop that runs, or the one that was set for this thread."""
    loop = _running.get(get_ident())
    return loop if loop is not None else _policy.get_event_loop()


def set_event_loop(loop):
    _policy.set_event_loop(loop)


def new_event_loop():
    return _policy.new_event_loop()
