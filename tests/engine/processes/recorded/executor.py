import multiprocessing, os, time
from concurrent.futures import ProcessPoolExecutor, as_completed, wait, BrokenExecutor
from concurrent.futures.process import BrokenProcessPool
def sq(n): return n * n
def die(): os._exit(1)
def fail(): raise ValueError("inside")
def slow(): time.sleep(0.2); return "slow"
def ret_lambda(): return lambda: 1
def init_fail(): raise RuntimeError("no")
ctx = multiprocessing.get_context("fork")
with ProcessPoolExecutor(2, mp_context=ctx) as ex:
    fs = [ex.submit(sq, i) for i in range(5)]
    print(sorted(f.result() for f in as_completed(fs)))
    print(list(ex.map(sq, range(10), chunksize=3)))
    f = ex.submit(fail)
    try: f.result()
    except ValueError as e: print(e, type(e.__cause__).__name__)
    f = ex.submit(ret_lambda)
    print(type(f.exception()).__name__)
    f = ex.submit(slow); print(f.done(), f.result())
    print(len(wait([ex.submit(sq, 3)]).done))
try: ex.submit(sq, 1)
except RuntimeError as e: print(e)
with ProcessPoolExecutor(1, mp_context=ctx) as ex:
    f = ex.submit(die)
    try: f.result()
    except BrokenProcessPool as e: print(type(e).__name__, e)
    try: ex.submit(sq, 2)
    except BrokenExecutor as e: print(e)
with ProcessPoolExecutor(1, mp_context=ctx, initializer=init_fail) as ex:
    try: ex.submit(sq, 1).result()
    except BrokenProcessPool as e: print("broken")
try: ProcessPoolExecutor(0)
except ValueError as e: print(e)
