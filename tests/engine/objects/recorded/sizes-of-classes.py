import sys
def show(*a): print(*a)
class A: pass
class B: __slots__=()
class C: __slots__=('x','y')
class D(int): pass
class E(Exception): pass
class F(tuple): pass
class G(tuple): __slots__=()
class H(B): pass
class I(A): pass
class J(A): __slots__=()
class K: __slots__=('__dict__',)
class L: __slots__=('__weakref__',)
class M(type): pass
class N(list): pass
class O(str): pass
class P(bytes): pass
class Q(dict): pass
class R(set): pass
class S(float): pass
class T(complex): pass
class U(bytearray): pass
class X(A, metaclass=M): pass
for c in (A,B,C,D,E,F,G,H,I,J,K,L,M,N,O,P,Q,R,S,T,U,X): show(c.__name__, sys.getsizeof(c), c.__basicsize__, c.__itemsize__, type(c).__sizeof__(c))
for o in (A(),B(),C(),D(5),D(0),D(2**100),E(),E(1),F(),F((1,2)),G((1,)),H(),J(),K(),L(),N(),N([1]),O(),O('abc'),O('\xe9'),O('\u1234'),P(b''),P(b'abc'),Q(),Q(a=1),R(),S(1),T(1),U(),U(b'abc')):
    show(type(o).__name__, sys.getsizeof(o), o.__sizeof__(), isinstance(o, int) or object.__sizeof__(o))
for o in (5, 0, -5, 2**30, 2**60, True, False, 1.5, 1j, 'a', '', '\xe9', '\xff', 'ab', '\u1234', b'', b'a', (), (1,), [], [1], {}, {1:2}, set(), frozenset(), bytearray(), bytearray(b'a'), None, ..., NotImplemented, range(3), slice(1)):
    show(repr(o), sys.getsizeof(o), o.__sizeof__(), isinstance(o, int) or object.__sizeof__(o))
for t in (object,type,int,bool,float,complex,str,bytes,bytearray,tuple,list,dict,set,frozenset,range,slice,property,staticmethod,classmethod,super,enumerate,zip,map,filter,reversed,memoryview,BaseException,Exception,type(None),type(...),type(NotImplemented),type(sys),type(len),type(lambda:0)):
    show(t.__name__, sys.getsizeof(t), t.__basicsize__, t.__itemsize__)
