import asyncio, logging, threading, sys
from concurrent.futures import ThreadPoolExecutor

class Shown(logging.Handler):
    def emit(self, r):
        print(r.levelname, r.threadName[:18], r.name, r.getMessage().splitlines()[0].split(" at ")[0], repr(r.exc_info[1]) if r.exc_info else None)

logging.basicConfig(level=logging.DEBUG, handlers=[Shown()])
def say(): logging.info("in a thread")
t = threading.Thread(target=say, name="W"); t.start(); t.join()
async def fails(): raise ValueError("never retrieved")
async def main():
    logging.info("in the loop")
    t = asyncio.create_task(fails()); await asyncio.sleep(0); del t
    loop = asyncio.get_running_loop()
    loop.call_exception_handler({"message": "plain", "key": 1})
    loop.call_soon(lambda: 1 / 0); await asyncio.sleep(0)
asyncio.run(main())
def init(): raise ValueError("initializer")
def callback(f): raise KeyError("callback")
with ThreadPoolExecutor(1) as ex: ex.submit(int).add_done_callback(callback)
with ThreadPoolExecutor(1, initializer=init) as ex:
    try: ex.submit(int).result()
    except Exception as e: print(type(e).__name__, e)
logging.getLogger("asyncio").setLevel(logging.WARNING)
asyncio.run(asyncio.sleep(0))
class Late:
    def __str__(self): return f"made late, {threading.current_thread().name}"
def bulk(n):
    for i in range(3): logging.getLogger(f"bulk.{n}").info("%d", i)
ts = [threading.Thread(target=bulk, args=(n,), name=f"B{n}") for n in range(2)]
for t in ts: t.start(); t.join()
logging.info(Late())
