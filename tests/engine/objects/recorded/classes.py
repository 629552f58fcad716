# Metaclasses, hooks, slots, layouts, attribute access.
class Meta(type):
    def __new__(m, n, b, d, **k):
        print("Meta.__new__", n, k); return super().__new__(m, n, b, d)
    def __init__(c, n, b, d, **k):
        print("Meta.__init__", n, k); super().__init__(n, b, d)
    @classmethod
    def __prepare__(m, n, b, **k):
        print("prepare", n, k); return {"injected": 1}
    def __call__(c, *a):
        print("Meta.__call__", a); return super().__call__(*a)
class A(metaclass=Meta, opt=2):
    y = 2
print(A.injected, A, type(A), type(A()))
class B(A): pass
print(B.__mro__, B.__bases__, B.__base__, B.__name__, B.__qualname__, B.__module__)
class D:
    def __init_subclass__(cls, /, tag=None, **k):
        super().__init_subclass__(**k); cls.tag = tag; print("init_subclass", cls.__name__, tag)
class E1(D, tag="x"): pass
try:
    class E2(D, foo=1): pass
except TypeError as e: print(e)
class N:
    def __set_name__(self, o, n): print("set_name", o.__name__, n)
class F: a = N(); b = N()
class Bad:
    def __set_name__(self, o, n): 1/0
try:
    class G: z = Bad()
except Exception as e: print(type(e).__name__, e, getattr(e, '__notes__', None))
class H:
    __slots__ = ('a', '__b', 'c')
    def __init__(self): self.a = 1; self.__b = 2
h = H(); print(h.a, h._H__b, sorted(k for k in H.__dict__ if not k.startswith('__')), H.__slots__)
try: h.d = 1
except AttributeError as e: print(e)
try: h.c
except AttributeError as e: print(e)
try: h.__dict__
except AttributeError as e: print(e)
for code in ["class X(int): __slots__='a'", "class X: __slots__=('a','a')\nX().a=1", "class X(H): __slots__=('__dict__',)\nx=X(); x.q=1; print(x.__dict__)", "class X(H, A): __slots__=()", "class P1: __slots__='p'\nclass P2: __slots__='q'\nclass X(P1,P2): pass", "class X(A, object, A): pass", "class X(object, A): pass"]:
    try: exec(code)
    except Exception as e: print(type(e).__name__, e)
class O:
    def __eq__(self, o): return True
print(O.__hash__)
try: hash(O())
except TypeError as e: print(e)
class P(O):
    __hash__ = object.__hash__
print(isinstance(hash(P()), int))
A.z = 5; print(B.z); del A.z
try: B.z
except AttributeError as e: print(e)
try: del A.z
except AttributeError as e: print(e)
try: int.x = 1
except TypeError as e: print(e)
try: A.__name__ = 1
except TypeError as e: print(e)
A.__name__ = "Renamed"; print(A, A.__qualname__)
class Q: 
    def __len__(self): return 0
q = Q(); print(bool(q)); Q.__bool__ = lambda s: True; print(bool(q)); del Q.__bool__; print(bool(q)); 
Q.__len__ = lambda s: -1
try: len(q)
except ValueError as e: print(e)
Q.__len__ = lambda s: "x"
try: len(q)
except TypeError as e: print(e)
class R1:
    x = 1
class R2:
    x = 2
class R3(R1): pass
r = R3(); print(r.x); R3.__bases__ = (R2,); print(r.x, R3.__mro__)
r.__class__ = R1; print(type(r))
try: r.__class__ = int
except TypeError as e: print(e)
try: r.__class__ = H
except TypeError as e: print(e)
print(R1.__subclasses__(), R2.__subclasses__(), list(R1.__dict__))
print(type.__mro__, type(type), isinstance(type, object), object.__bases__, object.__base__, type.__base__)
print(dir(R1())[-3:], [n for n in dir(R1) if not n.startswith('__')])
class Z:
    def __getattr__(self, n): return "ga:" + n
    def __getattribute__(self, n):
        if n == "boom": raise AttributeError("no boom")
        if n == "err": raise ValueError("err")
        return object.__getattribute__(self, n)
z = Z(); z.q = 1; print(z.q, z.w, z.boom)
try: z.err
except ValueError as e: print(e)
class S:
    def __setattr__(self, n, v): print("set", n, v); super().__setattr__(n, v)
    def __delattr__(self, n): print("del", n); super().__delattr__(n)
s = S(); s.a = 1; print(s.__dict__, vars(s)); del s.a; print(s.__dict__)
s.__dict__ = {'k': 1}; print(s.k)
try: s.__dict__ = 1
except TypeError as e: print(e)
print(repr(object.__init_subclass__)[:50], object().__class__, repr(type(object.__new__)), A.__dict__.__class__)
