import sys, types, traceback, inspect
def names():
    f = sys._getframe(1); out = []
    while f and f.f_code.co_name != "judge": out.append(f.f_code.co_name); f = f.f_back
    return out
def g():
    try: yield names()
    except ValueError: yield names()
    except KeyError:
        yield names()
def f():
    yield from g()
def h(): yield from f()
x = h(); print(next(x)); print(x.throw(ValueError)); 
async def a(): return await b()
async def b(): return await c()
@types.coroutine
def c():
    try: yield len(traceback.extract_stack())
    except ZeroDivisionError: yield len(traceback.extract_stack()); 
co = a(); s = co.send(None); t = co.throw(ZeroDivisionError); print(s == t)
class It:
    def __iter__(self): return self
    def __next__(self): return names()
    def throw(self, *a): return names()
    def close(self): print("close", names())
def k(): yield from It()
x = k(); print(next(x)); print(x.throw(ValueError)); x.close()
def boom():
    try: yield 1
    except KeyError: raise RuntimeError("x")
def mid(): yield from boom()
def top(): yield from mid()
x = top(); next(x)
try: x.throw(KeyError)
except RuntimeError as e: print([f.name for f in traceback.extract_tb(e.__traceback__)], [f.name for f in traceback.extract_tb(e.__context__.__traceback__)])
def cl():
    try: yield 1
    finally: print("cl", names())
def mid(): yield from cl()
x = mid(); next(x); x.close()
x = mid(); next(x); del x
async def w(): await c()
co = w()
import warnings
with warnings.catch_warnings(record=True) as ws:
    warnings.simplefilter("always")
    async def nv(): pass
    n = nv(); n.cr_frame.clear(); n.close(); del n
    print([str(w.message) for w in ws])
co.close()
def run():
    return gen.gi_running, gen.gi_yieldfrom
def inner():
    try: yield 1
    except KeyError: yield run()
def outer(): yield from inner()
gen = outer(); next(gen); print(gen.throw(KeyError)[0])
import types
class E(Exception):
    def __new__(cls, *a): return cls
class E5(Exception):
    def __new__(cls, *a): return 5
def g(): yield 1
for K in (E, E5):
    x = g(); next(x)
    try: x.throw(K)
    except TypeError as e: print(e)
    try: raise K
    except TypeError as e: print(e)
@types.coroutine
def leg():
    yield 1
    return 2
l = leg(); print(list(l))
async def aw(): return await l
try: aw().send(None)
except StopIteration as e: print("stop", e.value)
except BaseException as e: print(type(e).__name__, e)
