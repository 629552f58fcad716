import traceback, sys
def last(f):
    try: f()
    except Exception as e:
        print(traceback.format_exception(type(e), e, e.__traceback__)[-1].strip())
        print(traceback.format_exception_only(type(e), e)[-1].strip())
class Inner:
    def __init__(self): self.deep = 1; self.value = 3
class A:
    klass = 1
    def __init__(self): self.foo = 1; self._hidden = 2; self.inner = Inner()
    def m(self): return foo
    def h(self): return self.hidden
    def k(self): return self.klas
    def n(self): return nonexisting_thing
a = A()
value_of_interest = 3
def g():
    longlocal = 1
    print(longloca)
def g2():
    print(value_of_intrest)
def g3(): return pritn
def g4(): return sys_ 
def g5(): return itertools
def g6(): return io
def g8(): from math import sqr
def g9():
    x = unbound; del x
    return x
def ub():
    print(later); later = 1
class S:
    __slots__ = ('alpha', 'beta')
def kw(alpha, *, beta=1): pass
def time_(): return time
for f in (a.m, a.h, a.k, a.n, g, g2, g3, g4, g5, g6, g8, ub, time_, lambda: a.hidden, lambda: a.fooo, lambda: a.deep, lambda: a.valu, lambda: [].add, lambda: [].push, lambda: ().append, lambda: ''.toUpperCase, lambda: {}.entries, lambda: {}.put, lambda: 1.0 .__or__, lambda: frozenset().add, lambda: S().alpha, lambda: S().alhpa, lambda: S().zzz, lambda: sys.pathh, lambda: sys.exti, lambda: kw(alpa=1), lambda: kw(1, bta=2), lambda: kw(1, zz=1), lambda: None.foo, lambda: [].appendd, lambda: [].len, lambda: ''.length, lambda: (1).reel, lambda: A.klas, lambda: type(a).inner, lambda: Inner, lambda: print(Foo), lambda: "".join(lst), lambda: lsit, lambda: math, lambda: Path, lambda: random, lambda: [].__gettitem__, lambda: getattr(a, 'fo o'), lambda: A().__foo, lambda: strr, lambda: Tru, lambda: none, lambda: null, lambda: dcit(), lambda: Len([1]), lambda: st, lambda: x, lambda: json):
    last(f)
for e in (NameError("x"), NameError("x", name="pritn"), AttributeError("a", name="appendd", obj=[]), AttributeError("a", name="appendd"), ImportError("x", name="math"), NameError("y", name="time")):
    print(traceback.format_exception_only(type(e), e)[-1].strip())
