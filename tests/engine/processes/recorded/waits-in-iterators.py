import multiprocessing as mp, time
ctx = mp.get_context("fork")
def worker(q, out):
    for item in iter(q.get, None): out.put(item * item)
    out.put("done")
def worker2(c, out):
    out.put(sorted(c.recv() for _ in range(3))); out.put(list(map(lambda x: c.recv() + x, range(2))))
    out.put(sum(x for x in iter(c.recv, 0)))
class It:
    def __init__(self, c): self.c = c
    def __iter__(self): return self
    def __next__(self):
        x = self.c.recv()
        if x is None: raise StopIteration
        return x
def worker3(c, out):
    out.put([*It(c)]); out.put(max(It(c), key=lambda x: -x))
    out.put("end")
q, out = ctx.Queue(), ctx.Queue()
ps = [ctx.Process(target=worker, args=(q, out)) for _ in range(2)]; [p.start() for p in ps]
for i in range(4): time.sleep(.05); q.put(i)
q.put(None); q.put(None); print(sorted(str(out.get()) for _ in range(6))); [p.join() for p in ps]
a, b = ctx.Pipe(); p = ctx.Process(target=worker2, args=(b, out)); p.start()
for x in (3, 1, 2, 10, 20, 5, 6, 0): time.sleep(.02); a.send(x)
print(out.get(), out.get(), out.get()); p.join()
a, b = ctx.Pipe(); p = ctx.Process(target=worker3, args=(b, out)); p.start()
for x in (3, 1, None, 10, 20, None): time.sleep(.02); a.send(x)
print(out.get(), out.get(), out.get()); p.join()
def w4(i, q): q.put(i)
[p.start() or p for p in [ctx.Process(target=w4, args=(i, q)) for i in range(3)]]
print(sorted(q.get() for _ in range(3)))
