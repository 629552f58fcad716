import abc, gc, weakref, collections.abc
class A(abc.ABC):
    @classmethod
    def __subclasshook__(cls, C):
        print("hook", cls.__name__, C.__name__)
        if hasattr(C, 'q'): return True
        if hasattr(C, 'no'): return False
        return NotImplemented
class X: q=1
class Y: pass
class N: no=1
class Z(A): pass
for _ in range(2):
    for c in (X,Y,N,Z,int): print(c.__name__, issubclass(c, A), isinstance(c.__new__(c), A))
print("register"); A.register(int)
for _ in range(2):
    for c in (X,Y,N,Z,int,bool): print(c.__name__, issubclass(c, A))
print(isinstance(True, A), isinstance(3.5, A))
print(sorted(n for n in vars(A) if not n.startswith('__')), type(A._abc_impl).__name__, type(A._abc_impl).__module__)
class R: pass
A.register(R)
w = weakref.ref(R); del R; gc.collect(); print(w())
class P:
    @property
    def __class__(self): return X
print(isinstance(P(), A))
try: issubclass(1, A)
except TypeError as e: print(e)
try: A.register(1)
except TypeError as e: print(e)
print(abc.get_cache_token() > 0)
class D(A): pass
try: D.register(A)
except RuntimeError as e: print(e)
print(A.register(X) is X)
@A.register
class Dec: pass
print(issubclass(Dec, A), Dec.__mro__)
class M(abc.ABCMeta):
    def __subclasscheck__(cls, s): print("M", s.__name__); return super().__subclasscheck__(s)
class B(metaclass=M): pass
print(isinstance(3, B), isinstance(3,B), isinstance(B(), B), issubclass(B,B))


# What a pattern takes an instance for: the first class in the order of look-ups that is a sequence or a mapping.
import collections


def kind(x):
    match x:
        case [*_]:
            return "sequence"
        case {}:
            return "mapping"


class Late: pass
class Child(Late): pass
print(kind(Late()), kind(Child()))
collections.abc.Mapping.register(Late)
class After(Late): pass
print(kind(Late()), kind(Child()), kind(After()))
class Both(collections.UserList, collections.abc.Mapping): pass
class Turned(dict, collections.UserList): pass
class Plain(Late, collections.UserList): pass
print(kind(Both()), kind(Turned()), kind(Plain()))
print([kind(x) for x in ("a", b"", bytearray(), range(2), memoryview(b""), collections.deque(), {}.items(), type.__dict__, collections.Counter(), {1})])
print([t.__flags__ >> 5 & 3 for t in (list, dict, Late, collections.OrderedDict, collections.UserDict, collections.abc.Sequence, str, Both, Turned)])
print([t.__flags__ >> 24 & 255 for t in (int, bool, list, tuple, bytes, str, dict, KeyError, type, object, Turned)])
print("__abc_tpflags__" in vars(collections.abc.Sequence))
