import asyncio, contextvars
async def child(n, log):
    try:
        await asyncio.sleep(n)
        log.append(n)
        return n
    except asyncio.CancelledError as e:
        log.append(("cancelled", n, e.args))
        raise
async def main():
    log = []
    t = asyncio.create_task(child(5, log), name="five")
    await asyncio.sleep(0)
    print(t.cancel("why"), t.cancelling(), t.done())
    try:
        await t
    except asyncio.CancelledError as e:
        print("main saw", e.args, t.cancelled())
    print(log)
    g = asyncio.gather(child(0.1, log), child(0.2, log), return_exceptions=True)
    await asyncio.sleep(0.15)
    g.cancel()
    try:
        print(await g)
    except asyncio.CancelledError:
        print("gather cancelled", log)
    try:
        async with asyncio.timeout(0.1) as tm:
            await child(1, log)
    except TimeoutError as e:
        print("timeout", tm.expired(), repr(e), type(e.__cause__).__name__)
    async with asyncio.timeout(None) as tm:
        tm.reschedule(asyncio.get_running_loop().time() + 10)
    print(tm.expired(), tm)
    r = await asyncio.wait_for(child(0.01, log), 1)
    print(r)
    s = asyncio.shield(child(0.1, log))
    s.cancel()
    try:
        await s
    except asyncio.CancelledError:
        print("shield cancelled")
    await asyncio.sleep(0.2)
    print(log[-1])
    for c in asyncio.as_completed([child(0.3, log), child(0.1, log)]):
        print("completed", await c)
    q = asyncio.PriorityQueue()
    for x in (3, 1, 2): q.put_nowait(x)
    print([await q.get() for _ in range(3)], q.empty(), q)
    sem = asyncio.BoundedSemaphore(2)
    await sem.acquire(); await sem.acquire()
    print(sem.locked()); sem.release(); sem.release()
    try: sem.release()
    except ValueError as e: print(e)
    cond = asyncio.Condition()
    async def waiter(i):
        async with cond:
            await cond.wait()
            log.append(i)
    ws = [asyncio.create_task(waiter(i)) for i in range(3)]
    await asyncio.sleep(0)
    async with cond:
        cond.notify(2)
    await asyncio.sleep(0)
    await asyncio.sleep(0)
    print(log[-2:])
    async with cond: cond.notify_all()
    await asyncio.gather(*ws)
    b = asyncio.Barrier(2)
    print(sorted(await asyncio.gather(b.wait(), b.wait())))
    print(await asyncio.to_thread(sum, [1, 2]))
    f = asyncio.get_running_loop().create_future()
    try: f.result()
    except asyncio.InvalidStateError as e: print(e)
    f.set_result(1)
    try: f.set_result(2)
    except asyncio.InvalidStateError as e: print(e)
    print(f)
asyncio.run(main())
try: asyncio.run(5)
except ValueError as e: print(e)
