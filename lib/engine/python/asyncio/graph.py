"""Who awaits whom."""

__all__ = ["capture_call_graph", "format_call_graph", "print_call_graph"]


def capture_call_graph(future=None, /, *, depth=1, limit=None):
    raise NotImplementedError("asyncio.capture_call_graph")


def format_call_graph(future=None, /, *, depth=1, limit=None):
    raise NotImplementedError("asyncio.format_call_graph")


def print_call_graph(future=None, /, *, file=None, depth=1, limit=None):
    raise NotImplementedError("asyncio.print_call_graph")
