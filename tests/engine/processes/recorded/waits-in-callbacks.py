import multiprocessing as mp, time, threading
from concurrent.futures import ProcessPoolExecutor, ThreadPoolExecutor
ctx = mp.get_context("fork")
def init(l, v): global lock, val; lock, val = l, v
def f(x):
    with lock:
        v = val.value; time.sleep(.01); val.value = v + x
    return x
class Acc:
    def __init__(self, l): self.l = l
    def __call__(self, x):
        with self.l: time.sleep(.01); return x * 2
    def __enter__(self): self.l.acquire(); time.sleep(.01)
    def __exit__(self, *a): self.l.release()
    def __len__(self):
        with self.l: time.sleep(.01); return 3
    def __add__(self, o):
        with self.l: time.sleep(.01); return 5
    def __eq__(self, o):
        with self.l: time.sleep(.01); return True
    @property
    def p(self):
        with self.l: time.sleep(.01); return 7
l, v = ctx.Lock(), ctx.Value("i", 0)
with ctx.Pool(3, initializer=init, initargs=(l, v)) as pool:
    print(pool.map(f, range(6)), v.value); print(sum(pool.imap_unordered(f, range(6))), v.value); print(pool.starmap(f, [(1,), (2,)]), v.value)
with ProcessPoolExecutor(3, mp_context=ctx, initializer=init, initargs=(l, v)) as ex: print(sum(ex.map(f, range(6), chunksize=2)), v.value)
def w(a, q):
    with a: pass
    q.put((len(a), a + 1, a == 3, a.p, a(4), list(map(a, [1, 2])), sorted([3, 1], key=a)))
a, q = Acc(l), ctx.SimpleQueue(); ps = [ctx.Process(target=w, args=(a, q)) for _ in range(3)]; [p.start() for p in ps]; print([q.get() for _ in ps]); [p.join() for p in ps]
tl = threading.Lock(); ta = Acc(tl); res = []
def tw():
    with ta: pass
    res.append((len(ta), ta + 1, ta == 3, ta.p, ta(4), list(map(ta, [1, 2])), sorted([3, 1], key=ta)))
ts = [threading.Thread(target=tw) for _ in range(4)]; [t.start() for t in ts]; [t.join() for t in ts]; print(res)
import functools
calls = []
@functools.lru_cache
def slow(x): calls.append(x); time.sleep(.02); return x
@functools.cached_property
def cp(self): return 1
with ThreadPoolExecutor(3) as ex: print(sorted(ex.map(slow, [1, 1, 1, 2])), len(calls) >= 2)
def gen(n):
    for i in range(n): time.sleep(.005); yield i
def consume(): return list(gen(3)), sum(gen(3)), max(gen(3)), sorted(gen(3)), dict(enumerate(gen(2))), ",".join(str(x) for x in gen(3)), {*gen(2)}, any(gen(3)), tuple(gen(2))
with ThreadPoolExecutor(3) as ex: print(set(map(str, [f.result() for f in [ex.submit(consume) for _ in range(3)]])))
