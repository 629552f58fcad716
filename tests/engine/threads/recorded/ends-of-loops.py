"""What loops, streams and pools do where something ends early or was never begun."""
import asyncio
import concurrent.futures
import sys
import time
import warnings

warnings.simplefilter("always")
warnings.simplefilter("ignore", ResourceWarning)
warnings.showwarning = lambda message, category, *rest, **more: print("warning:", category.__name__, message)
HAS_TIMEOUT = sys.version_info >= (3, 12)


async def nothing():
    return None


class Awaitable:
    def __await__(self):
        return iter(())


def refused_by_a_closed_loop():
    loop = asyncio.new_event_loop()
    loop.close()
    for given in (nothing(),):
        try:
            asyncio.ensure_future(given, loop=loop)
        except RuntimeError as error:
            print("RuntimeError", error)


def debug_mode_refuses_coroutines():
    loop = asyncio.new_event_loop()
    loop.set_debug(True)
    made = nothing()
    for given in (nothing, made, 3):
        try:
            loop.run_in_executor(None, given)
        except TypeError as error:
            print("TypeError", str(error).partition(", got")[0])
    made.close()
    loop.close()


async def separators():
    if sys.version_info < (3, 13):
        return
    reader = asyncio.StreamReader(limit=3)
    reader.feed_data(b"some dataA")
    try:
        await reader.readuntil((b"A", b"ome dataA"))
    except asyncio.LimitOverrunError as error:
        print(error, error.consumed)
    reader = asyncio.StreamReader()
    reader.feed_data(b"onetwothree")
    print(await reader.readuntil((b"two", b"et", b"twothree", b"o")), await reader.readuntil((b"t", b"net")), await reader.readuntil((b"ee", b"e")))


async def servers():
    told = []
    asyncio.get_running_loop().set_exception_handler(lambda loop, context: told.append((context["message"], repr(context.get("exception")))))

    async def cancels_itself(reader, writer):
        await reader.read(10)
        writer.close()
        await writer.wait_closed()
        asyncio.current_task().cancel()

    async def fails(reader, writer):
        await reader.read(10)
        raise LookupError("handler")

    for handler in cancels_itself, fails:
        server = await asyncio.start_server(handler, "127.0.0.1", 0)
        reader, writer = await asyncio.open_connection("127.0.0.1", server.sockets[0].getsockname()[1])
        writer.write(b"hello")
        await writer.drain()
        if handler is fails and sys.version_info < (3, 11):
            # The task keeps its exception to itself.
            writer.close()
        print(handler.__name__, await reader.read())
        writer.close()
        server.close()
        await asyncio.sleep(0.01)
    print([message for message in told if "Unhandled exception in client" in message[0]])


class Slow(concurrent.futures.ThreadPoolExecutor):
    def shutdown(self, wait=True, *, cancel_futures=False):
        print("shutdown", wait)
        if wait:
            time.sleep(0.1)


async def pools():
    loop = asyncio.get_running_loop()
    loop.set_default_executor(Slow())
    if not HAS_TIMEOUT:
        try:
            await loop.shutdown_default_executor(timeout=1)
        except TypeError as error:
            print("TypeError", "unexpected keyword argument" in str(error))
        return
    await loop.shutdown_default_executor(timeout=0.02)
    try:
        await loop.run_in_executor(None, print)
    except RuntimeError as error:
        print("RuntimeError", error)


refused_by_a_closed_loop()
debug_mode_refuses_coroutines()
asyncio.run(separators())
asyncio.run(servers())
asyncio.run(pools())
