import multiprocessing as mp
from multiprocessing import shared_memory
from multiprocessing.connection import Listener, Client
from multiprocessing.managers import BaseManager
import re
ctx = mp.get_context("fork")
def w(d, l, ns, v, lock, i):
    d[i] = i * i; l.append(i); ns.x = i
    with lock: v.value += 1
def shm_child(name): s = shared_memory.SharedMemory(name); s.buf[0] = 99; s.close()
def sl_child(name): l = shared_memory.ShareableList(name=name); l[0] = 7; l[2] = "changed"; l.shm.close()
def client(addr):
    with Client(addr, authkey=b"k") as c: c.send({"a": 1}); print(c.recv())
class Maths:
    def add(self, a, b): return a + b
    def boom(self): raise ValueError("remote")
class MyManager(BaseManager): pass
MyManager.register("Maths", Maths)
if __name__ == "__main__":
    mp.set_start_method("fork")
    with mp.Manager() as m:
        d, l, ns, v, lock = m.dict(), m.list([0]), m.Namespace(), m.Value("i", 0), m.Lock()
        ps = [ctx.Process(target=w, args=(d, l, ns, v, lock, i)) for i in range(3)]; [p.start() for p in ps]; [p.join() for p in ps]
        print(sorted(d.items()), sorted(l), v.value, ns.x in (0, 1, 2), len(d), 1 in d, d.get(9, "no"), d[2])
        print(str(d.copy()) != "", re.sub("0x.*", "0x", repr(d)), str(l)[:2], sorted(d.keys()), sorted(d), l[0], l[-1] >= 0)
        try: d["missing"]
        except KeyError as e: print("KeyError", e)
        d["n"] = [1]; d["n"].append(2); print(d["n"])
        x = d["n"]; x.append(2); d["n"] = x; print(d["n"])
        q = m.Queue(); q.put(1); print(q.get(), q.empty()); e = m.Event(); e.set(); print(e.is_set())
        l += [5]; print(len(l), type(l).__name__, d._getvalue()["n"], l[1:3] == list(l)[1:3])
        d["inner"] = m.list([1, 2]); d["inner"].append(3); print(list(d["inner"]))
        a = m.Array("i", [1, 2, 3]); a[0] = 9; print(a[0], len(a))
    with MyManager() as mm:
        x = mm.Maths(); print(x.add(2, 3))
        try: x.boom()
        except ValueError as e: print(e)
        try: x.nothing()
        except AttributeError: print("no such method")
    s = shared_memory.SharedMemory(create=True, size=10); s.buf[:3] = b"abc"; p = ctx.Process(target=shm_child, args=(s.name,)); p.start(); p.join()
    print(bytes(s.buf[:3]), s.size, s.name[:4], repr(s)[:15]); other = shared_memory.SharedMemory(s.name); other.buf[1] = 65; print(s.buf[1]); other.close(); s.close(); s.unlink()
    try: shared_memory.SharedMemory("nope_x")
    except FileNotFoundError as e: print(e)
    try: shared_memory.SharedMemory(create=True, size=0)
    except ValueError as e: print(e)
    l = shared_memory.ShareableList([1, 2.5, "hello", None, True, b"xy"]); p = ctx.Process(target=sl_child, args=(l.shm.name,)); p.start(); p.join()
    print(list(l), len(l), l.index(7), l.count(None))
    try: l[2] = "x" * 100
    except ValueError as e: print(e)
    l.shm.close(); l.shm.unlink()
    with Listener(("localhost", 0), authkey=b"k") as ls:
        p = ctx.Process(target=client, args=(ls.address,)); p.start()
        with ls.accept() as c: print(c.recv()); c.send("hi")
        p.join()
    try: Client(("localhost", 1))
    except ConnectionRefusedError as e: print(e)
