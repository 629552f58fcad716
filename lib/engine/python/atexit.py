"""Functions that run when the program ends, last registered first."""

import sys

_functions = []
# What the library itself does after all of them.
_last = []


def register(func, /, *args, **kwargs):
    """Adds a function and its arguments; gives the function back, so that it decorates."""
    if not callable(func):
        raise TypeError("the first argument must be callable")
    _functions.append((func, args, kwargs))
    return func


def unregister(func, /):
    _functions[:] = [row for row in _functions if row[0] != func]


def _clear():
    _functions.clear()


def _ncallbacks():
    return len(_functions)


def _run_exitfuncs():
    while _functions:
        func, args, kwargs = _functions.pop()
        try:
            func(*args, **kwargs)
        except SystemExit:
            pass
        except BaseException as error:
            _report(error, func)
    for func in _last:
        func()
