"""Coroutines that take turns in one thread."""

from asyncio import base_events, coroutines, events, exceptions, futures, locks, queues, runners, tasks, threads
from asyncio.base_events import *
from asyncio.coroutines import *
from asyncio.events import *
from asyncio.exceptions import *
from asyncio.futures import *
from asyncio.locks import *
from asyncio.queues import *
from asyncio.runners import *
from asyncio.tasks import *
from asyncio.threads import *

__all__ = (base_events.__all__ + coroutines.__all__ + events.__all__ + exceptions.__all__ + futures.__all__ + locks.__all__
           + queues.__all__ + runners.__all__ + tasks.__all__ + threads.__all__)

if _has_groups:
    from asyncio import taskgroups, timeouts
    from asyncio.taskgroups import *
    from asyncio.timeouts import *

    __all__ += taskgroups.__all__ + timeouts.__all__

if _has_graph:
    from asyncio import graph
    from asyncio.graph import *

    __all__ += graph.__all__

# Streams bring sockets with them, which few programs need.
_LATE = {
    "events": ("AbstractEventLoopPolicy", "DefaultEventLoopPolicy"),
    "streams": ("StreamReader", "StreamWriter", "StreamReaderProtocol", "open_connection", "start_server", "open_unix_connection", "start_unix_server"),
    "subprocess": ("create_subprocess_exec", "create_subprocess_shell"),
    "protocols": ("BaseProtocol", "Protocol", "DatagramProtocol", "SubprocessProtocol", "BufferedProtocol"),
    "transports": ("BaseTransport", "ReadTransport", "WriteTransport", "Transport", "Server"),
}


def __getattr__(name):
    import importlib

    for module, names in _LATE.items():
        if name == module or name in names:
            found = importlib.import_module(f"asyncio.{module}")
            return found if name == module else getattr(found, name)
    raise AttributeError(f"module 'asyncio' has no attribute {name!r}")
