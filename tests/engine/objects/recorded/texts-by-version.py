# Texts and behaviour that differ between versions.
import sys
class D:
    def __init__(s,n): s.n=n
    def __del__(s): print('del',s.n)
def f():
    a=D('a'); b=D('b')
f(); print()
try: "a".split(foo=1)
except TypeError as e: print(e)
try: Exception().add_note(1)
except Exception as e: print(e)
try: ExceptionGroup('a',[ValueError()]).split(3)
except Exception as e: print(e)
class A: x=1
try: A.__abstractmethods__
except AttributeError as e: print(e)
class W: __slots__=('__weakref__',)
try:
  class W2(W): __slots__=('__weakref__',)
except TypeError as e: print(e)
class P: __slots__=('a',)
try: P().z=1
except Exception as e: print(e)
try: del P().a
except Exception as e: print(e)
try: del A().x
except Exception as e: print(e)
try: del A.zz
except Exception as e: print(e)
try: super(A, 1)
except Exception as e: print(e)
try: super(A, int)
except Exception as e: print(e)
class Q:
  p=property(lambda s:1)
for c in ("Q().p=1","del Q().p","property().__set__(1,2)"):
  try: exec(c)
  except Exception as e: print(e)
try: int.x=1
except Exception as e: print(e)
try: A.__name__=1
except Exception as e: print(e)
try: isinstance(1, 5)
except Exception as e: print(e)
try: issubclass(1, 5)
except Exception as e: print(e)
class N:
  def __set_name__(s,o,n): 1/0
try:
  class X: a=N()
except Exception as e: print(type(e),e,e.__cause__)
class CM:
  @classmethod
  @property
  def p(c): return 'cp'
print(CM.p)
print(type(int|str), repr(int|None))
try: object().x=1
except Exception as e: print(e)
try: object(1)
except Exception as e: print(e)
try: type(iter([]))()
except Exception as e: print(e)
print(list(A.__dict__))
try: A().__class__ = int
except Exception as e: print(e)
try: A.__bases__ = ()
except Exception as e: print(e)
try: [].append()
except Exception as e: print(e)
import weakref
try: weakref.ref(1)
except Exception as e: print(e)
try: weakref.ref()
except Exception as e: print(e)
r=weakref.ref(A); print(repr(r)[:11])
print(weakref.ref, weakref.ReferenceType, weakref.ProxyType, type(r).__name__, type(r).__module__)
print(hasattr(Exception, 'add_note'), hasattr(object,'__getstate__'), hasattr(A.__dict__['x'],'q'))
try:
  class AB(A, A): pass
except Exception as e: print(e)
try: A(1)
except Exception as e: print(e)
try: None.foo
except Exception as e: print(e)
try: A().foo()
except Exception as e: print(e)
try: A()()
except Exception as e: print(e)
try: A() + 1
except Exception as e: print(e)
try: A()[0]
except Exception as e: print(e)
try: A[0]
except Exception as e: print(e)
try: len(A())
except Exception as e: print(e)
try: A() < A()
except Exception as e: print(e)
try: {}[A()][0]
except KeyError as e: print('KE')
try: {[]: 1}
except Exception as e: print(e)
class AA:
  def f(self): pass
try: AA.f()
except Exception as e: print(e)
try: AA().f(1)
except Exception as e: print(e)
try: int('x')
except Exception as e: print(e)
class Ab: pass
Ab.__abstractmethods__={'g','f'}
try: Ab()
except Exception as e: print(e)
