"""Threads as objects, and what they wait for one another with."""

import sys
import _thread
from _thread import RLock as _CRLock
from _thread import TIMEOUT_MAX, get_ident, get_native_id, stack_size
from _thread import _ExceptHookArgs as ExceptHookArgs
from _thread import _excepthook as excepthook
from _thread import _local as local
from _thread import _ThreadHandle, allocate_lock
from _collections import deque as _deque
from itertools import count as _count
from time import monotonic as _time

__all__ = ["get_ident", "active_count", "Condition", "current_thread", "enumerate", "main_thread", "TIMEOUT_MAX",
           "Event", "Lock", "RLock", "Semaphore", "BoundedSemaphore", "Thread", "Barrier", "BrokenBarrierError", "Timer",
           "ThreadError", "setprofile", "settrace", "local", "stack_size", "excepthook", "ExceptHookArgs", "gettrace",
           "getprofile"]
if _shares_iterators:
    __all__ += ["serialize_iterator", "synchronized_iterator", "concurrent_tee"]
if _traces_all_threads:
    __all__ += ["setprofile_all_threads", "settrace_all_threads"]
__all__.append("get_native_id")

ThreadError = RuntimeError
__excepthook__ = excepthook
Lock = _thread.lock if _lock_is_class else allocate_lock
_profile_hook = None
_trace_hook = None
_threads = {}
_exit_functions = []
_shutting_down = False


if _rlock_arguments == "refused":

    def RLock():
        """A lock that its owner may take again."""
        return _CRLock()
else:

    def RLock(*args, **kwargs):
        """A lock that its owner may take again; arguments mean nothing."""
        if (args or kwargs) and _rlock_arguments == "deprecated":
            import warnings
            message = "Passing arguments to RLock is deprecated and will be removed in 3.15"
            warnings.warn(message, DeprecationWarning, stacklevel=2)
        return _CRLock(*args, **kwargs)


def setprofile(func):
    """The profile function of threads that start from now on."""
    global _profile_hook
    _profile_hook = func


def getprofile():
    return _profile_hook


def settrace(func):
    """The trace function of threads that start from now on."""
    global _trace_hook
    _trace_hook = func


def gettrace():
    return _trace_hook


if _traces_all_threads:

    def setprofile_all_threads(func):
        setprofile(func)
        _thread._set_all(func, True)

    def settrace_all_threads(func):
        settrace(func)
        _thread._set_all(func, False)


class Condition:
    """Threads wait for others to say that something has changed."""

    def __init__(self, lock=None):
        if lock is None:
            lock = RLock()
        self._lock = lock
        self.acquire = lock.acquire
        self.release = lock.release
        # A lock that knows its owner says so itself, and can be given up however often it was taken.
        for name in ("_release_save", "_acquire_restore", "_is_owned"):
            if hasattr(lock, name):
                setattr(self, name, getattr(lock, name))
        if _locks_tell_all and hasattr(lock, "locked"):
            self.locked = lock.locked
        self._waiters = _deque()

    def __enter__(self):
        return self._lock.__enter__()

    def __exit__(self, *args):
        return self._lock.__exit__(*args)

    def __repr__(self):
        return f"<Condition({self._lock}, {len(self._waiters)})>"

    def _release_save(self):
        self._lock.release()

    def _acquire_restore(self, state):
        self._lock.acquire()

    def _is_owned(self):
        if self._lock.acquire(False):
            self._lock.release()
            return False
        return True

    def wait(self, timeout=None):
        """Gives the lock up until notified; False when the time was up."""
        if not self._is_owned():
            raise RuntimeError("cannot wait on un-acquired lock")
        waiter = allocate_lock()
        waiter.acquire()
        self._waiters.append(waiter)
        state = self._release_save()
        got = False
        try:
            if timeout is None:
                got = waiter.acquire()
            elif timeout > 0:
                got = waiter.acquire(True, timeout)
            else:
                got = waiter.acquire(False)
            return got
        finally:
            self._acquire_restore(state)
            if not got and waiter in self._waiters:
                self._waiters.remove(waiter)

    def wait_for(self, predicate, timeout=None):
        """Waits until the predicate is true; gives its last value."""
        until = None
        left = timeout
        result = predicate()
        while not result:
            if left is not None:
                if until is None:
                    until = _time() + left
                else:
                    left = until - _time()
                    if left <= 0:
                        break
            self.wait(left)
            result = predicate()
        return result

    def notify(self, n=1):
        """Lets so many waiters go on."""
        if not self._is_owned():
            raise RuntimeError("cannot notify on un-acquired lock")
        waiters = self._waiters
        while waiters and n > 0:
            waiter = waiters.popleft()
            waiter.release()
            n -= 1

    def notify_all(self):
        self.notify(len(self._waiters))

    def notifyAll(self):
        import warnings

        warnings.warn("notifyAll() is deprecated, use notify_all() instead", DeprecationWarning, stacklevel=2)
        self.notify_all()


