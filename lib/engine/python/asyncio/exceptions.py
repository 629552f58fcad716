"""What goes wrong in asyncio."""

__all__ = ["CancelledError", "InvalidStateError", "TimeoutError", "IncompleteReadError", "LimitOverrunError", "SendfileNotAvailableError"]


class CancelledError(BaseException):
    """A task or future was cancelled. No Exception, so that `except Exception` lets it pass."""


if _timeout_is_builtin:
    TimeoutError = TimeoutError
else:

    class TimeoutError(Exception):
        """The time was up."""


class InvalidStateError(Exception):
    """The future is in no state for that."""


class SendfileNotAvailableError(RuntimeError):
    pass


class IncompleteReadError(EOFError):
    """The stream ended before so much had come."""

    def __init__(self, partial, expected):
        wanted = "undefined" if expected is None else repr(expected)
        super().__init__(f"{len(partial)} bytes read on a total of {wanted} expected bytes")
        self.partial = partial
        self.expected = expected

    def __reduce__(self):
        return type(self), (self.partial, self.expected)


class LimitOverrunError(Exception):
    """No separator within the limit."""

    def __init__(self, message, consumed):
        super().__init__(message)
        self.consumed = consumed

    def __reduce__(self):
        return type(self), (self.args[0], self.consumed)


if _has_groups:
    __all__.append("BrokenBarrierError")

    class BrokenBarrierError(RuntimeError):
        pass
