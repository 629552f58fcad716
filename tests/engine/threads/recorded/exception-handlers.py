import asyncio, contextvars
name = contextvars.ContextVar("name", default="foo")
async def main():
    loop = asyncio.get_running_loop()
    loop.set_exception_handler(lambda l, c: print(name.get(), sorted(c), c["message"][:60].split(" at ")[0]))
    def cb(): name.set("bar"); 1/0
    loop.call_soon(cb); await asyncio.sleep(0)
    async def t(): name.set("baz"); 1/0
    asyncio.create_task(t()); await asyncio.sleep(0); await asyncio.sleep(0)
    import gc; gc.collect()
    loop.call_exception_handler({"message": "own", "task": asyncio.current_task()})
    name.set("here")
    loop.call_exception_handler({"message": "own"})
    h = loop.call_soon(cb); print(hasattr(h, "get_context"))
    f = loop.create_future()
    try: f._log_traceback = True
    except ValueError as e: print(e)
    f._log_traceback = False; print(f._log_traceback, f._source_traceback)
    t2 = asyncio.current_task(); print(hasattr(t2, "get_context"))

    loop.call_exception_handler({"message": "own"})
    try: loop.set_exception_handler(5)
    except TypeError as e: print(e)
asyncio.run(main())
