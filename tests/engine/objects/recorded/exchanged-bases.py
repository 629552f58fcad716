# Bases that are exchanged, and metaclasses with an order of their own.
log = []
class Meta(type):
    def mro(cls):
        log.append((cls.__name__, cls.__mro__ is None))
        order = type.mro(cls)
        if fails == cls.__name__: raise RuntimeError('no order for ' + cls.__name__)
        if extra is not None and cls.__name__ in only: order.insert(1, extra)
        return order
fails = None; extra = None; only = ()
class A(metaclass=Meta): tag = 'A'
class B(metaclass=Meta): tag = 'B'
class C(A): pass
class D(C): pass
class E(C): pass
print(log); log.clear()
C.__bases__ = (B,)
print(log, C.tag, D.tag, E.tag, [k.__name__ for k in D.__mro__], A.__subclasses__(), B.__subclasses__()); log.clear()
fails = 'E'
try: C.__bases__ = (A,)
except RuntimeError as e: print(e)
fails = None
print(C.__bases__, C.tag, D.tag, E.tag, [k.__name__ for k in D.__mro__], A.__subclasses__(), B.__subclasses__(), C.__base__)
class Mixin: tag = 'Mixin'
extra = Mixin; only = ('D',)
C.__bases__ = (A,)
print(C.tag, D.tag, [k.__name__ for k in D.__mro__], A.__subclasses__(), B.__subclasses__())
extra = None
# reentrance
class Again(type):
    def mro(cls):
        global ready
        if ready and cls.__name__ == 'Z':
            ready = False
            Z.__bases__ = (Y,)
        return type.mro(cls)
ready = False
class W(metaclass=Again): pass
class X(W): pass
class Y(W): pass
class Z(W): pass
ready = True
Z.__bases__ = (X,)
print(Z.__bases__, Y.__subclasses__(), X.__subclasses__(), Z.__mro__)
X.__bases__ = (Z,)
print(X.__mro__)
class Empty(type):
    def mro(cls): return answer
for answer in ((), [1], (int,), 5, [list], None):
    try:
        class Q(metaclass=Empty): pass
        print(Q.__mro__)
    except Exception as e: print(type(e).__name__, e)
for bad in ((), [object], (1,), (D,), (C,), (int,), (bool,), (type,)):
    try: C.__bases__ = bad; print(C.__bases__)
    except Exception as e: print(type(e).__name__, e)
try: del C.__bases__
except Exception as e: print(type(e).__name__, e)
try: int.__bases__ = (object,)
except Exception as e: print(type(e).__name__, e)
# operators follow
class P: 
    def __len__(self): return 3
    def __add__(self, o): return 'P+'
class R:
    def __len__(self): return 4
class S(P): pass
class T(S): pass
t = T(); print(len(t), t + 1)
S.__bases__ = (R,)
print(len(t))
try: print(t + 1)
except TypeError as e: print(e)
class Plain: pass
class Other: pass
class WithSlots: __slots__ = ('a',)
class Child(Other): pass
class IntChild(int): pass
for cls, new in ((Plain, (Other,)), (Child, (Plain,)), (Child, (object,)), (Child, (WithSlots,)), (Plain, (dict,)), (IntChild, (float,)), (IntChild, (bool,)), (Child, (list,)), (Child, (Plain, Other)), (Child, (Exception,)), (IntChild, (object,))):
    try: cls.__bases__ = new; print(cls.__bases__)
    except Exception as e: print(type(e).__name__, e)
for obj, new in ((Plain(), Other), (Plain(), int), (Plain(), WithSlots), (3, Plain), (IntChild(3), Plain), (Plain(), Exception), (Plain, Meta), (Plain(), 3), (WithSlots(), Plain)):
    try: obj.__class__ = new; print(type(obj).__name__)
    except Exception as e: print(type(e).__name__, e)