class Semaphore:
    """A count that waits rather than falls below zero."""

    def __init__(self, value=1):
        if value < 0:
            raise ValueError("semaphore initial value must be >= 0")
        self._cond = Condition(Lock())
        self._value = value

    if _primitives_tell_state:

        def __repr__(self):
            cls = type(self)
            return f"<{cls.__module__}.{cls.__qualname__} at {id(self):#x}: value={self._value}>"

    def acquire(self, blocking=True, timeout=None):
        if not blocking and timeout is not None:
            raise ValueError("can't specify timeout for non-blocking acquire")
        until = None
        with self._cond:
            while self._value == 0:
                if not blocking:
                    return False
                if timeout is not None:
                    if until is None:
                        until = _time() + timeout
                    else:
                        timeout = until - _time()
                        if timeout <= 0:
                            return False
                self._cond.wait(timeout)
            self._value -= 1
        return True

    def __enter__(self, blocking=True, timeout=None):
        return self.acquire(blocking, timeout)

    def release(self, n=1):
        if n < 1:
            raise ValueError("n must be one or more")
        with self._cond:
            self._value += n
            self._cond.notify(n)

    def __exit__(self, t, v, tb):
        self.release()


class BoundedSemaphore(Semaphore):
    """A semaphore that is not released more often than acquired."""

    def __init__(self, value=1):
        super().__init__(value)
        self._initial_value = value

    if _primitives_tell_state:

        def __repr__(self):
            cls = type(self)
            return f"<{cls.__module__}.{cls.__qualname__} at {id(self):#x}: value={self._value}/{self._initial_value}>"

    def release(self, n=1):
        if n < 1:
            raise ValueError("n must be one or more")
        with self._cond:
            if self._value + n > self._initial_value:
                raise ValueError("Semaphore released too many times")
            self._value += n
            self._cond.notify(n)


class Event:
    """A flag to wait for."""

    def __init__(self):
        self._cond = Condition(Lock())
        self._flag = False

    if _primitives_tell_state:

        def __repr__(self):
            cls = type(self)
            status = "set" if self._flag else "unset"
            return f"<{cls.__module__}.{cls.__qualname__} at {id(self):#x}: {status}>"

    def is_set(self):
        return self._flag

    def isSet(self):
        import warnings

        warnings.warn("isSet() is deprecated, use is_set() instead", DeprecationWarning, stacklevel=2)
        return self.is_set()

    def set(self):
        with self._cond:
            self._flag = True
            self._cond.notify_all()

    def clear(self):
        with self._cond:
            self._flag = False

    def wait(self, timeout=None):
        with self._cond:
            signaled = self._flag
            if not signaled:
                signaled = self._cond.wait(timeout)
            return signaled


class BrokenBarrierError(RuntimeError):
    pass


