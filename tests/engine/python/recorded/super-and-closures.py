class A:
    def f(self):
        def g(): return self
        return super().__hash__() == object.__hash__(self)
    def h(self):
        return all(self is x for x in [self]) and super().__hash__() == object.__hash__(self)
class M(type):
    def __instancecheck__(cls, x):
        if cls is None: return any(cls for y in ())
        return super().__instancecheck__(x)
class B(metaclass=M): pass
print(A().f(), A().h(), isinstance(B(), B), isinstance(1, B))
class C:
    def __init__(self, *a): self.a = a
class D(C):
    def __init__(self, *a):
        later = lambda: self
        super().__init__(*a)
        self.same = later() is self
    def gone(self):
        def inner(): return self
        del self
        try: super().x
        except (RuntimeError, UnboundLocalError) as e: return str(e)
    def changed(self):
        def inner(): return self
        self = C(5)
        try: return super().__repr__ is None
        except TypeError as e: return str(e)
    def listed(self):
        return [x is self for x in (self, 1)], super().__init__ is not None
    @classmethod
    def k(cls):
        f = lambda: cls
        return super().__new__(cls).__class__ is f()
    def star(*args):
        f = lambda: args
        try: return super().__repr__()
        except RuntimeError as e: return str(e)
d = D(1)
print(d.a, d.same, d.gone(), d.changed(), d.listed(), D.k(), d.star())
def gen_class():
    class G(C):
        def it(self):
            yield super().__init__ is not None
            yield (lambda: self)() is self
        async def co(self):
            (lambda: self)()
            return super().__init__ is not None
    return G
G = gen_class()
print(list(G().it()))
try: G().co().send(None)
except StopIteration as e: print(e.value)
class C:
    def star(*args):
        try: return super().__repr__()
        except Exception as e: return type(e).__name__, str(e)
    def star2(*args):
        f = lambda: args
        try: return super().__repr__()
        except Exception as e: return type(e).__name__, str(e)
    def star3(*args):
        s = super
        try: return s().__repr__()
        except Exception as e: return type(e).__name__, str(e)
    def kw(*, a=1):
        try: return super().__repr__()
        except Exception as e: return type(e).__name__, str(e)
    def none():
        try: return super().__repr__()
        except Exception as e: return type(e).__name__, str(e)
    def pos(self, /):
        return super().__init__ is not None
print(C().star(), C().star2(), C().star3(), C.kw(), C.none(), C().pos())
