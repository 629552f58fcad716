import threading, sys, time
sys.setswitchinterval(1e-4)
N = 300_000
def total(step):
    box = {"n": 0}
    def work():
        for _ in range(N): step(box)
    ts = [threading.Thread(target=work) for _ in range(4)]
    for t in ts: t.start()
    for t in ts: t.join()
    return box["n"]
def plain(b): b["n"] += 1
def ident(x): return x
def call(b): b["n"] = ident(b["n"]) + 1
class C:
    def __init__(s): s.v = 0
    def __iadd__(s, o):
        v = s.v
        ident(1)
        s.v = v + o
        return s
class P:
    def __init__(s): s._v = 0
    @property
    def v(s): return s._v
    @v.setter
    def v(s, x): s._v = x
p = P()
def prop(b): p.v += 1; b["n"] = p.v
c = C()
def iadd(b):
    global c
    c += 1
    b["n"] = c.v
print("plain exact", total(plain) == 4 * N)
print("call loses", total(call) < 4 * N)
print("property loses", total(prop) < 4 * N)
print("iadd loses", total(iadd) < 4 * N)
