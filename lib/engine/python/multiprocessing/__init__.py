"""Processes with the interface of threads."""

import sys
from multiprocessing import context

_names = [name for name in dir(context._default_context) if not name.startswith("_")]
globals().update((name, getattr(context._default_context, name)) for name in _names)
__all__ = _names
del _names

SUBDEBUG = 5
SUBWARNING = 25

# A spawned process knows the program's own module by another name too.
if "__main__" in sys.modules:
    sys.modules["__mp_main__"] = sys.modules["__main__"]
