import asyncio, contextlib
async def main():
    async with contextlib.AsyncExitStack() as st:
        for bad in (5, object(), contextlib.nullcontext):
            try: await st.enter_async_context(bad)
            except Exception as e: print(type(e).__name__, str(e)[:60])
            try: st.enter_context(bad)
            except Exception as e: print(type(e).__name__, str(e)[:60])
        class OnlyEnter:
            async def __aenter__(self): pass
            def __enter__(self): pass
        for m in (st.enter_context,):
            try: m(OnlyEnter())
            except Exception as e: print(type(e).__name__, str(e)[-60:])
        try: await st.enter_async_context(OnlyEnter())
        except Exception as e: print(type(e).__name__, str(e)[-60:])
    import contextvars, signal, _thread
    print(type(contextvars.Token.MISSING), signal.default_int_handler, type(contextvars.Token.MISSING).__module__, type(contextvars.Token.MISSING).__name__)
asyncio.run(main())
import _thread, time
def f(x): raise ValueError(x)
_thread.start_new_thread(f, (1,)); time.sleep(0.01)
try:
    _thread.interrupt_main(); time.sleep(0.1); print("no")
except KeyboardInterrupt: print("interrupted")
import sys
sys.unraisablehook = lambda u: print(u.err_msg.split(" <")[0], getattr(u.object, "__name__", None), repr(u.exc_value))
_thread.start_new_thread(f, (2,)); time.sleep(0.01)
