# Which attributes are members, what they refuse, and what objects are reduced to.
import copyreg
import sys

for d in (complex.real, float.real, int.real, slice.start, range.start, property.fget, classmethod.__func__, type.__dict__['__basicsize__'], type.__dict__['__mro__'], type.__dict__['__base__'], BaseException.__dict__['__suppress_context__'], super.__dict__['__thisclass__'], OSError.errno, ImportError.name, StopIteration.value, type(len).__dict__['__self__'], type(lambda: 0).__dict__['__globals__'], type(lambda: 0).__dict__['__code__'], type((lambda: 0).__code__).co_name, memoryview.nbytes, type(sys._getframe()).f_lineno):
    print(getattr(d, '__name__', d), type(d).__name__)
class C:
    def f(self) -> int: 'doc'
    p = property(lambda s: 1, doc='d')
for name in ('fget', 'fset', 'fdel', '__doc__', '__isabstractmethod__', '__name__', 'other'):
    for act in (lambda: setattr(C.__dict__['p'], name, 3), lambda: delattr(C.__dict__['p'], name)):
        try: act(); print(name, 'ok')
        except Exception as e: print(type(e).__name__, e)
class A: pass
a = A()
print(a.__reduce_ex__(2)[0] is copyreg.__newobj__, a.__reduce_ex__(2)[1:])
a.x = 1
print(a.__reduce_ex__(4)[1:], a.__reduce__()[0] is copyreg._reconstructor, a.__reduce__()[1:])
class N:
    def __getnewargs__(self): return 'bad'
class M:
    def __getnewargs_ex__(self): return bad
try: N().__reduce_ex__(2)
except Exception as e: print(type(e).__name__, e)
for bad in ([], (1,), ((), []), ([], {}), ((1,), {}), ((1,), {'a': 1})):
    try: print(M().__reduce_ex__(2)[1:2])
    except Exception as e: print(type(e).__name__, e)
cm = classmethod(C.f); sm = staticmethod(C.f)
print(sorted(cm.__dict__), sorted(sm.__dict__))
class O:
    __dict__ = property(lambda self: 'no')
try: print(len(dir(O())) > 10)
except Exception as e: print(type(e).__name__, e)
class D:
    def __dir__(self): return answer
for answer in (3, ['b', 'a'], ('z', 'y'), [1, 2], [1, 'a'], {'k': 1}, 'ba'):
    try: print(dir(D()))
    except Exception as e: print(type(e).__name__, e)
class ReadOnly: pass
for target, name in ((1j, 'real'), (1, 'real'), (1.5, 'imag'), (range(3), 'start'), (slice(3), 'stop'), (ReadOnly, '__mro__'), (ReadOnly, '__base__'), (ReadOnly, '__basicsize__'), (ReadOnly, '__dict__'), (super(ReadOnly, ReadOnly), '__self__'), (classmethod(len), '__func__'), (lambda: 0, '__globals__'), (lambda: 0, '__closure__'), (len, '__name__'), (iter, '__self__'), (ReadOnly().__init__, '__self__'), (ReadOnly(), '__weakref__'), ((lambda: 0).__code__, 'co_name')):
    for act in (lambda: setattr(target, name, 3), lambda: delattr(target, name)):
        try: act(); print(name, 'ok')
        except Exception as e: print(type(e).__name__, e)
class Slotted(OSError):
    __slots__ = ('own',)
s = Slotted(5, 'text'); s.own = 1; s.more = 2
print(s.__reduce_ex__(2)[1:], getattr(s, '__getstate__', lambda: 'none')())
class Pair(Exception): __slots__ = ('own',)
p = Pair(1); p.own = 3
print(p.__reduce_ex__(4)[1:], p.__dict__)