class Barrier:
    """Threads wait until so many have come."""

    def __init__(self, parties, action=None, timeout=None):
        if _barrier_refusal and parties < 1:
            raise ValueError(_barrier_refusal)
        self._cond = Condition(Lock())
        self._action = action
        self._timeout = timeout
        self._parties = parties
        # filling, draining, resetting or broken.
        self._state = "filling"
        self._inside = 0

    if _primitives_tell_state:

        def __repr__(self):
            cls = type(self)
            if self.broken:
                return f"<{cls.__module__}.{cls.__qualname__} at {id(self):#x}: broken>"
            return f"<{cls.__module__}.{cls.__qualname__} at {id(self):#x}: waiters={self.n_waiting}/{self.parties}>"

    def wait(self, timeout=None):
        """Waits for the others; each gets a number of its own."""
        if timeout is None:
            timeout = self._timeout
        with self._cond:
            while self._state in ("draining", "resetting"):
                self._cond.wait()
            if self._state == "broken":
                raise BrokenBarrierError
            index = self._inside
            self._inside += 1
            try:
                if index + 1 == self._parties:
                    self._open()
                else:
                    self._stay(timeout)
                return index
            finally:
                self._inside -= 1
                self._left()

    def _open(self):
        try:
            if self._action:
                self._action()
            self._state = "draining"
            self._cond.notify_all()
        except BaseException:
            self._break()
            raise

    def _stay(self, timeout):
        if not self._cond.wait_for(lambda: self._state != "filling", timeout):
            self._break()
            raise BrokenBarrierError
        if self._state in ("broken", "resetting"):
            raise BrokenBarrierError

    def _left(self):
        if self._inside == 0 and self._state in ("draining", "resetting"):
            self._state = "filling"
            self._cond.notify_all()

    def _break(self):
        self._state = "broken"
        self._cond.notify_all()

    def reset(self):
        """Sends those who wait away, and starts anew."""
        with self._cond:
            if self._inside > 0:
                if self._state in ("filling", "broken"):
                    self._state = "resetting"
            else:
                self._state = "filling"
            self._cond.notify_all()

    def abort(self):
        with self._cond:
            self._break()

    parties = property(lambda self: self._parties)
    n_waiting = property(lambda self: self._inside if self._state == "filling" else 0)
    broken = property(lambda self: self._state == "broken")


_counter = _count(1).__next__


def _new_name(template="Thread-%d"):
    return template % _counter()


