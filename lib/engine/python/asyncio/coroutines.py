"""What counts as a coroutine, and how it is shown."""

import functools
import types

__all__ = ["iscoroutinefunction", "iscoroutine"]

_is_coroutine = object()


def iscoroutinefunction(func):
    import inspect

    return inspect.iscoroutinefunction(func) or getattr(func, "_is_coroutine", None) is _is_coroutine


def iscoroutine(obj):
    if type(obj) is types.CoroutineType:
        return True
    if not _has_groups and isinstance(obj, types.GeneratorType):
        return True
    from collections.abc import Coroutine

    return isinstance(obj, Coroutine)


if not _has_groups:
    __all__.append("coroutine")

    def coroutine(func):
        """Marks a generator function as a coroutine of the old kind."""
        import inspect
        import warnings

        warnings.warn('"@coroutine" decorator is deprecated since Python 3.8, use "async def" instead', DeprecationWarning, stacklevel=2)
        if inspect.iscoroutinefunction(func):
            return func
        if inspect.isgeneratorfunction(func):
            made = types.coroutine(func)
        else:

            @types.coroutine
            def made(*args, **kwargs):
                result = func(*args, **kwargs)
                if inspect.isawaitable(result) or isinstance(result, types.GeneratorType):
                    result = yield from result
                return result

        made._is_coroutine = _is_coroutine
        return made


def describe(coro):
    """`name() running at FILE:LINE`, for the repr of a task."""
    name = getattr(coro, "__qualname__", None) or getattr(coro, "__name__", None) or f"<{type(coro).__name__} without __name__>"
    code = getattr(coro, "cr_code", None) or getattr(coro, "gi_code", None)
    running = getattr(coro, "cr_running", False) or getattr(coro, "gi_running", False)
    if code is None:
        return f"{name}() running" if running else f"{name}()"
    frame = getattr(coro, "cr_frame", None) or getattr(coro, "gi_frame", None)
    if frame is not None:
        return f"{name}() running at {code.co_filename}:{frame.f_lineno}"
    return f"{name}() done, defined at {code.co_filename}:{code.co_firstlineno}"


def _describe_arguments(args, kwargs):
    import reprlib

    return f"({', '.join([*map(reprlib.repr, args), *(f'{name}={reprlib.repr(value)}' for name, value in kwargs.items())])})"


def describe_call(func, args, debug=True):
    """`name(arguments) at FILE:LINE`, for handles and callbacks (Lib/asyncio/format_helpers.py)."""
    import inspect

    is_open = debug or not _hides_arguments
    text = _describe_arguments(args, {}) if is_open else "()"
    while isinstance(func, functools.partial):
        text = (_describe_arguments(func.args, func.keywords) if is_open else "()") + text
        func = func.func
    text = (getattr(func, "__qualname__", None) or getattr(func, "__name__", None) or repr(func)) + text
    code = getattr(getattr(inspect.unwrap(func), "__func__", inspect.unwrap(func)), "__code__", None)
    return text if code is None else f"{text} at {code.co_filename}:{code.co_firstlineno}"
