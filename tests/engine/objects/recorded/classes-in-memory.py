"""What a class is made of: its objects die together, and only a collection frees them."""
import gc
import sys

rc = sys.getrefcount


def kinds(objects):
    return sorted(type(one).__name__ for one in objects if one is not globals() and type(one).__name__ != "list")


gc.collect()
class Plain: pass
del Plain
print("a class", gc.collect())

class WithMethod:
    x = 1
    def method(self): pass
del WithMethod
print("with a function in it", gc.collect())

class Base: pass
class Derived(Base): pass
del Base, Derived
print("two of a line", gc.collect())

class Slotted: __slots__ = ("a", "b")
del Slotted
print("with slots", gc.collect())

def local():
    class Inner: pass
    return Inner()
made = local()
del made
print("of an instance that was the last", gc.collect())

called = type("Called", (), {})
del called
print("made by a call", gc.collect())

class Meta(type): pass
class OfMeta(metaclass=Meta): pass
del Meta, OfMeta
print("and its metaclass", gc.collect())

class A: pass
print(rc(A))
a = A()
print(rc(A))
class B(A): pass
class C(B): pass
print(rc(A), rc(B), rc(C))
print(kinds(gc.get_referents(C)))
print(C in gc.get_referrers(B), any(type(one) is tuple and C in one for one in gc.get_referrers(C)))
print(A.__mro__ is A.__mro__, C.__bases__ is C.__bases__, int.__mro__ is int.__mro__)
C.__bases__ = (A,)
print(C.__mro__, rc(B), rc(A))
print(rc(sys.exit), rc(gc.collect))
