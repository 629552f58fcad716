"""Threads at their lowest: a function that starts one, and locks."""

import sys


def _run(function, args, kwargs):
    try:
        function(*args, **kwargs)
    except SystemExit:
        pass
    except BaseException as error:
        _report(error, function)


@_builtin
def start_new_thread(function, args, kwargs={}, /):
    """Starts a thread that calls the function, and gives its identifier."""
    if not callable(function):
        raise TypeError("first arg must be callable")
    if not isinstance(args, tuple):
        raise TypeError("2nd arg must be a tuple")
    if not isinstance(kwargs, dict):
        raise TypeError("optional 3rd arg must be a dictionary")
    return _start(_run, (function, args, kwargs), _ThreadHandle())


@_builtin
def exit():
    raise SystemExit


@_builtin
def interrupt_main(signum=2, /):
    """Acts in the main thread as if a signal had come; nothing where it is ignored or left to its default."""
    import signal

    if not 1 <= signum < signal.NSIG:
        raise ValueError("signal number out of range")
    if callable(signal.getsignal(signum)):
        signal.raise_signal(signum)


start_new = start_new_thread
exit_thread = exit
allocate = allocate_lock


class _ExceptHookArgs(tuple):
    """What threading.excepthook is called with."""

    exc_type = property(lambda self: self[0])
    exc_value = property(lambda self: self[1])
    exc_traceback = property(lambda self: self[2])
    thread = property(lambda self: self[3])

    def __repr__(self):
        return "_thread._ExceptHookArgs(exc_type=%r, exc_value=%r, exc_traceback=%r, thread=%r)" % tuple(self)


_ExceptHookArgs.__name__ = _ExceptHookArgs.__qualname__ = "_ExceptHookArgs"


@_builtin
def _excepthook(args, /):
    """Writes an exception that ended a thread to stderr."""
    if type(args) is not _ExceptHookArgs:
        raise TypeError("_thread.excepthook argument type must be ExceptHookArgs")
    if args.exc_type is SystemExit:
        return
    name = args.thread.name if args.thread is not None else str(get_ident())
    _write_exception(f"Exception in thread {name}:\n", args.exc_value)


del _builtin, _seal
