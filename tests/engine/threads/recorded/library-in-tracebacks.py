# What debug mode and tracebacks tell, without the lines of the library.
import asyncio
import concurrent.futures
import gc
import json
import logging
import queue
import re
import sys
import traceback
import warnings


def shown(text):
    """The lines of the program alone: those of the library and the code that they quote are left out."""
    lines, skips = [], False
    for line in text.splitlines():
        if line.startswith("  File "):
            skips = "threads" not in line and "script" not in line and "tmp" not in line
            line = re.sub(r'".*?"', "FILE", line)
        elif not line.startswith("    "):
            skips = False
        if not skips and not set(line) <= set(" ^~"):
            lines.append(re.sub(r"0x[0-9a-f]+", "ADDRESS", re.sub(r" at \S+:\d+", " at PLACE", line)))
    return lines


def tell(function):
    try:
        function()
    except Exception as error:
        for line in shown("".join(traceback.format_exception(type(error), error, error.__traceback__))):
            print(line)
    print()


async def late():
    await asyncio.wait_for(asyncio.sleep(1), 0.01)


async def grouped():
    await asyncio.gather(late())


def wrapped():
    try:
        queue.Queue().get_nowait()
    except queue.Empty as error:
        raise LookupError("nothing") from error


def within():
    try:
        json.loads("{")
    except ValueError:
        queue.Queue(1).get(timeout=0.01)


def pooled():
    with concurrent.futures.ThreadPoolExecutor(1) as pool:
        error = pool.submit(queue.Queue().get, timeout=0.01).exception()
        print(shown("".join(traceback.format_exception(type(error), error, error.__traceback__))))
        error = concurrent.futures.Future()
        error.cancel()
        error.result()


for case in (lambda: asyncio.run(late()), lambda: asyncio.run(grouped()), wrapped, within, pooled):
    tell(case)


class Told(logging.Handler):
    def emit(self, record):
        for line in shown(self.format(record)):
            print("logged", line)


logging.getLogger("asyncio").addHandler(Told())
logging.getLogger("asyncio").propagate = False
warnings.simplefilter("always")
sys.stderr = sys.stdout


def stack_of(task, **limit):
    return [frame.f_code.co_name for frame in task.get_stack(**limit) if "asyncio" not in frame.f_code.co_filename]


async def inner():
    print(stack_of(asyncio.current_task())[-2:], stack_of(asyncio.current_task(), limit=1), stack_of(asyncio.current_task(), limit=0))


async def failing():
    await asyncio.sleep(0)
    raise ValueError("failed")


async def waiting(event):
    await event.wait()


async def main():
    loop = asyncio.get_running_loop()
    await inner()
    event = asyncio.Event()
    task = loop.create_task(waiting(event))
    await asyncio.sleep(0)
    print(stack_of(task))
    event.set()
    await task
    print(stack_of(task))
    task = loop.create_task(failing())
    await asyncio.wait([task])
    print(stack_of(task))
    print(task.exception())
    future = loop.create_future()
    print("created at" in repr(future), future._source_traceback is None)
    future = asyncio.Future()
    print(shown(repr(future)))
    handle = loop.call_later(5, print, "never")
    print(re.sub(r"when=\S+", "when=", shown(repr(handle))[0]))
    handle.cancel()
    print(re.sub(r"when=\S+", "when=", shown(repr(handle))[0]))

    def fails():
        raise KeyError("in a callback")

    loop.call_soon(fails)
    await asyncio.sleep(0)
    future.set_exception(ValueError("lost"))
    del future
    gc.collect()


print(sys.get_coroutine_origin_tracking_depth())
asyncio.run(main())
print("debug")
asyncio.run(main(), debug=True)
print(sys.get_coroutine_origin_tracking_depth())


async def forgets():
    print(sys.get_coroutine_origin_tracking_depth())
    failing()


def heard(message, category, filename, lineno, *rest, **more):
    for line in shown(str(message)):
        print("warned", line)


warnings.showwarning = heard
asyncio.run(forgets(), debug=True)
