"""Blocking calls beside the loop."""

import contextvars
import functools
from asyncio import events

__all__ = ["to_thread"]


async def to_thread(func, /, *args, **kwargs):
    """Calls it in a thread of the loop's pool, in a copy of the context."""
    context = contextvars.copy_context()
    return await events.get_running_loop().run_in_executor(None, functools.partial(context.run, func, *args, **kwargs))
