import sys, math
class A:
    __slots__=('x',)
    def __getattr__(self, n): raise AttributeError("own")
class D:
    def __delattr__(self, n): raise AttributeError('d')
class C: pass
def t(f):
    try: f()
    except AttributeError as e: print(e, '|', e.name, type(e.obj).__name__)
def delx(): del C().x
def seti(): (1).x = 2
def setx(): A().y = 3
def dele(): del D().x
for f in (lambda: sys.foo, lambda: math.foo, lambda: A().y, lambda: C().x, lambda: C.x, lambda: [].foo, lambda: getattr(C(), 'zz'), delx, seti, setx, dele, lambda: setattr(1, 'a', 1), lambda: type.__getattribute__(C, 'q'), lambda: (1).imag.foo, lambda: len.foo, lambda: C().__dict__.foo, lambda: A().x, lambda: setattr(C.__dict__['__dict__'], 'foo', 1), lambda: setattr(1 .real.__class__, 'foo', 1)):
    try: t(f)
    except Exception as e: print(type(e), e)
def g():
    def f(): print(zz)
    if 0: zz = 1
    f()
for f in (g, lambda: (lambda: [nn for _ in [1]])()):
    try: f()
    except NameError as e: print(e, e.name)
def u():
    print(a); a = 1
def d2():
    del a; a = 1
for f in (u, d2):
    try: f()
    except NameError as e: print(e, e.name)
try: del qwe
except NameError as e: print(e, e.name)
def gl():
    global qwer
    del qwer
try: gl()
except NameError as e: print(e, e.name)
