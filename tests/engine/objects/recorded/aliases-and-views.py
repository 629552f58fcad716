# Unions, generic aliases, mapping proxies, subclasses of built-in types, hooks.
import sys
class _X:
    def f(self): pass
class types: MethodType=type(_X().f); GetSetDescriptorType=type(type.__dict__['__dict__']); MemberDescriptorType=type(type('S',(),{'__slots__':('a',)}).a); WrapperDescriptorType=type(int.__add__); MethodWrapperType=type((1).__add__); MappingProxyType=type(type.__dict__);  FunctionType=type(lambda:0); BuiltinFunctionType=type(len)
print(int | str, int | None, None | int, (int | str) | float, int | int, list[int] | None, int | str == str | int, hash(int | str) == hash(str | int), (int | str).__args__)
print(isinstance(1, int | str), isinstance(1.0, int | str), issubclass(bool, int | str), isinstance(None, int | None))
try: int | 3
except TypeError as e: print(e)
try: isinstance(1, list[int] | int)
except TypeError as e: print(e)
print(list[int], dict[str, list[int]], tuple[int, ...], list[int].__origin__, list[int].__args__, tuple[()], type[int], list[None], list["x"])
print(list[int]([1]), list[int] == list[int], list[int] != list[str], hash(list[int]) == hash(list[int]), list[int].append)
try: list[int][str]
except TypeError as e: print(e)
try: isinstance([], list[int])
except TypeError as e: print(e)
class L(list[int]): pass
print(L.__mro__, L.__orig_bases__)
class G:
    def __class_getitem__(cls, k): return (cls.__name__, k)
print(G[1], G[int, str])
try: int[3]
except TypeError as e: print(e)
class A: x = 1
mp = A.__dict__
print(mp['x'], 'x' in mp, len(mp) > 3, mp.get('q'), mp.get('x'), sorted(k for k in mp if not k.startswith('__')), type(mp))
try: mp['x'] = 2
except TypeError as e: print(e)
try: mp['nope']
except KeyError as e: print(repr(e))
A.y = 3; print(mp['y'])
m2 = types.MappingProxyType({'a': 1}); print(m2, m2 | {'b': 2}, list(m2.items()), m2 == {'a': 1}, m2.copy())
print(types.MethodType(len, [1, 2])(), types.MethodType(lambda s, x: (s, x), 1)(2))
print(types.FunctionType, types.BuiltinFunctionType, types.MethodType, types.GetSetDescriptorType, types.MemberDescriptorType, types.WrapperDescriptorType, types.MethodWrapperType)
try: type(sys._getframe())()
except TypeError as e: print(e)
try: type(x for x in ())()
except TypeError as e: print(e)
try: type(None)(1)
except TypeError as e: print(e)
print(type(None)() is None, type(...)() is ..., type(NotImplemented)() is NotImplemented)
class T(tuple):
    def __new__(cls, *a): return super().__new__(cls, a)
    @property
    def first(self): return self[0]
t = T(1, 2); print(t, t.first, type(t), t + (3,), t.__dict__)
class S(str):
    def __new__(cls, v): o = super().__new__(cls, v.upper()); o.orig = v; return o
s = S('ab'); print(s, s.orig, type(s + 'c'), type(s.lower()), s == 'AB', hash(s) == hash('AB'), {'AB': 1}[s])
class D(dict):
    def __missing__(self, k): return 'miss:' + str(k)
    def __getattr__(self, k): return self[k]
d = D(a=1); print(d['a'], d['z'], d.q, d.get('z'), d, dict(d), type(d.copy()))
class F(float):
    def __str__(self): return 'F!'
print(F(1.5), repr(F(1.5)), F(1.5) + 1, [F(2)], '%s' % F(1), f'{F(1)}', f'{F(1)!r}')
class E(Exception):
    def __str__(self): return 'E!'
try: raise E(1)
except E as e: print(e, repr(e), [e])
# abstract via __abstractmethods__
class Ab: pass
Ab.__abstractmethods__ = {'f', 'a'}
try: Ab()
except TypeError as e: print(e)
Ab.__abstractmethods__ = frozenset(); Ab()
try: A.__abstractmethods__
except AttributeError as e: print(e)
# instance check hooks
class M(type):
    def __instancecheck__(c, o): return o == 5
    def __subclasscheck__(c, o): return o is int
class C(metaclass=M): pass
print(isinstance(5, C), isinstance(6, C), issubclass(int, C), issubclass(str, C), isinstance(C.__new__(C), C))
class Fake:
    @property
    def __class__(self): return int
print(isinstance(Fake(), int), type(Fake()))
try: isinstance(1, 5)
except TypeError as e: print(e)
try: issubclass(1, int)
except TypeError as e: print(e)
try: isinstance(1, (int, 5)); isinstance('a', (int, 5))
except TypeError as e: print(e)
print(object.__subclasshook__(1), A.__subclasses__(), type.__prepare__())
print(A().__reduce_ex__(2)[1:], type('X', (), {'__module__': 'mm', '__qualname__': 'Q.X'}), type('Y', (A,), dict(z=1)).z)
class Outer:
    class Inner:
        def f(self): pass
    def g(self):
        class Local: pass
        return Local
print(Outer.Inner.f.__qualname__, Outer().g(), Outer.Inner)
class Desc:
    def __init__(self): self.d = {}
    def __set_name__(self, o, n): self.n = n
    def __get__(self, o, t=None): return self if o is None else self.d.get(id(o), 'unset ' + self.n)
    def __set__(self, o, v): self.d[id(o)] = v
    def __delete__(self, o): print('delete', self.n); self.d.pop(id(o), None)
class UD: at = Desc()
u = UD(); print(u.at); u.at = 4; print(u.at, 'at' in vars(u)); del u.at; print(u.at, UD.at is UD.__dict__['at'])
class RO:
    def __get__(self, o, t): return 1
    def __set__(self, o, v): raise AttributeError('read only!')
class HR: r = RO()
try: HR().r = 2
except AttributeError as e: print(e)
try: del HR().r
except AttributeError as e: print(repr(e))
class OnlyDel:
    def __delete__(self, o): print('od')
class OD: r = OnlyDel()
o = OD(); del o.r
try: o.r = 1
except AttributeError as e: print(repr(e))
print(o.r is OD.__dict__['r'])