class Thread:
    """An activity of its own in the same memory."""

    _initialized = False

    def __init__(self, group=None, target=None, name=None, args=(), kwargs=None, *, daemon=None, **more):
        if _threads_take_context:
            self._context = more.pop("context", None)
        if more:
            raise TypeError(f"Thread.__init__() got an unexpected keyword argument '{next(iter(more))}'")
        assert group is None, "group argument must be None for now"
        if name:
            name = str(name)
        else:
            name = _new_name()
            if target is not None:
                try:
                    name += f" ({target.__name__})"
                except AttributeError:
                    pass
        self._target = target
        self._name = name
        self._args = args
        self._kwargs = {} if kwargs is None else kwargs
        if daemon and not _daemon_threads_allowed():
            raise RuntimeError("daemon threads are disabled in this (sub)interpreter")
        self._daemonic = daemon if daemon is not None else current_thread().daemon
        for module, hook in ("threading", excepthook), ("sys", sys.excepthook):
            if hook is None:
                raise RuntimeError(f"{module}.excepthook is None")
        self._ident = None
        self._native_id = None
        if _lock_is_class:
            self._handle = _ThreadHandle()
            self._started = Event()
        else:
            # In this order, which pickling goes by.
            self._started = Event()
            self._handle = _ThreadHandle()
        self._initialized = True

    def __repr__(self):
        assert self._initialized, "Thread.__init__() was not called"
        status = "initial"
        if self._started.is_set():
            status = "started"
        if self._handle.is_done():
            status = "stopped"
        if self._daemonic:
            status += " daemon"
        if self._ident is not None:
            status += " %s" % self._ident
        return "<%s(%s, %s)>" % (self.__class__.__name__, self._name, status)

    def start(self):
        """Begins the activity; comes back when it has begun."""
        if not self._initialized:
            raise RuntimeError("thread.__init__() not called")
        if self._started.is_set():
            raise RuntimeError("threads can only be started once")
        if _threads_take_context and self._context is None and _inherits_context:
            import contextvars

            self._context = contextvars.copy_context()
        _thread._start(_bootstrap, (self,), self._handle)
        self._started.wait()

    def run(self):
        """What the thread does: calls the target."""
        try:
            if self._target is not None:
                self._target(*self._args, **self._kwargs)
        finally:
            # So that no cycle through the arguments outlives the run.
            del self._target, self._args, self._kwargs

    def join(self, timeout=None):
        """Waits for the end, at most so many seconds."""
        if not self._initialized:
            raise RuntimeError("Thread.__init__() not called")
        if not self._started.is_set():
            raise RuntimeError("cannot join thread before it is started")
        if self is current_thread():
            raise RuntimeError("cannot join current thread")
        if timeout is None:
            self._handle.join()
        else:
            self._handle.join(max(timeout, 0))

    @property
    def name(self):
        assert self._initialized, "Thread.__init__() not called"
        return self._name

    @name.setter
    def name(self, name):
        assert self._initialized, "Thread.__init__() not called"
        self._name = str(name)

    @property
    def ident(self):
        assert self._initialized, "Thread.__init__() not called"
        return self._ident

    @property
    def native_id(self):
        assert self._initialized, "Thread.__init__() not called"
        return self._native_id

    def is_alive(self):
        assert self._initialized, "Thread.__init__() not called"
        return self._started.is_set() and not self._handle.is_done()

    @property
    def daemon(self):
        assert self._initialized, "Thread.__init__() not called"
        return self._daemonic

    @daemon.setter
    def daemon(self, daemonic):
        if not self._initialized:
            raise RuntimeError("Thread.__init__() not called")
        if self._started.is_set():
            raise RuntimeError("cannot set daemon status of active thread")
        if daemonic and not _daemon_threads_allowed():
            raise RuntimeError("daemon threads are disabled in this interpreter")
        self._daemonic = daemonic

    def isDaemon(self):
        import warnings

        warnings.warn("isDaemon() is deprecated, get the daemon attribute instead", DeprecationWarning, stacklevel=2)
        return self.daemon

    def setDaemon(self, daemonic):
        import warnings

        warnings.warn("setDaemon() is deprecated, set the daemon attribute instead", DeprecationWarning, stacklevel=2)
        self.daemon = daemonic

    def getName(self):
        import warnings

        warnings.warn("getName() is deprecated, get the name attribute instead", DeprecationWarning, stacklevel=2)
        return self.name

    def setName(self, name):
        import warnings

        warnings.warn("setName() is deprecated, set the name attribute instead", DeprecationWarning, stacklevel=2)
        self.name = name


def _bootstrap(thread):
    """What a new thread runs: all of its life."""
    ident = get_ident()
    try:
        thread._ident = ident
        thread._native_id = get_native_id()
        _threads[ident] = thread
        _thread._name_thread(thread._name)
        thread._started.set()
        if _trace_hook:
            sys.settrace(_trace_hook)
        if _profile_hook:
            sys.setprofile(_profile_hook)
        try:
            if _threads_take_context and thread._context is not None:
                thread._context.run(thread.run)
            else:
                thread.run()
        except BaseException as error:
            _tell(thread, error)
    finally:
        _threads.pop(ident, None)


def _tell(thread, error):
    args = ExceptHookArgs((type(error), error, error.__traceback__, thread))
    try:
        hook = excepthook
        if hook is None:
            hook = __excepthook__
        hook(args)
    except Exception as failure:
        args = None
        failure.__suppress_context__ = True
        if sys.stderr is not None:
            print("Exception in threading.excepthook:", file=sys.stderr, flush=True)
        sys.excepthook(type(failure), failure, failure.__traceback__)
    finally:
        args = None


class Timer(Thread):
    """Calls a function after some seconds, unless cancelled."""

    def __init__(self, interval, function, args=None, kwargs=None):
        super().__init__()
        self.interval = interval
        self.function = function
        self.args = args if args is not None else []
        self.kwargs = kwargs if kwargs is not None else {}
        self.finished = Event()

    def cancel(self):
        self.finished.set()

    def run(self):
        self.finished.wait(self.interval)
        if not self.finished.is_set():
            self.function(*self.args, **self.kwargs)
        self.finished.set()


