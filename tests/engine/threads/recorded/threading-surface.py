import threading, time, queue, sys
from concurrent.futures import *
log = []
def w(n):
    time.sleep(n); log.append(n)
ts = [threading.Thread(target=w, args=(x,), name=f"w{x}") for x in (0.3, 0.1, 0.2)]
for t in ts: t.start()
print(threading.active_count(), [t.name for t in threading.enumerate()], ts[0].is_alive())
for t in ts: t.join()
print(log, ts[0].is_alive())
try: ts[0].start()
except RuntimeError as e: print(e)
t = threading.Thread(target=w)
try: t.join()
except RuntimeError as e: print(e)
try: threading.current_thread().join()
except RuntimeError as e: print(e)
print(threading.current_thread() is threading.main_thread(), threading.current_thread().name)
hooked = []
threading.excepthook = lambda a: hooked.append((a.exc_type.__name__, str(a.exc_value), a.thread.name))
def bad(): raise ValueError("b")
t = threading.Thread(target=bad); t.start(); t.join(); print(hooked)
l = threading.Lock()
print(l.acquire(), l.acquire(False), l.acquire(timeout=0.1), l.locked()); l.release()
try: l.release()
except RuntimeError as e: print(e)
r = threading.RLock()
with r:
    with r: print("nested")
try: r.release()
except RuntimeError as e: print(e)
c = threading.Condition(); items = []
def consumer():
    with c:
        c.wait_for(lambda: items); log.append(items.pop())
t = threading.Thread(target=consumer); t.start()
with c: items.append("x"); c.notify()
t.join(); print(log[-1])
e = threading.Event()
print(e.wait(0.05), e.is_set()); e.set(); print(e.wait())
b = threading.Barrier(3, action=lambda: log.append("act"))
idx = []
ts = [threading.Thread(target=lambda: idx.append(b.wait())) for _ in range(3)]
for t in ts: t.start()
for t in ts: t.join()
print(sorted(idx), log[-1], b.broken)
tm = threading.Timer(0.1, lambda: log.append("timer")); tm.start(); tm.join(); print(log[-1])
tm = threading.Timer(10, lambda: log.append("no")); tm.start(); tm.cancel(); tm.join(); print(log[-1])
loc = threading.local(); loc.x = 1
def f(): log.append(hasattr(loc, "x"))
t = threading.Thread(target=f); t.start(); t.join(); print(log[-1], loc.x)
q = queue.Queue(2)
q.put(1); q.put(2)
try: q.put(3, timeout=0.01)
except queue.Full as e: print(repr(e))
print(q.get(), q.get(), q.qsize())
try: q.get_nowait()
except queue.Empty as e: print(repr(e))
with ThreadPoolExecutor(2, thread_name_prefix="p") as ex:
    fs = [ex.submit(lambda n=n: (time.sleep(n), threading.current_thread().name, n)[1:]) for n in (0.2, 0.1, 0.05)]
    print([f.result() for f in as_completed(fs)])
    f = ex.submit(lambda: 1 / 0)
    print(type(f.exception()).__name__, f.done(), f.cancelled())
    d, nd = wait([ex.submit(time.sleep, x) for x in (0.1, 0.5)], timeout=0.2)
    print(len(d), len(nd))
    f = ex.submit(time.sleep, 1)
    try: f.result(timeout=0.01)
    except TimeoutError as e: print(repr(e))
    fs = [ex.submit(time.sleep, 0.1) for _ in range(5)]
    print(fs[-1].cancel(), fs[-1].cancelled())
try: ex.submit(print)
except RuntimeError as e: print(e)
fut = Future()
fut.add_done_callback(lambda f: print("cb", f.result()))
fut.set_result(3)
try: fut.set_result(3)
except Exception as e: print(str(e)[:8])
t0 = time.perf_counter(); time.sleep(0.5); print(0.5 <= time.perf_counter() - t0 < 0.6)
s = threading.Semaphore(2)
print(s.acquire(), s.acquire(), s.acquire(blocking=False)); s.release(2)
bs = threading.BoundedSemaphore(1)
try: bs.release()
except ValueError as e: print(e)
def gen():
    for i in range(3):
        time.sleep(0.01); yield i
out = []
ts = [threading.Thread(target=lambda: out.append(list(gen()))) for _ in range(3)]
for t in ts: t.start()
for t in ts: t.join()
print(out)
class W:
    def __init__(self): self._n = 0
    @property
    def n(self): return self._n
    @n.setter
    def n(self, v): self._n = v
print(repr(threading.Thread(name="q"))[:19], threading.Thread(daemon=True).daemon)
