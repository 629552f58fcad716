import gc, sys
class N: pass
a = N(); a.me = a
print(gc.is_tracked(vars(a)), gc.is_tracked(a), sys.getrefcount(vars(a)))
d = vars(a)
print([type(x).__name__ for x in gc.get_referents(a)], [type(x).__name__ for x in gc.get_referents(d)])
d['k'] = []
print(gc.is_tracked(d))
print([type(x).__name__ for x in gc.get_referents(a)], [type(x).__name__ for x in gc.get_referents(d)])
b = N(); b.x = 1
print(gc.is_tracked(vars(b)))
b.y = []
print(gc.is_tracked(vars(b)))
vars(b)['z'] = []
print(gc.is_tracked(vars(b)))
gc.collect()
print(gc.is_tracked(vars(b)), gc.is_tracked(vars(a)))
c = N()
print(gc.is_tracked(vars(c)))
c.q = c
print(gc.is_tracked(vars(c)))
e = N(); de = vars(e); e.l = []; e.m = [1]
print(sys.getrefcount(e.l), len(gc.get_referrers(e.l)), [type(x).__name__ for x in gc.get_referrers(e.l)])
del e
print(gc.is_tracked(de), de, [type(x).__name__ for x in gc.get_referrers(de['l'])])
f = N(); f.a = 1; f.b = 2
df = vars(f)
del f.a
f.a = 3
print(df, list(df))
f.__dict__ = {'z': f}
print(df, gc.is_tracked(df), gc.is_tracked(vars(f)))
for i in range(40): setattr(f, 'n%d' % i, i)
g = N()
dg = g.__dict__
dg.update(x=g)
print(gc.is_tracked(dg), len(gc.get_referents(g)))
dg.clear(); print(dg, g.__dict__ is dg, len(gc.get_referents(g)))
g.y = 5; print(dg)
del g, dg
h = N(); h.x = h; vars(h); del h
i = N(); i.x = i; vars(i)['w'] = 1; del i
j = N(); vars(j); j.x = j; del j
k = N(); dk = vars(k); dk['x'] = k; del k, dk
gc.collect()
for t in range(4):
    h = N()
    if t == 0: h.x = h; vars(h)
    if t == 1: h.x = h; vars(h)['w'] = 1
    if t == 2: vars(h); h.x = h
    if t == 3: h.l = [h]; vars(h)
    del h
    print(t, gc.collect())
