import inspect, types, sys
async def inner(): await stop(); return 7
@types.coroutine
def stop(): x = yield "paused"; return x
async def outer(): return await inner()
c = outer()
print(inspect.getcoroutinestate(c), c.cr_frame.f_lineno, c.cr_await, c.cr_running, c.__name__, c.cr_origin)
print(c.send(None), inspect.getcoroutinestate(c), c.cr_await.__name__, c.cr_await.cr_await.gi_code.co_name, inspect.getcoroutinelocals(c))
try: c.send(1)
except StopIteration as e: print(e.value, c.cr_frame, inspect.getcoroutinestate(c))
try: c.send(None)
except RuntimeError as e: print(e)
c = outer()
try: c.send(1)
except TypeError as e: print(e)
c.close(); c.close()
try: c.throw(ValueError)
except RuntimeError as e: print(e)
for bad in (lambda: iter(outer()), lambda: next(outer()), lambda: len(outer()), lambda: [*outer()]):
    try: bad()
    except TypeError as e: print(e)
async def a1(): await 1
async def a2():
    async with 5: pass
async def a3():
    async for _ in [1]: pass
class N:
    def __await__(self): return 5
class G:
    def __await__(self): return inner()
async def a4(): await N()
async def a5(): await G()
class W:
    async def __aenter__(self): pass
async def a6():
    async with W(): pass
class F:
    def __aiter__(self): return 5
async def a7():
    async for _ in F(): pass
class H:
    def __aiter__(self): return self
    def __anext__(self): return 5
async def a8():
    async for _ in H(): pass
async def a9():
    def g(): yield
    await g()
for f in (a1, a2, a3, a4, a5, a6, a7, a8, a9):
    k = f()
    try: k.send(None)
    except (TypeError, AttributeError) as e: print(f.__name__, type(e).__name__, e)
c = inner(); c.send(None)
async def second(): await c
s = second()
try: s.send(None)
except RuntimeError as e: print(e)
try: c.close(); print("closed")
except RuntimeError as e: print(e)
import warnings; warnings.simplefilter("ignore")
