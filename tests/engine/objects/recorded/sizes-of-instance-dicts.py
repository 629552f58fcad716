import sys
class A: pass
def mk(n, cls=A, pre='a'):
    o=cls()
    for i in range(n): setattr(o, pre+str(i), i)
    return o
g=sys.getsizeof
def ds(o): return g(o.__dict__)
print('cls', g(A))
keep=[]
for n in (0,1,2,3,5,6,7,10,11,12,21,22,30,31,32):
    class A: pass
    o=mk(n, A); print(n, ds(o), g(A), end=' | ')
    o2=mk(n, A); print(ds(o2), g(A), ds(o), end=' | ')
    o3=A(); print(ds(o3), g(A))
class B: pass
os=[]
r=[]
for i in range(40):
    o=B(); o.x=1; o.y=2; os.append(o); r.append(ds(o))
print(r)
print([ds(o) for o in os[:5]])
o=os[3]; o.z=1; print(ds(o), ds(os[4])); o.w=1; print(ds(o), ds(os[4])); o.v=3; print(ds(o), ds(os[4]))
class C: pass
a=C(); a.x=1; a.y=2; b=C(); b.y=1; print(ds(a), ds(b)); b.x=1; print(ds(a), ds(b), list(b.__dict__))
del a.x; print(ds(a), ds(b), g(C)); c=C(); c.x=1; print(ds(c), g(C))
a.__dict__.clear(); print(ds(a)); a.q=1; print(ds(a))
class D: pass
d=D(); d.x=1; d.__dict__['y']=2; print(ds(d)); d.__dict__[1]=2; print(ds(d))
d=D(); d.__dict__.update(p=1,q=2,r=3); print(ds(d)); d.__dict__.update({str(i):i for i in range(10)}); print(ds(d))
d=D(); print(ds(d)); d.__dict__={'x':1}; print(ds(d))
d=D(); d.x=1; d.y=2; dd=d.__dict__; d.__dict__=dict(dd); print(g(dd), ds(d))
d=D(); d.x=1; print(g(d.__dict__.copy()), g(dict(d.__dict__)), g({**d.__dict__}))
d=D(); d.x=1; d.__dict__.popitem(); print(ds(d)); 
d=D(); d.x=1; d.__dict__.pop('x'); print(ds(d)); d.x=2; print(ds(d))
d=D(); d.x=1; d.__dict__.setdefault('k', 2); print(ds(d))
class E(Exception): pass
e=E(); print(ds(e), g(E)); e.x=1; print(ds(e), g(E)); e2=E(); e2.x=1; print(ds(e2))
class F(int): pass
e=F(3); print(ds(e)); e.x=1; print(ds(e)); 
class G(A): pass
o=G(); o.x=1; print(ds(o), g(G)); o=A(); o.x=1; print(ds(o), g(A))
class H:
    def __init__(self):
        self.a=self.b=self.c=1
hs=[H() for _ in range(5)]; print([ds(h) for h in hs], g(H))
for i,h in enumerate(hs): setattr(h,'n%d'%i,1)
print([ds(h) for h in hs], g(H)); hs.append(H()); print(ds(hs[-1]))
import functools
def f(): pass
f.x=1; print(ds(f)); print(g(sys.__dict__)>0, g(vars(functools.partial(f))))
class S:
    __slots__=('__dict__','q')
s=S(); s.q=1; print(ds(s)); s.z=1; print(ds(s), g(S))
class L(list): pass
l=L(); print(ds(l)); l.x=1; print(ds(l), g(L))
import copy, pickle
class P: pass
p=P(); p.x=1; p.y=2; q=copy.copy(p); print(ds(p), ds(q)); q=pickle.loads(pickle.dumps(p)); print(ds(q))
from dataclasses import dataclass
@dataclass
class DC:
    x:int=1
    y:int=2
print(ds(DC()), ds(DC()), g(DC))
import sys
g=sys.getsizeof
class D: pass
d=D(); d.x=1; print(g(d.__dict__), g(dict(d.__dict__)), g({**d.__dict__}), g(dict({'x':1})), g({'x':1}), g({**{'x':1}}))
d=D(); d.x=1; d.__dict__[1]=2; print(g(d.__dict__))
e={'x':1}; e[1]=2; print(g(e))
e={'x':1,'y':2}; e[1]=2; print(g(e))
e={'x':1,'y':2,'z':3}; e[1]=2; print(g(e))
e=dict(x=1); print(g(e)); e[1]=2; print(g(e))
e={}; e['x']=1; print(g(e)); e[1]=2; print(g(e))
for n in range(1,12):
    e={'k%d'%i:i for i in range(n)}; s=g(e); e[1]=2; f={}; f.update({'k%d'%i:i for i in range(n)}); h=dict(f); i2={'q':1}; i2.update(f); print(n, s, g(e), g(f), g(h), g(f.copy()), g({**f}), g(f|{}), g(i2), g(dict(zip(f,f))), g(dict.fromkeys(f)))
