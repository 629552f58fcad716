import symtable
src = '''
import os, sys as system
from a import b as c
g = 1
def f(a, b=2, *args, k, **kw):
    """doc"""
    global g, h
    x: int = a
    y: str
    def inner(z):
        nonlocal x
        x = z + g + unknown
        return [i * z for i in range(b) if i]
    lam = lambda q, *r: q + x
    return {k: v for k, v in x}, (j for j in y)
class C(Base):
    attr = 1
    __priv = 2
    def m(self):
        return super().m() + __class__.attr + self.__priv
    def n(self, __p): return __p
    @staticmethod
    def s(): pass
    gen = (attr for attr in [1])
    class D: pass
def deco(fn): return fn
@deco
def twice(): pass
def twice(a): pass
async def co(): await f()
if (w := 3): print(w)
def gen(): yield from g
def outer():
    v = 1
    class K:
        v = v
        def meth(self): return v
    del v
for loop in []: pass
'''
def show(t, ind=0):
    p = ' ' * ind
    print(p, t, t.get_type(), t.get_name(), t.get_lineno(), t.is_optimized(), t.is_nested(), t.has_children(), type(t).__name__)
    print(p, sorted(t.get_identifiers()))
    for s in sorted(t.get_symbols(), key=lambda s: s.get_name()):
        print(p, repr(s), s.get_name(), [n for n in ('is_referenced','is_parameter','is_global','is_nonlocal','is_declared_global','is_local','is_annotated','is_free','is_imported','is_assigned','is_namespace','is_type_parameter','is_free_class','is_comp_iter','is_comp_cell','is_cell') if hasattr(s,n) and getattr(s,n)()], s.get_namespaces())
    if t.get_type() == 'function':
        for n in 'get_parameters','get_locals','get_globals','get_nonlocals','get_frees', 'get_cells':
            if hasattr(t, n): print(p, n, sorted(getattr(t, n)()) if n != 'get_parameters' else getattr(t,n)())
    if t.get_type() == 'class':
        print(p, sorted(t.get_methods()))
    for c in t.get_children(): show(c, ind + 2)
t = symtable.symtable(src, 'file.py', 'exec')
show(t)
print(type(t.get_identifiers()).__name__)
f = t.lookup('f').get_namespace()
print(f is t.get_children()[0], f, f.get_id() == t.get_children()[0].get_id(), type(f.get_id()).__name__, f.get_children()[0] is f.lookup('inner').get_namespace())
try: t.lookup('nope')
except KeyError as e: print('KeyError', e)
try: print(t.lookup('twice').get_namespace())
except ValueError as e: print(e)
try: print(t.lookup('g').get_namespace())
except ValueError as e: print(e)
print(t.lookup('twice').get_namespaces())
show(symtable.symtable('a + (lambda: b)', 's', 'eval'))
show(symtable.symtable('x = 1', 's', 'single'))
show(symtable.symtable(b'x = 1', 's', 'exec'))
for bad in [('x = = 1','f','exec'), ('def f(a, a): pass','f','exec'), ('def f():\n global x\n nonlocal x','f','exec'), ('x','f','bad'), (5,'f','exec')]:
    try: print(symtable.symtable(*bad))
    except SyntaxError as e: print('SyntaxError', e.msg, e.filename, e.lineno, e.offset)
    except Exception as e: print(type(e).__name__, e)
print(symtable.__all__)
