"""What `anext(iterator, default)` gives to await."""


class anext_awaitable:
    """Awaits the next item; the default stands for it at the end."""

    __slots__ = ("_step", "_default")

    def __init__(self, step, default):
        self._step = step
        self._default = default

    def __await__(self):
        try:
            return (yield from self._step.__await__())
        except StopAsyncIteration:
            return self._default


anext_awaitable.__module__ = "builtins"
