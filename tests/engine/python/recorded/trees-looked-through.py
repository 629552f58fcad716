import ast
for s in ["1", " 1", "-1", "+1.5", "1+2j", "-1-2j", "1+1", "'a' 'b'", "b'x'", "[1, (2, {3: 4}), {5}]", "set()", "set([1])", "None", "True", "...", "x", "f(x)", "-x", "--1", "1+x", "2j+1", "{**a}", "[x]", "{1: y}", "f'a'", "1 if 2 else 3", "", "1\n2", "a b", "not 1", "-'a'", "+True", "(1)", "()", "{}", "[*a]", "1_000", "0xff", "'\\n'", "1+'a'", "'a'+1j", "~1", "x.y", "lambda: 1", "1<2", "\t1", "\n1"]:
    try: v = ast.literal_eval(s); print(repr(s), repr(v), type(v).__name__)
    except Exception as e: print(repr(s), type(e).__name__, str(e).split(' at 0x')[0])
for n in [ast.Constant(3), ast.Expression(ast.Constant('q')), ast.parse('1'), ast.parse('[1]', mode='eval'), 5, None, ast.Dict([], [ast.Constant(1)]), ast.List([ast.Constant(1)], ast.Load())]:
    try: print(repr(ast.literal_eval(n)))
    except Exception as e: print(type(e).__name__, str(e).split(' at 0x')[0])
src = '''"""Doc
   more
   end"""
import os as o, sys
from . import a
from ..b.c import *
@deco(1)
class C(Base, metaclass=M):
    """  C doc """
    x: int = 1
    y: str
    (z): int = 2
    async def f(self, a, /, b=1, *args, c, d=2, **kw) -> int:
        async with a as b, c: pass
        async for i in x: await i
        return [j async for j in k if j if k]
def g(*, a): 
    global q, r
    nonlocal_ = lambda x=1, *y: (yield)
    try: pass
    except (A, B) as e: raise X from e
    except: pass
    else: pass
    finally: del a[0], b.c, d
    while 1: break
    else: continue_ = 1
    for a, *b in c: continue
    with open(f) as h: pass
    assert x, 'm'
    if a: pass
    elif b: pass
    else: pass
    x = y = 1; x += 1; x[1:2, ::3] = {**a, 'b': 1}
    print(f'{a!r:>{w}} {b=} z', *args, sep='', **kw)
    (n := 10); a < b <= c is not d not in e
    match x:
        case [1, -2, 3+4j, *rest]: pass
        case {'a': 1, **kw}: pass
        case C(a, b=2) | None | True as z: pass
        case a.b.c: pass
        case _ if g: pass
    return not -~+x ** 2 if True and False or ... else b'x' @ 3.5 // 2j
'''
t = ast.parse(src)
print(ast.dump(t))
print(ast.dump(t, include_attributes=True, indent=1))
print(ast.get_docstring(t), repr(ast.get_docstring(t, clean=False)), repr(ast.get_docstring(t.body[4])), ast.get_docstring(t.body[5]))
try: ast.get_docstring(ast.parse('1').body[0])
except TypeError as e: print(e)
for n in ast.walk(t):
    if isinstance(n, (ast.stmt, ast.expr)) and not isinstance(n, ast.ClassDef):
        seg = ast.get_source_segment(src, n)
        if len(seg) < 30: print(type(n).__name__, repr(seg))
print(repr(ast.get_source_segment(src, t.body[4].body[4], padded=True)))
print(ast.get_source_segment(src, ast.Constant(1)))
print([type(n).__name__ for n in ast.walk(t)])
print(list(ast.iter_fields(t.body[1].names[0])), [type(c).__name__ for c in ast.iter_child_nodes(t.body[4])])
exec(compile(ast.parse('print("ran", [x*2 for x in range(3)])\ndef f(a,*b,c=1): return a,b,c\nprint(f(1,2,c=3), f.__code__.co_varnames)'), 'file', 'exec'))
print(eval(compile(ast.parse('1+2*3', mode='eval'), 'f', 'eval')))
class T(ast.NodeTransformer):
    def visit_Name(self, node):
        return ast.copy_location(ast.Constant(42), node)
    def visit_Pass(self, node): return None
    def visit_Expr(self, node): self.generic_visit(node); return [node, node]
    def visit_Return(self, node): return node
tt = T().visit(ast.parse('if 1:\n  pass\n  a\nb+c\ndef f(): return x'))
print(ast.dump(tt))
exec(compile(ast.parse('try: pass\nfinally: pass\n'), 'x', 'exec'))
class V(ast.NodeVisitor):
    def __init__(self): self.names=[]
    def visit_Name(self, n): self.names.append(n.id); self.generic_visit(n)
    def visit_FunctionDef(self, n): self.names.append('def '+n.name); self.generic_visit(n)
v=V(); v.visit(t); print(v.names)
n = ast.increment_lineno(ast.parse('1\n2'), 5); print([(x.lineno, x.end_lineno) for x in ast.walk(n) if hasattr(x,'lineno')])
try: ast.parse('x = = 1', 'fn')
except SyntaxError as e: print(e, e.filename, e.lineno, e.offset, e.text)
e = ast.Expression(ast.BinOp(ast.Constant(1), ast.Add(), ast.Constant(2)))
try: compile(e, '', 'eval')
except TypeError as x: print(x)
ast.fix_missing_locations(e); print(eval(compile(e,'','eval')), e.body.left.end_lineno)
print(ast.dump(ast.parse('1', mode='single')), ast.dump(ast.parse('1', mode='eval')))
print(ast.Add() == ast.Add(), ast.parse('a+b').body[0].value.op is ast.parse('c+d').body[0].value.op)
print(issubclass(ast.Name, ast.expr), ast.Name._fields, ast.Name._attributes, ast.Name.__doc__, ast.expr.__doc__.splitlines()[1], ast.boolop.__doc__)
print(isinstance(ast.parse('x[1]').body[0].value.slice, ast.Constant), ast.Index(ast.Constant(2)).value)
match ast.parse('a.b').body[0].value:
    case ast.Attribute(ast.Name(id), attr): print(id, attr)
import pickle
p = pickle.loads(pickle.dumps(ast.parse('a+b'))); print(ast.dump(p))