class _MainThread(Thread):
    def __init__(self):
        self._target = None
        self._name = "MainThread"
        self._args = ()
        self._kwargs = {}
        self._daemonic = False
        self._ident = get_ident()
        self._native_id = get_native_id()
        self._handle = _ThreadHandle()
        self._started = Event()
        self._started._flag = True
        self._initialized = True
        _threads[self._ident] = self


class _DummyThread(Thread):
    """Stands for a thread that was not started here."""

    def __init__(self):
        super().__init__(name=_new_name("Dummy-%d"), daemon=_dummies_are_daemons())
        self._started._flag = True
        self._ident = get_ident()
        self._native_id = get_native_id()
        _threads[self._ident] = self

    def is_alive(self):
        return True

    def join(self, timeout=None):
        raise RuntimeError("cannot join a dummy thread")


def _dummies_are_daemons():
    return _daemon_threads_allowed()


def current_thread():
    """The object of the thread that asks."""
    thread = _threads.get(get_ident())
    return thread if thread is not None else _DummyThread()


def currentThread():
    import warnings

    warnings.warn("currentThread() is deprecated, use current_thread() instead", DeprecationWarning, stacklevel=2)
    return current_thread()


def active_count():
    return len(_threads)


def activeCount():
    import warnings

    warnings.warn("activeCount() is deprecated, use active_count() instead", DeprecationWarning, stacklevel=2)
    return active_count()


def enumerate():
    """All threads that live."""
    return list(_threads.values())


def main_thread():
    return _main_thread


def _register_atexit(func, *args, **kwargs):
    """Functions that run before threads are waited for at exit, last first."""
    if _shutting_down:
        raise RuntimeError("can't register atexit after shutdown")
    _exit_functions.append((func, args, kwargs))


def _after_fork():
    """In the child of a fork the calling thread is the only one, and the main one."""
    global _main_thread
    current = _threads.get(get_ident())
    if current is None:
        current = _MainThread()
    for thread in list(_threads.values()):
        if thread is not current:
            thread._handle._set_done()
    _threads.clear()
    _threads[get_ident()] = current
    _main_thread = current


def _shutdown():
    """Waits for all threads but daemons."""
    global _shutting_down
    if _shutting_down:
        return
    _shutting_down = True
    for func, args, kwargs in reversed(_exit_functions):
        func(*args, **kwargs)
    _exit_functions.clear()
    _main_thread._handle._set_done()
    while True:
        waiting = [thread for thread in _threads.values() if thread is not _main_thread and not thread._daemonic]
        if not waiting:
            break
        for thread in waiting:
            thread._handle.join()
        waiting = thread = None


if _shares_iterators:
    class serialize_iterator:
        """Lets several threads share an iterator: one at a time."""

        __slots__ = ("iterator", "lock")

        def __init__(self, iterable):
            self.iterator = iter(iterable)
            self.lock = Lock()

        def __iter__(self):
            return self

        def __next__(self):
            with self.lock:
                return next(self.iterator)

        def send(self, value, /):
            with self.lock:
                return self.iterator.send(value)

        def throw(self, *args):
            with self.lock:
                return self.iterator.throw(*args)

        def close(self):
            with self.lock:
                return self.iterator.close()

    def synchronized_iterator(func):
        """What the generator function makes may be shared by threads."""
        import functools

        @functools.wraps(func)
        def made(*args, **kwargs):
            return serialize_iterator(func(*args, **kwargs))

        return made

    class _Tee:
        __slots__ = ("_iterator", "_lock", "_link")

        def __init__(self, iterator, lock, link):
            self._iterator, self._lock, self._link = iterator, lock, link

        def __iter__(self):
            return self

        def __next__(self):
            with self._lock:
                link = self._link
                if link[1] is None:
                    link[0] = next(self._iterator)
                    link[1] = [None, None]
                value, self._link = link
                return value

    def concurrent_tee(iterable, n=2):
        """So many iterators over one, each for a thread of its own."""
        if n < 0:
            raise ValueError("n must be >= 0")
        iterator, lock, link = iter(iterable), Lock(), [None, None]
        return tuple(_Tee(iterator, lock, link) for _ in range(n))


_main_thread = _MainThread()
