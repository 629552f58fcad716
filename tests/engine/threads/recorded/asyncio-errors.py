import asyncio
async def agen(n):
    try:
        for i in range(n):
            yield i
            await asyncio.sleep(0)
    finally:
        print("closed")
async def main():
    async for x in agen(5):
        if x == 2: break
    await asyncio.sleep(0)
    print("after break")
    a = agen(3)
    print(await a.__anext__())
    await a.aclose()
    try:
        async with asyncio.TaskGroup() as tg:
            async def bad(): raise KeyError("k")
            async def slow():
                try: await asyncio.sleep(10)
                finally: print("slow ends")
            tg.create_task(bad()); tg.create_task(slow())
            await asyncio.sleep(1)
            print("not reached")
    except* KeyError as e:
        print(e.exceptions, asyncio.current_task().cancelling())
    loop = asyncio.get_running_loop()
    loop.set_exception_handler(lambda l, c: print("handler", c["message"].split(" at ")[0], type(c.get("exception")).__name__))
    def boom(): raise OSError("x")
    loop.call_soon(boom)
    await asyncio.sleep(0)
    async def fails(): raise ValueError(1)
    t = asyncio.create_task(fails())
    await asyncio.sleep(0)
    await asyncio.sleep(0)
    del t
    import gc; gc.collect()
    print(len(asyncio.all_tasks()))
    h = loop.call_later(5, print, "never")
    print(h.cancelled(), h.when() > loop.time()); h.cancel(); print(h.cancelled())
    async def coro(): return 1
    c = coro()
    t = asyncio.ensure_future(c)
    print(t.get_coro() is c, asyncio.isfuture(t), asyncio.iscoroutine(c))
    await t
    try:
        await asyncio.wait_for(asyncio.sleep(10), 0.01)
    except asyncio.TimeoutError as e: print(repr(e))
    print(loop, loop.is_running(), loop.get_debug())
    lock = asyncio.Lock()
    async with lock: print(lock.locked(), str(lock)[-10:])
    try: lock.release()
    except RuntimeError as e: print(e)
    q = asyncio.Queue(1)
    q.put_nowait(1)
    try: q.put_nowait(2)
    except asyncio.QueueFull as e: print(repr(e))
    async def prod():
        for i in range(3): await q.put(i)
    p = asyncio.create_task(prod())
    got = [await q.get() for _ in range(4)]
    for _ in got: q.task_done()
    await q.join(); print(got)
    try: q.task_done()
    except ValueError as e: print(e)
    class Aw:
        def __await__(self):
            yield from asyncio.sleep(0).__await__()
            return "aw"
    print(await Aw(), await asyncio.gather(Aw(), Aw()))
    async def inner(): return asyncio.current_task().get_name()
    print(await asyncio.create_task(inner(), name="zz"), asyncio.current_task().get_name())
    done, pend = await asyncio.wait([asyncio.create_task(inner())])
    print(len(done), len(pend))
    try: await asyncio.wait([inner()])
    except TypeError as e: print(e)
    try: await asyncio.wait([])
    except ValueError as e: print(e)
    try: await 5
    except TypeError as e: print(e)
    print(repr(asyncio.create_task(inner(), name="n")).split(" coro=")[0])
with asyncio.Runner() as r:
    print(r.run(main()))
    try: r.run(3)
    except ValueError as e: print(e)
try: asyncio.get_running_loop()
except RuntimeError as e: print(e)
