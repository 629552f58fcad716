# When __del__ runs.
import gc
log = []
class D:
    def __init__(self, n): self.n = n
    def __del__(self): print('del', self.n)
def f():
    a = D('a'); b = D('b'); print('in f')
f()
x = D('x'); x = D('y'); print('rebound'); del x; print('after del')
l = [D(1), D(2)]; l.pop(); print('popped'); l[0] = None; print('replaced')
d = {'k': D('v')}; d['k'] = 0; d.clear()
class Cyc: 
    def __del__(self): print('cyc del')
c = Cyc(); c.me = c; del c; print('before gc'); print(gc.collect() > 0)
class Res:
    def __del__(self): global saved; saved = self; print('resurrect')
r = Res(); del r; print(type(saved)); del saved; print('gone quietly')
def g():
    try: raise ValueError(D('exc'))
    except ValueError as e: pass
    print('after except')
g()
class Slots:
    __slots__ = ('a', 'b')
    def __del__(self): print('slots del')
s = Slots(); s.a = D('sa'); s.b = D('sb'); del s
class E:
    def __del__(self): 1/0
e = E(); del e; print('error ignored')
D('temp'); print('after temp')
print([D('l1'), D('l2')] and 'list'); 
t = (D('t1'), D('t2')); del t
def gen():
    q = D('gen')
    yield 1
    yield 2
gg = gen(); next(gg); del gg; print('gen done')
def clos():
    z = D('cell')
    def inner(): return z
    return inner
h = clos(); print('closure'); del h
a = D('multi'); b = a; del a; print('still'); del b
class Base: 
    def __del__(self): print('Base del')
class Sub(Base):
    def __del__(self): print('Sub del'); super().__del__()
Sub()
def outer():
    v = D('v')
    raise KeyError
try: outer()
except KeyError as k: print('caught')
print('end')
class Meta(type):
    def __del__(cls): print('class gone', cls.__name__)
class Tmp(metaclass=Meta): pass
del Tmp; gc.collect(); print('class collected')
