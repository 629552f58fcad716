# super with right and wrong arguments.
def t(label, f):
    try: print(label, repr(f()))
    except BaseException as e: print(label, type(e).__name__, e)
class A:
    x = 1
    def m(self): return 'A.m'
    @classmethod
    def c(cls): return cls.__name__
    @staticmethod
    def s(): return 's'
    @property
    def p(self): return 'p'
class B(A):
    x = 2
    def a(self): return super(1, self).m()
    def b(self): return super(B, 5).m()
    def d(self): return super(B, self).nope
    def e(self): return super().nope
    def f(self): return super(B).m
    def g(self): super().x = 5
    def h(self): return (super().x, super().p, super().m(), super().c(), super().s())
    def i(self): return super(A, self).m
    def j(self): return super(int, self).m
    def k(self): return super(B, None).m
    def l(self): return super(B, self, 1).m
    def m2(self): return super(type=B).m
    def n(self): return [super().x for _ in [1]]
    def o(self): return [super(B, self).x for _ in [1]]
    def q(self): del self; return super().m()
    def r(self): self = 3; return super().m()
    def u(*args): return super().m()
    @staticmethod
    def v(): return super().x
    @classmethod
    def w(cls): return super().c()
    def y(self): return (lambda: super().x)()
    def z(self): return super().__class__, super().__thisclass__, super().__self_class__, super().__self__ is self
    def __repr__(self): return 'B!'
    def eq(self): return super() == super(), repr(super()), str(super(B)), hash(super()) is not None
    def dirs(self): return 'm' in dir(super()), 'x' in super().__dict__ if hasattr(super(), '__dict__') else None
    def op(self): return super() + 1
    def it(self): return super()[0]
    def ln(self): return len(super())
    def cl(self): return super()()
b = B()
for n in 'a b d e f g h i j k l m2 n o q r u v w y z eq dirs op it ln cl'.split(): t(n, getattr(b, n))
def outside(self): return super().m()
t('outside', lambda: outside(b)); B.late = outside; t('late', b.late)
def noargs(): return super()
t('noargs', noargs); t('module', lambda: super())
t('new', lambda: super(B, b).m()); t('new2', lambda: super(B, B).c()); t('cls', lambda: super(A, B).c()); t('unbound', lambda: super(B).__get__(b).m()); t('unbound2', lambda: super(B).__get__(5)); t('getnone', lambda: super(B).__get__(None, B))
class Proxy:
    def __init__(s, o): s.o = o
    @property
    def __class__(s): return type(s.o)
t('claimed', lambda: super(B, Proxy(b)).x)
class S(super): pass
t('sub', lambda: S(B, b).x); t('sub2', lambda: S(B).__get__(b).x)
class Meta(type):
    def mm(cls): return 'meta'
class MM(Meta):
    def mm(cls): return 'sub' + super().mm()
class Z(metaclass=MM): pass
t('meta', Z.mm)
class Cell:
    def f(self): return __class__
    def g(self):
        __class__ = 5
        return super().f
t('cell', Cell().f); t('cell2', Cell().g)
s = super(B, b); super.__init__(s, A, b); t('reinit', lambda: s.__thisclass__)
t('init', lambda: super.__init__(s)); t('init2', lambda: s.__init__(5)); t('set', lambda: setattr(s, 'q', 1)); t('del', lambda: delattr(s, 'q'))
class C:
    def method(self):
        return super(1, self).method()
try: C().method()
except TypeError as e: print(e)
