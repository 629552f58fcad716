import multiprocessing, os, time
def boom(n):
    if n == 3: raise KeyError(n)
    return n * 10
def init(v):
    global value
    value = v
def get(i): return value + i
def none(): return lambda: 1
def slow(n): time.sleep(n); return n
ctx = multiprocessing.get_context("fork")
with ctx.Pool(2) as pool:
    try: pool.map(boom, range(5))
    except KeyError as e: print("KeyError", e, type(e.__cause__).__name__)
    r = pool.map_async(boom, [1, 2]); print(r.get(), r.successful())
    r = pool.apply_async(boom, (3,)); r.wait(); print(r.successful())
    try: r.get()
    except KeyError as e: print(repr(e))
    try: pool.apply(none)
    except Exception as e: print(type(e).__name__)
    r = pool.apply_async(slow, (0.5,))
    try: r.get(0.05)
    except multiprocessing.TimeoutError: print("timeout")
    try: r.successful()
    except ValueError as e: print("not ready")
    print(pool.apply(boom, (2,)))
    cb = []
    pool.apply_async(boom, (4,), callback=cb.append, error_callback=print).get(); print(cb)
    for x in pool.imap_unordered(boom, [1]): print(x)
    it = pool.imap(boom, [1, 3, 2])
    print(next(it))
    try: next(it)
    except KeyError as e: print("imap", e)
    print(next(it))
with ctx.Pool(2, initializer=init, initargs=(100,)) as pool:
    print(pool.map(get, range(3)), pool.map(get, []))
try: pool.apply(get, (1,))
except ValueError as e: print(e)
pool = ctx.Pool(1)
pool.close(); pool.join()
try: ctx.Pool(0)
except ValueError as e: print(e)
p2 = ctx.Pool(1)
try: p2.join()
except ValueError as e: print(e)
p2.terminate(); p2.join()
