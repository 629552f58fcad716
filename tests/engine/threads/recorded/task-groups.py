# versions: 3.11,3.12,3.13
import asyncio, sys
if sys.version_info < (3, 11): sys.exit()
async def ok(n):
    try:
        await asyncio.sleep(n / 10); return n
    except asyncio.CancelledError:
        print("cancelled", n); raise
async def bad(n, e):
    await asyncio.sleep(n / 10); raise e
async def main():
    async with asyncio.TaskGroup() as tg:
        a, b = tg.create_task(ok(1)), tg.create_task(ok(2), name="b")
    print(a.result(), b.result(), b.get_name(), tg)
    try:
        async with asyncio.TaskGroup() as tg:
            tg.create_task(ok(5)); tg.create_task(bad(1, ValueError("v"))); tg.create_task(bad(1, KeyError("k")))
    except* ValueError as g: print(repr(g))
    except* KeyError as g: print(repr(g), g.message)
    try:
        async with asyncio.TaskGroup() as tg:
            tg.create_task(ok(5)); await asyncio.sleep(0); raise RuntimeError("body")
    except ExceptionGroup as g: print(repr(g), g.__cause__, type(g.__context__).__name__)
    try:
        c = ok(1); tg.create_task(c)
    except RuntimeError as e: print(str(e)[-12:]); c.close()
    t = asyncio.TaskGroup()
    try:
        c = ok(1); t.create_task(c)
    except RuntimeError as e: print(str(e)[-22:]); c.close()
    async def outer():
        async with asyncio.TaskGroup() as tg:
            tg.create_task(ok(9))
    o = asyncio.create_task(outer()); await asyncio.sleep(0.1); o.cancel()
    try: await o
    except asyncio.CancelledError as e: print("outer", repr(e))
    try:
        async with asyncio.TaskGroup() as tg:
            tg.create_task(bad(0, asyncio.CancelledError()))
        print("a cancelled child is no error")
    except BaseException as e: print(repr(e))
    try:
        async with asyncio.TaskGroup() as tg:
            tg.create_task(bad(0, KeyboardInterrupt())) if False else tg.create_task(ok(1))
            1 / 0
    except* ZeroDivisionError as g: print(len(g.exceptions))
asyncio.run(main())
