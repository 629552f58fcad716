"""What `anext(iterator, default)` gives to await."""


class anext_awaitable:
    """Awaits the next item; the default stands for it at the end (Objects/iterobject.c)."""

    __slots__ = ("step", "default")

    def __init__(self, step, default):
        _set_step(self, step)
        _set_default(self, default)

    def __iter__(self):
        return self

    __await__ = __iter__

    def __next__(self):
        return _ask(self, "__next__")

    def send(self, value, /):
        return _ask(self, "send", value)

    def throw(self, *raised):
        return _ask(self, "throw", *raised)

    def close(self):
        return _ask(self, "close")


# What it keeps is nobody else's.
_step, _default = anext_awaitable.step.__get__, anext_awaitable.default.__get__
_set_step, _set_default = anext_awaitable.step.__set__, anext_awaitable.default.__set__
del anext_awaitable.step, anext_awaitable.default


def _ask(self, name, *args):
    try:
        return getattr(_awaitable(_step(self)), name)(*args)
    except StopAsyncIteration:
        pass
    raise StopIteration(_default(self))


anext_awaitable.__module__ = "builtins"
