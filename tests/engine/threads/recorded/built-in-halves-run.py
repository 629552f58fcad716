import sys, functools, operator, threading, _queue, asyncio, _thread, queue, json, heapq, math, random, time, io, datetime, struct
def err(f,/,*a,**k):
    try: print(f(*a,**k))
    except BaseException as e: print(type(e).__name__, e)
# depth
sys.setrecursionlimit(400)
@functools.lru_cache(None)
def fib(n): return n if n<2 else fib(n-1)+fib(n-2)
print(fib(100))
def rec(n): return 0 if n==0 else functools.reduce(lambda a,b: a+rec(n-1), [1,2])
print(rec(40))
def deep(n): return functools.partial(deep, n-1)() if n else 'end'
print(deep(150))
ev=[]
def prof(f,e,a):
    ev.append((e, getattr(a,'__name__',None) if e.startswith('c_') else f.f_code.co_name))
def cb(a,b): return a+b
sys.setprofile(prof)
functools.reduce(cb,[1,2])
try: functools.reduce(cb,[])
except TypeError: pass
sys.setprofile(None)
print(ev)
# threads
q=_queue.SimpleQueue()
out=[]
t=threading.Thread(target=lambda: out.append(q.get())); t.start(); q.put(3); t.join(); print(out)
def gen():
    x = yield 1
    yield functools.reduce(lambda a,b:a+b,[x,2])
g=gen(); next(g); print(g.send(4))
print(list(map(operator.itemgetter(1),[(1,2),(3,4)])), sorted([(1,2),(0,1)],key=operator.itemgetter(1)))
async def main():
    loop=asyncio.get_running_loop(); f=loop.create_future(); loop.call_soon(f.set_result, 3)
    print(await f, type(asyncio.Future.done), type(f.done))
    t=asyncio.create_task(asyncio.sleep(0,5)); print(await t); err(t.result,1); err(t.done,1); err(t.add_done_callback)
    try: f.foo
    except AttributeError as e: print(1)
    print(f._state, repr(f))
    class F(asyncio.Future): pass
    x=F(); x.set_exception(ValueError(1))
    try: await x
    except ValueError as e: print(repr(e))
asyncio.run(main())
b=io.BytesIO(b"a"); err(b.write); err(b.write, 'a'); err(b.read,1,2); print(type(b.getvalue))
print(type(io.StringIO().read), io.StringIO.read); s=io.StringIO('a'); err(s.read,1,2); err(s.write); err(s.getvalue,1); err(s.readline,'x')
print(_thread.start_new_thread, threading.get_ident, type(threading.Lock().acquire)); err(_thread.start_new_thread); err(_thread.start_new_thread, 1, 2); err(threading.excepthook, 1)
print(threading.excepthook, type(_thread.exit)); err(_thread.exit, 1)
def bad(): raise ValueError(3)
t=threading.Thread(target=bad); t.start(); t.join()
b=io.BytesIO(b"abc\nd"); print(b.read(2), b.readline(), list(b), b.tell(), io.StringIO("x\ny").readlines(), 'tell' in vars(io.StringIO))
