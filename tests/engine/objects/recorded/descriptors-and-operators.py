class P:
    """doc"""
    def __init__(self): self._x = 0
    @property
    def x(self):
        "x doc"
        return self._x
    @x.setter
    def x(self, v): self._x = v
    @property
    def ro(self): return 1
    wo = property(None, lambda s, v: None)
p = P(); p.x = 5; print(p.x, P.x.__doc__, P.x.fget.__name__, P.__doc__)
for c in ["p.ro = 1", "del p.ro", "p.wo", "del p.x", "P.x.__get__(None, None)", "property().__get__(p)", "property().__set__(p, 1)"]:
    try: exec(c)
    except Exception as e: print(type(e).__name__, e)
class D:
    def __get__(self, o, t): return ('get', o is None, t.__name__)
    def __set__(self, o, v): print('set', v)
class N:
    def __get__(self, o, t): return 'nondata'
class X:
    d = D(); n = N()
    @classmethod
    def cm(cls, a=1): return cls.__name__, a
    @staticmethod
    def sm(a=2): return a
    def m(self): return 'm'
x = X(); print(x.d, X.d); x.d = 3; x.__dict__['d'] = 'inst'; print(x.d); x.n = 'i'; print(x.n, X.n)
try: del x.d
except AttributeError as e: print(repr(e))
print(X.cm(), x.cm(5), X.sm(), x.sm(3), X.__dict__['sm'](7), X.__dict__['cm'].__func__ is X.cm.__func__)
try: X.__dict__['cm']()
except TypeError as e: print(e)
print(X().m.__func__ is X.m, X.m.__name__, X.m.__qualname__, X.cm.__self__, x.m.__self__ is x)
print(repr(X.__dict__['sm'])[:30], repr(X.__dict__['cm'])[:30])
print(x.m == x.m, x.m is x.m, hash(x.m) == hash(x.m), x.m == X().m)
try: x.m.a = 1
except AttributeError as e: print(e)
print(X.sm.__name__, X.__dict__['sm'].__wrapped__ is X.sm)
class Base:
    def f(self): return 'Base.f'
    @classmethod
    def c(cls): return 'Base.c', cls.__name__
    @property
    def pr(self): return 'Base.pr'
    @staticmethod
    def s(): return 'Base.s'
class Sub(Base):
    def f(self): return super().f() + '+'
    @classmethod
    def c(cls): return super().c()
    @property
    def pr(self): return super().pr + '+'
    def g(self): return super(Sub, self).f(), super(Sub, Sub).s()
    def h(self): return super().nope
    def k(self): return repr(super())
    def cls(self): return __class__
s = Sub(); print(s.f(), s.c(), Sub.c(), s.pr, s.g(), s.k(), s.cls())
try: s.h()
except AttributeError as e: print(e)
try: super(Sub, 1).f
except TypeError as e: print(e)
def nosuper(): super()
try: nosuper()
except RuntimeError as e: print(e)
def nosuper2(a): super()
try: nosuper2(1)
except RuntimeError as e: print(e)
print(super(Sub, s).__thisclass__, super(Sub, s).__self__ is s, super(Sub, s).__self_class__)
# binary ops
class V:
    def __init__(s, n): s.n = n
    def __add__(s, o): print(s.n, '+'); return NotImplemented
    def __radd__(s, o): print(s.n, 'r+'); return NotImplemented
    def __eq__(s, o): print(s.n, '=='); return NotImplemented
    def __lt__(s, o): print(s.n, '<'); return NotImplemented
    def __gt__(s, o): print(s.n, '>'); return NotImplemented
class W(V):
    def __radd__(s, o): print(s.n, 'W r+'); return NotImplemented
for a, b in [(V(1), V(2)), (V(1), W(2)), (W(1), V(2)), (V(1), 3), (3, V(1))]:
    try: a + b
    except TypeError as e: print(e)
    print(a == b)
    try: a < b
    except TypeError as e: print(e)
class I(int):
    def __add__(s, o): return 'I.add'
    def __pow__(s, o, m=None): return ('pow', int(o), m)
    def __rpow__(s, o): return ('rpow', o)
print(I(1) + 2, 1 + I(2), I(2) ** 3, 2 ** I(3), pow(I(2), 3, 5), I(2) * 3, -I(4))
class L(list):
    def __getitem__(s, i): return ('gi', i)
    def __len__(s): return 99
    def __contains__(s, i): return 'c'
l = L([1, 2]); print(l[0], l[1:2], len(l), 5 in l, l + [3], l * 2, list(l))
class It:
    def __init__(s): s.i = 0
    def __iter__(s): return s
    def __next__(s):
        s.i += 1
        if s.i > 2: raise StopIteration('val')
        return s.i
print(list(It()))
class GI:
    def __getitem__(s, i):
        if i > 2: raise IndexError
        return i * 2
print(list(GI()), 4 in GI())
class NoIter: __iter__ = None
try: iter(NoIter())
except TypeError as e: print(e)
class CallMe:
    def __call__(s, *a, **k): return a, k
print(CallMe()(1, b=2), callable(CallMe()), callable(1))
class BadRepr:
    def __repr__(s): return 1
try: repr(BadRepr())
except TypeError as e: print(e)
try: str(BadRepr())
except TypeError as e: print(e)
class BadHash:
    def __hash__(s): return 'x'
try: hash(BadHash())
except TypeError as e: print(e)
class BH2:
    def __hash__(s): return -1
print(hash(BH2())); 
class BH3:
    def __hash__(s): return 2**20+5
print(hash(BH3()))
class BB:
    def __bool__(s): return 1
try: bool(BB())
except TypeError as e: print(e)
class Fmt:
    def __format__(s, f): return 'F' + f
print(format(Fmt(), 'x'), f'{Fmt():yy}', '{:z}'.format(Fmt()))
try: format(object(), 'x')
except TypeError as e: print(e)
