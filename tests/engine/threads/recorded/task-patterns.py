import asyncio, time, random, functools, collections
# retry, rate limiter, cache, pipeline, pubsub, debounce
def retry(n, delay=0.01):
    def deco(f):
        @functools.wraps(f)
        async def w(*a, **k):
            for i in range(n):
                try: return await f(*a, **k)
                except Exception as e:
                    print("try", i, repr(e)); await asyncio.sleep(delay * 2 ** i)
            raise RuntimeError("gave up")
        return w
    return deco
calls = 0
@retry(3)
async def flaky():
    global calls; calls += 1
    if calls < 3: raise ConnectionError(calls)
    return calls
class Limiter:
    def __init__(self, rate): self.rate = rate; self.next = 0
    async def __aenter__(self):
        loop = asyncio.get_running_loop(); now = loop.time(); wait = self.next - now
        self.next = max(now, self.next) + 1 / self.rate
        if wait > 0: await asyncio.sleep(wait)
    async def __aexit__(self, *a): pass
class Cache:
    def __init__(self): self.d = {}
    async def get(self, k, f):
        if k not in self.d: self.d[k] = asyncio.ensure_future(f(k))
        return await self.d[k]
async def stage(src, dst, f):
    while (x := await src.get()) is not None: await dst.put(f(x))
    await dst.put(None)
async def batcher(q, n):
    b = []
    while True:
        try: x = await asyncio.wait_for(q.get(), 0.01)
        except asyncio.TimeoutError:
            if b: yield b; b = []
            continue
        if x is None:
            if b: yield b
            return
        b.append(x)
        if len(b) == n: yield b; b = []
class Sub:
    def __init__(self): self.subs = collections.defaultdict(list)
    def on(self, t): q = asyncio.Queue(); self.subs[t].append(q); return q
    def pub(self, t, m): [q.put_nowait(m) for q in self.subs[t]]
async def main():
    print(await flaky(), flaky.__name__)
    t0 = time.monotonic(); lim = Limiter(100)
    async def lw(i):
        async with lim: return i
    print(await asyncio.gather(*map(lw, range(5))), 0.03 < time.monotonic() - t0 < 0.2)
    n = 0
    async def slow(k):
        nonlocal n; n += 1; await asyncio.sleep(0.001); return k * 2
    c = Cache(); print(await asyncio.gather(*(c.get(1, slow) for _ in range(5))), n)
    a, b, d = (asyncio.Queue() for _ in range(3))
    for i in [1, 2, 3, None]: a.put_nowait(i)
    await asyncio.gather(stage(a, b, lambda x: x + 1), stage(b, d, lambda x: x * x))
    print([d.get_nowait() for _ in range(d.qsize())])
    q = asyncio.Queue()
    async def feed():
        for i in range(5): await q.put(i)
        await asyncio.sleep(0.03); await q.put(9); await q.put(None)
    f = asyncio.create_task(feed())
    async for x in batcher(q, 2): print(x)
    await f
    s = Sub(); q1, q2 = s.on("a"), s.on("a"); s.pub("a", "hi"); print(await q1.get(), await q2.get())
    sem = asyncio.Semaphore(2); running = []
    async def lim2(i):
        async with sem:
            running.append(i); print("running", sorted(running)); await asyncio.sleep(0.01); running.remove(i)
    await asyncio.gather(*(lim2(i) for i in range(4)))
    hb = []
    async def heartbeat():
        try:
            while True: hb.append(1); await asyncio.sleep(0.01)
        finally: print("hb stopped", len(hb) > 1)
    h = asyncio.create_task(heartbeat()); await asyncio.sleep(0.035); h.cancel()
    try: await h
    except asyncio.CancelledError: pass
    lock = asyncio.Lock(); v = 0
    async def inc(safe):
        nonlocal v
        if safe: await lock.acquire()
        x = v; await asyncio.sleep(0); v = x + 1
        if safe: lock.release()
    await asyncio.gather(*(inc(False) for _ in range(10))); print(v); v = 0
    await asyncio.gather(*(inc(True) for _ in range(10))); print(v)
asyncio.run(main())
