import asyncio
async def main():
    loop = asyncio.get_running_loop()
    out = []
    base = loop.time() + 0.05
    for i in range(12):
        loop.call_at(base, out.append, i)
    hs = [loop.call_at(base + 0.02, out.append, 100 + i) for i in range(9)]
    hs[3].cancel(); hs[0].cancel()
    for i, d in enumerate([3, 1, 2, 1, 3, 2, 1, 2, 3, 1]):
        loop.call_at(base + 0.1 + d / 100, out.append, 200 + i * 10 + d)
    await asyncio.sleep(0.3)
    print(out)
    print([type(t).__name__ for t in loop._scheduled])
    out.clear()
    base = loop.time() + 0.05
    hs = [loop.call_at(base, out.append, i) for i in range(130)]
    for h in hs[1::2] + hs[::8]: h.cancel()
    print(len(loop._scheduled))
    await asyncio.sleep(0.1)
    print(out)
asyncio.run(main())
