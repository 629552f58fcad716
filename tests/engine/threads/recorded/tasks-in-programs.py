import asyncio, threading, concurrent.futures as cf, contextvars, sys, weakref, gc, queue
class ABC:
    async def __aenter__(self): print("enter"); return self
    async def __aexit__(self, t, v, tb): print("exit", t and t.__name__); await asyncio.sleep(0); return False
async def work(n):
    async with ABC():
        await asyncio.sleep(n); return n
class Actor:
    def __init__(self): self.q = asyncio.Queue(); self.t = asyncio.create_task(self.run())
    async def run(self):
        while True:
            m, f = await self.q.get()
            try: f.set_result(m * 2)
            except Exception as e: f.set_exception(e)
    async def ask(self, m): f = asyncio.get_running_loop().create_future(); await self.q.put((m, f)); return await f
async def main():
    t = asyncio.create_task(work(1)); await asyncio.sleep(0.01); t.cancel()
    try: await t
    except asyncio.CancelledError: print("cancelled", t.cancelled())
    a = Actor(); print(await a.ask(4)); a.t.cancel()
    loop = asyncio.get_running_loop(); q = asyncio.Queue()
    def prod():
        for i in range(3): loop.call_soon_threadsafe(q.put_nowait, i)
    threading.Thread(target=prod).start(); print([await q.get() for _ in range(3)])
    f = asyncio.run_coroutine_threadsafe(work(0), loop); print(type(f).__name__); print(await asyncio.wrap_future(f))
    def bad():
        try: asyncio.get_running_loop()
        except RuntimeError as e: return str(e)
    print(await asyncio.to_thread(bad))
    def own(): return asyncio.run(work(0))
    print(await asyncio.to_thread(own))
    try: await asyncio.wait_for(asyncio.gather(work(1), work(2)), 0.01)
    except asyncio.TimeoutError: print("gather timed out")
    res = await asyncio.gather(asyncio.wait_for(asyncio.sleep(1), 0.01), asyncio.sleep(0, "x"), return_exceptions=True); print(res)
    r = weakref.ref(t); del t; gc.collect(); print(r() is None)
    ev = asyncio.Event(); loop.call_later(0.01, ev.set); print(await ev.wait())
    tasks = {asyncio.create_task(asyncio.sleep(0.001 * i, i)): i for i in range(3)}
    while tasks:
        d, _ = await asyncio.wait(tasks, return_when=asyncio.FIRST_COMPLETED)
        for x in d: print("done", tasks.pop(x))
    async def countdown(n):
        while n: yield n; n -= 1; await asyncio.sleep(0)
    async def take(g, n):
        out = []
        async for x in g:
            out.append(x)
            if len(out) == n: break
        return out
    print(await take(countdown(5), 2), [x async for x in countdown(3) if x % 2], sum([x async for x in countdown(3)]))
    print(sorted(t.get_name() for t in asyncio.all_tasks()))
    async def err(): await asyncio.sleep(0); raise LookupError("e")
    ts = [asyncio.create_task(err()), asyncio.create_task(asyncio.sleep(5))]
    d, p = await asyncio.wait(ts, return_when=asyncio.FIRST_EXCEPTION); print(len(d), len(p), [repr(x.exception()) for x in d]); [x.cancel() for x in p]
    cond = asyncio.Condition(); out = []
    async def wtr(i):
        async with cond: await cond.wait(); out.append(i)
    ws = [asyncio.create_task(wtr(i)) for i in range(3)]; await asyncio.sleep(0)
    async with cond: cond.notify(2)
    await asyncio.sleep(0.001); print(out); ws[2].cancel()
    try: await ws[2]
    except asyncio.CancelledError: print("c", cond.locked())
    try: await asyncio.gather(*[err() for _ in range(2)])
    except LookupError as e: print("g", e)
    loop.call_soon(print, "x"); print("before"); await asyncio.sleep(0); print("after")
    s = await asyncio.create_subprocess_exec("true") if 0 else None
    return "main result"
print(asyncio.run(main()))
class P(asyncio.Task): pass
async def m2():
    loop = asyncio.get_running_loop()
    loop.set_task_factory(lambda loop, coro, **k: P(coro, loop=loop, **k)); t = asyncio.create_task(asyncio.sleep(0, 3)); print(type(t).__name__, await t)
    try: await asyncio.shield(asyncio.create_task(asyncio.sleep(0, 1))); await asyncio.wait_for(asyncio.shield(asyncio.sleep(0.02, 1)), 0.001)
    except asyncio.TimeoutError: print("shielded timeout")
    f = loop.create_future(); f.cancel("m")
    try: await f
    except asyncio.CancelledError as e: print("fc", e.args)
asyncio.run(m2())
