# own event loop on generators; coroutine protocol
import types, heapq, time, collections, inspect
class Task:
    n = 0
    def __init__(self, c): Task.n += 1; self.id = Task.n; self.c = c; self.v = None
class Sched:
    def __init__(self): self.ready = collections.deque(); self.sl = []; self.seq = 0; self.t = 0
    def new(self, c): t = Task(c); self.ready.append(t); return t.id
    def run(self):
        while self.ready or self.sl:
            if not self.ready:
                self.t, _, t = heapq.heappop(self.sl); self.ready.append(t)
            t = self.ready.popleft()
            try: r = t.c.send(t.v)
            except StopIteration as e: print("task", t.id, "returned", e.value, "at", self.t); continue
            op, arg = r
            if op == "sleep": self.seq += 1; heapq.heappush(self.sl, (self.t + arg, self.seq, t))
            elif op == "spawn": t.v = self.new(arg); self.ready.append(t)
            else: self.ready.append(t)
@types.coroutine
def sleep(n): yield "sleep", n
@types.coroutine
def spawn(c): return (yield "spawn", c)
async def child(n): await sleep(n); return n
async def main():
    ids = [await spawn(child(i)) for i in (3, 1, 2)]
    await sleep(2.5); return ids
s = Sched(); s.new(main()); s.run()
class Aw:
    def __await__(self): x = yield 1; y = yield x; return x + y
async def f(): return await Aw()
c = f(); print(c.send(None), c.send(10))
try: c.send(5)
except StopIteration as e: print(e.value)
c = f(); c.send(None)
try: c.throw(ValueError("t"))
except ValueError as e: print(e, c.cr_frame)
c = f(); c.send(None); print(c.close(), inspect.getcoroutinestate(c))
try: c.send(None)
except RuntimeError as e: print(e)
c = f()
try: c.send(1)
except TypeError as e: print(e)
c.close()
async def ig():
    try: await Aw()
    except GeneratorExit: await Aw()
c = ig(); c.send(None)
try: c.close()
except RuntimeError as e: print(e)
for bad in (lambda: iter(f()), lambda: next(f()), lambda: list(f())):
    try: bad()
    except TypeError as e: print(e)
async def ag():
    x = yield 1
    print("x", x); yield 2
a = ag(); print(type(a.__anext__()).__name__, type(a.asend(None)).__name__, type(a.aclose()).__name__, hasattr(a, "__aiter__"), a.__aiter__() is a)
def drive(aw):
    try: aw.send(None)
    except StopIteration as e: return ("si", e.value)
    except StopAsyncIteration as e: return "sai"
print(drive(a.__anext__()), drive(a.asend("v")), drive(a.__anext__()), drive(a.aclose()))
def g():
    try:
        r = yield from sub(); print("r", r)
    except ValueError as e: print("outer", e); yield "rec"
def sub():
    try: yield 1
    finally: print("sub fin")
    return "ret"
x = g(); next(x); print(x.throw(ValueError("z"))); x = g(); next(x); print(next(x, "dflt")); x = g(); next(x); x.close()
import warnings
with warnings.catch_warnings(record=True) as w:
    warnings.simplefilter("always"); x = g(); next(x)
    try: x.throw(ValueError, "old style")
    except ValueError as e: print(e)
    print([str(i.message)[:40] for i in w])
