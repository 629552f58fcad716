import sys
rc = sys.getrefcount
a = object()
def f(x): return rc(x)
def fv(*args): return rc(args[0])
def fk(**kw): return rc(kw["k"])
def fkv(x, *args, **kw): return rc(x), rc(args), rc(kw)
class C:
    def __init__(self, x=None): self.r = rc(x)
    def m(self, x): return rc(x), rc(self)
    def __call__(self, x): return rc(x), rc(self)
    @staticmethod
    def s(x): return rc(x)
    @classmethod
    def c(cls, x): return rc(x)
    @property
    def p(self): return rc(self)
    def __getattr__(self, n): return rc(self)
    def __add__(self, o): return rc(self), rc(o)
    def __lt__(self, o): return rc(self), rc(o)
    def __contains__(self, o): return rc(self) + rc(o)
    def __setitem__(self, k, v): print("set", rc(self), rc(k), rc(v))
    def __bool__(self): print("bool", rc(self)); return True
    def __len__(self): return 3
    def __hash__(self): return rc(self)
    def __str__(self): return str(rc(self))
    def __format__(self, s): return str(rc(self))
    def __iter__(self): print("iter", rc(self)); return iter([])
c = C(a)
print(f(a), f(x=a), fv(a), fv(a, a), fk(k=a), fkv(a, a, k=a))
print(f(*[a]), f(*(a,)), f(**{"x": a}), fv(*[a]), fv(*(a,)), fk(**{"k": a}), fkv(*(a, a), **{"k": a}))
t = (a,); print(f(*t), fv(*t), rc(a)); del t
print(c.r, C(a).r, C(x=a).r, C(*[a]).r)
b = c.m; print(b(a), rc(c)); del b
print(c + a, a in c or 1, c < a, c + c)
c[a] = a; c[a, 1] = c
if c: print("yes")
for _ in c: pass
list(c); [*c]; (*c,); print(*c)
print(list(map(rc, [a])), sorted([a], key=rc) == [a], max([a], key=f) is a, [rc(x) for x in [a]], list(filter(rc, [a])) == [a])
def g():
    y = a
    yield rc(y)
    yield rc(a)
print(list(g()), next(g()))
l = lambda: rc(a); print(l())
def outer():
    v = object()
    def inner(): return rc(v)
    return rc(v), inner(), f(v)
print(outer())
def nested(x): return f(x), fv(x), f(x=x), rc(x)
print(nested(a))
def local():
    v = object(); w = v
    return rc(v), f(v), fv(v), [v].count(v), rc([v][0]), (lambda q: rc(q))(v), fk(k=v), f(*[v]), f(**{"x": v})
print(local())
print(rc(object()), f(object()), rc([]), f([]), rc(c.m), fv(c.m), rc(lambda: 0), rc(C()), f(C()))
x = [a] * 3; print(rc(a)); y = x[:]; print(rc(a)); del x, y
d = {a: a, "k": a}; print(rc(a)); d.clear(); print(rc(a))
s = {a}; print(rc(a)); s.discard(a); print(rc(a))
def dflt(q=a): return rc(q)
print(dflt(), rc(a)); del dflt
try:
    raise ValueError(a)
except ValueError as e:
    print(rc(a), rc(e))
print(rc(a))
class D: at = a
print(rc(a), rc(D.at)); o = D(); o.z = a; print(rc(a), rc(o.z), rc(o.__dict__)); print(rc(vars(o)))
import functools
p = functools.partial(f, a); print(p(), rc(a))
(q, r), z = (a, a), a; print(rc(a))
q = r = z = None; print(rc(a))
with_ = [a]; u, = with_; print(rc(a))
match a:
    case w: print(rc(a))
print(rc(a), [i for i in [a] if rc(i) > 0] == [a], rc(a))
if (n := a) is a: print(rc(a))
def gen():
    r = yield a
    print(rc(r), rc(a))
    yield
it = gen(); v = next(it); it.send(v); print(rc(a))
