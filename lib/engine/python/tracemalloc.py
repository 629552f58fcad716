"""How much memory the program has taken since tracing began."""

from _tracemalloc import clear_traces, get_traceback_limit, get_traced_memory, get_tracemalloc_memory, is_tracing, reset_peak, start, stop


def get_object_traceback(obj):
    """Where an object was allocated; None, because places of allocations are not kept here."""
    return None


def take_snapshot():
    if not is_tracing():
        raise RuntimeError("the tracemalloc module must be tracing memory allocations to take a snapshot")
    raise NotImplementedError("this machine does not keep the places of allocations: see get_traced_memory()")
