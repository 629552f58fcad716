import asyncio, sys
sys.stderr = sys.stdout
async def main():
    loop = asyncio.get_running_loop()
    print(loop.get_debug(), loop.slow_callback_duration)
    try:
        loop.call_soon(main())
    except TypeError as e: print(str(e)[:50])
    except Exception as e: print(repr(e))
    import threading
    r = []
    def other():
        try: loop.call_soon(print)
        except RuntimeError as e: r.append(str(e))
    t = threading.Thread(target=other); t.start(); t.join(); print(r)
import warnings; warnings.simplefilter("ignore")
asyncio.run(main(), debug=True)
