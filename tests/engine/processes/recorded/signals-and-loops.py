import asyncio, signal, os, sys
async def main():
    loop = asyncio.get_running_loop(); stop = asyncio.Event(); loop.add_signal_handler(signal.SIGTERM, stop.set)
    loop.call_later(.05, os.kill, os.getpid(), signal.SIGTERM)
    await stop.wait(); print("stopped by signal", loop.remove_signal_handler(signal.SIGTERM), loop.remove_signal_handler(signal.SIGTERM), signal.getsignal(signal.SIGTERM) == signal.SIG_DFL)
asyncio.run(main())
async def long():
    try: await asyncio.sleep(10)
    except asyncio.CancelledError: print("cancelled"); raise
    finally: print("cleanup")
async def ctrl(): 
    asyncio.get_running_loop().call_later(.05, signal.raise_signal, signal.SIGINT); await long()
try: asyncio.run(ctrl())
except KeyboardInterrupt: print("KeyboardInterrupt")
print(signal.getsignal(signal.SIGINT) is signal.default_int_handler)
async def bad():
    asyncio.get_running_loop().add_signal_handler(signal.SIGTERM, long)
try: asyncio.run(bad())
except TypeError as e: print(e)
