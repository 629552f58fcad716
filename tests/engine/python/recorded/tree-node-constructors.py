import ast
for s in ["u'a'", "u'a' 'b'", "'a' u'b'", "u'a' f'b{1}'", "f'{1}b' u'c'", "f'b' u'c'","u'a' f'b'", "'x' f'{1}' 'a' u'b'","U'a'", "x = 1\n@a\ndef f(): pass", "f'{x!r:>{w}}{y=}'"]:
    print(ast.dump(ast.parse(s)))
import warnings
with warnings.catch_warnings(record=True) as w:
    warnings.simplefilter('always')
    def t(f):
        try: r=f(); print(ast.dump(r), list(sorted(r.__dict__)))
        except Exception as e: print(type(e).__name__, e)
        for x in w: print('  W', x.category.__name__, x.message)
        w.clear()
    t(lambda: ast.Name())
    t(lambda: ast.Name('x'))
    t(lambda: ast.Name('x', ast.Load(), 3))
    t(lambda: ast.Name('x', id='y'))
    t(lambda: ast.Name('x', foo='y'))
    t(lambda: ast.Name(id='x', lineno=3))
    t(lambda: ast.AST(1))
    t(lambda: ast.AST(a=1))
    t(lambda: ast.Load(1))
    t(lambda: ast.Call(ast.Name('f')))
    t(lambda: ast.FunctionDef('f'))
    t(lambda: ast.Constant(None))
    t(lambda: ast.arguments())
    t(lambda: ast.stmt())
    t(lambda: ast.expr(1))
    class N(ast.Name): pass
    t(lambda: N('z'))
    class M(ast.AST):
        _fields=('a','b')
    t(lambda: M(1))
    t(lambda: M(1,c=2))
    class P(ast.Name):
        _fields=('id','b')
    t(lambda: P(1))
    t(lambda: ast.Num(3))
    t(lambda: ast.Str('x'))
    t(lambda: print(isinstance(ast.Constant(3), ast.Num)))
    t(lambda: print(ast.Constant(3).n))
    t(lambda: ast.ImportFrom())
    t(lambda: ast.Import([]))
print(repr(ast.parse('a.b(c, *d)\nx=[1,2,3]\nlambda: 0')) if hasattr(ast,'compare') else '')
print(ast.dump(ast.parse('a.b(c, *d)\nx=[1,2,3]'), indent=2), vars(ast.parse('1').body[0].value))
print(ast.dump(ast.parse('a.b(c, *d)'), False, True, indent='..'))
import copy
n = ast.parse('f(x)').body[0].value
print(n.func.ctx is n.args[0].ctx)
m=copy.deepcopy(n); print(ast.dump(m)==ast.dump(n), m.func is n.func)
try: print(copy.replace(n, args=[]))
except Exception as e: print(type(e).__name__, e)
try: print(repr(copy.replace(n, foo=[])))
except Exception as e: print(type(e).__name__, e)

print(ast.AST.__doc__, ast.PyCF_ONLY_AST)
