"""Signals: what the process does when one comes. Handlers in Python run in the main thread."""

import threading
from enum import IntEnum as _IntEnum

_names = {
    "SIGHUP": 1, "SIGINT": 2, "SIGQUIT": 3, "SIGILL": 4, "SIGTRAP": 5, "SIGABRT": 6, "SIGBUS": 7, "SIGFPE": 8, "SIGKILL": 9,
    "SIGUSR1": 10, "SIGSEGV": 11, "SIGUSR2": 12, "SIGPIPE": 13, "SIGALRM": 14, "SIGTERM": 15, "SIGCHLD": 17, "SIGCONT": 18,
    "SIGSTOP": 19, "SIGTSTP": 20, "SIGTTIN": 21, "SIGTTOU": 22, "SIGURG": 23, "SIGXCPU": 24, "SIGXFSZ": 25, "SIGVTALRM": 26,
    "SIGPROF": 27, "SIGWINCH": 28, "SIGIO": 29, "SIGPWR": 30, "SIGSYS": 31, "SIGRTMIN": 34, "SIGRTMAX": 64,
}
_words = {
    1: "Hangup", 2: "Interrupt", 3: "Quit", 4: "Illegal instruction", 5: "Trace/breakpoint trap", 6: "Aborted", 7: "Bus error",
    8: "Floating point exception", 9: "Killed", 10: "User defined signal 1", 11: "Segmentation fault", 12: "User defined signal 2",
    13: "Broken pipe", 14: "Alarm clock", 15: "Terminated", 17: "Child exited", 18: "Continued", 19: "Stopped (signal)", 20: "Stopped",
}
NSIG = 65
ITIMER_REAL, ITIMER_VIRTUAL, ITIMER_PROF = 0, 1, 2
ItimerError = OSError

Signals = _IntEnum("Signals", _names, module=__name__)
Handlers = _IntEnum("Handlers", {"SIG_DFL": 0, "SIG_IGN": 1}, module=__name__)
globals().update(Signals.__members__)
globals().update(Handlers.__members__)
SIGCLD, SIGPOLL = Signals.SIGCHLD, Signals.SIGIO
SIG_DFL, SIG_IGN = Handlers.SIG_DFL, Handlers.SIG_IGN


# By number, where it is not the default.
_handlers = {2: default_int_handler, 13: SIG_IGN, 25: SIG_IGN}


def _handle(number, frame):
    handler = _handlers.get(number, SIG_DFL)
    if callable(handler):
        handler(number, frame)
        while _paused:
            _paused.pop().release()


def _checked(signalnum):
    number = int(signalnum)
    if not 1 <= number < NSIG:
        raise ValueError("signal number out of range")
    return number


def signal(signalnum, handler):
    """Sets what a signal does; gives what it did before."""
    number = int(signalnum)
    if isinstance(handler, int) and handler in (0, 1):
        handler = Handlers(handler)
    if not (handler in (SIG_DFL, SIG_IGN) or callable(handler)):
        raise TypeError("signal handler must be signal.SIG_IGN, signal.SIG_DFL, or a callable object")
    if threading.current_thread() is not threading.main_thread():
        raise ValueError("signal only works in main thread of the main interpreter")
    _checked(number)
    if number in (9, 19):
        raise OSError(22, "Invalid argument")
    before = getsignal(number)
    _handlers[number] = handler
    _set(number, "ignored" if handler is SIG_IGN else "default" if handler is SIG_DFL else "handled")
    return before


def getsignal(signalnum):
    return _handlers.get(_checked(signalnum), SIG_DFL)


def raise_signal(signalnum, /):
    """Sends a signal to the own process."""
    number = int(signalnum)
    if not 0 <= number < NSIG:
        raise OSError(22, "Invalid argument")
    _send(number)


def pthread_kill(thread_id, signalnum, /):
    raise_signal(signalnum)


def alarm(seconds, /):
    """Sends SIGALRM after so many seconds; gives what was left of the alarm before."""
    from math import ceil
    return ceil(_alarm(seconds, 0)[0])


def setitimer(which, seconds, interval=0.0, /):
    if which != ITIMER_REAL:
        raise ItimerError(22, "Invalid argument")
    return _alarm(seconds, interval)


def getitimer(which, /):
    return _left() if which == ITIMER_REAL else (0.0, 0.0)


def pause():
    """Waits until a signal has been handled."""
    lock = threading.Lock()
    lock.acquire()
    _paused.append(lock)
    lock.acquire()


# Locks that those hold who wait for any signal.
_paused = []


def strsignal(signalnum, /):
    return _words.get(_checked(signalnum), f"Signal {int(signalnum)}")


def valid_signals():
    return {Signals(number) if number in Signals._value2member_map_ else number for number in range(1, NSIG) if number not in (32, 33)}


def siginterrupt(signalnum, flag, /):
    _checked(signalnum)


def set_wakeup_fd(fd, /, *, warn_on_full_buffer=True):
    if threading.current_thread() is not threading.main_thread():
        raise ValueError("set_wakeup_fd only works in main thread of the main interpreter")
    return -1
