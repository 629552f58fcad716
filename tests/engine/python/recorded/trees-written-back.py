import ast
SRC = ['a = b = 1', 'a, b = 1, 2', '(a, b), c = d', 'x: int = 1', '(x): int', 'x.y: int', 'x += 1', 'del a, b[0]', 'lambda: 0', 'lambda x, *y, z=1, **k: (x, y)', 'lambda *, a: a', 'lambda a, /: a',
 'a or b or c and d', 'a or (b or c)', '(a and b) or (c and d)', 'not a and not (b or c)', 'not not a', '-a ** -b', '(-a) ** b', 'a ** b ** c', '(a ** b) ** c', 'a - (b - c)', '(a - b) - c', 'a * (b + c)', '~-+a', 'a @ b // c % d', 'a << b >> c & d | e ^ f', '(a | b) & c',
 'a < b < c', '(a < b) < c', 'a < (b < c)', 'a is not b not in c', 'x if y else z', '(x if y else z) if a else b', 'x if (y if a else b) else c', '(lambda: 0)()', 'f(lambda: 0)', 'f(*a, **b, c=1)', 'f((yield))' , 'a[1]', 'a[1, 2]', 'a[1,]', 'a[()]', 'a[(1, 2), 3]', 'a[1:2, ::3]', 'a[:]', 'a[b:]', '1 .real', '1.5.real', '(1, 2)', '(1,)', '()', '[1, *a]', '{1, 2}', '{}', '{1: 2, **a}', '{**(a or b)}', '{*()}', 'set()',
 '[x for x in y if z if w]', '{x: y for x, y in z}', '(x for x, in y)', '{x async for x in y}' , '[a for b in c for d in e]', '[x for x in (a if b else c)]', '[x for x in lambda: 0]' , '(x := 1)', 'f(x := 1)', 'f((x := 1), y)', '[y := 1, y]', 'print((yield))', '1e400', '-1e400j', '1j', '1_0', '0xff', '1e16', '"a"', "'it\\'s'", '"\\n\\t"', '"""a\n"b\'"""', 'u"x"', 'b"a\\x00"', '...', 'None', 'True', "'\\\\'", "'\\u1234\\U0001f600\\x7f'",
 'import a, b.c as d', 'from . import x', 'from ..a.b import c as d, e', 'from .a import *', 'global a, b', 'assert x', 'assert x, "m"', 'raise', 'raise A from B', 'return_ = 1', 'pass', 'if a:\n pass\nelif b:\n pass\nelse:\n if c: pass\n d', 'if a: pass\nelse:\n if b: pass', 'while a:\n break\nelse:\n continue_', 'for a, b in c: pass\nelse: pass', 'for (a) in b, c: pass', 'try: a\nexcept: b', 'try: a\nexcept (A, B) as e: b\nelse: c\nfinally: d', 'with a as b, c: pass', 'with (a): pass', 'with a as (b, c): pass',
 'def f(): pass', 'def f(a, /, b: int = 1, *args: str, c, d=2, **kw: int) -> None:\n "doc"\n return 1', 'def f(a, b=1, *, c): return a, b', '@a\n@b.c(1)\ndef f(): pass\n@d\nclass C(A, metaclass=M):\n  """doc\n  more"""\n  x = 1\n  def m(self): pass\n  async def n(self): await x; return await (yield)', 'class A: pass\nclass B: pass\nx\ndef f():\n  def g(): pass', 'async def f():\n async with a as b: pass\n async for x in y: pass\n return [x async for x in y]', 'def f():\n  yield\n  x = yield a\n  yield from b\n  yield a, b\n  return *a, b', '"""doc"""\nx', '"doc with \\\\ and \\n newline"', "'''a\"b'''", 'def f():\n  "it\'s \\"q\\""', 'def f():\n "ends with quote\\""', 'def f(): """a\\tb\\x00"""',
 'match x:\n case 1: pass\n case "a" | None | -1 | 1+2j: pass\n case [a, *_, b]: pass\n case {"k": v, **rest}: pass\n case {}: pass\n case C(1, x=2): pass\n case a.b: pass\n case (1 | 2) as z if z: pass\n case [(1 as y) | (2 as y)]: pass\n case _: pass\n case (a, b): pass\n case [*x]: pass',
 "f'{a}'", "f'{a!r:>{w}} x {{}}'", "f'{a=}'", "f\"{a['b']}\"", "f'{x}\\n'", "f'{a:%H:%M}'", "f'it{1}s \"q\"'", "f'{\"a\"}'", "f'''{a}\n'''", "f'{ {1: 2}[1] }'", "f'{lambda_: d}'", "f'{(lambda: 1)}'", "f'{a if b else c}'", "f'{f\"{x}\"}'", "f'{x}' 'y'", "f'\\\\{x}'", "f'{x:{y:{z}}}'", "f''", "f'{a, b}'", "f'{a!s}'", "f'é{a}\\x00'", "x = f'{a}' f\"{b['c']}\"", "f'{\"\\'\"}'", "f'{a}\\'\"'", "f'{yield_}'", "f'{x:\\'}'",
 'x = (yield_)', 'a = *b, c', 'print(*a, sep="")', 'a[b][c].d(e)(f)', '(a, b)[0]', '[a][0]', '(await_)', 'a = (b, c) = d', 'x = not y', 'a if not b else -c', '(a.b).c', '("a" "b").c', '(a + b).c', '(-1).c', '(1 + 2j)', '-1 ** 2', '(not a) == b', 'not a == b', 'a == (not b)', 'a and (b if c else d)', '(a, *b)', 'for x in *a, b: pass', 'x = [lambda: 1, lambda y: y]', 'del (a, b), [c]', 'with a, b as c.d: pass', 'f(**{"a": 1})', 'f(a for a in b)', 'f((a for a in b), c)', 'f(a)(b)[c:d, e]']
for s in SRC:
    try: t = ast.parse(s)
    except SyntaxError as e: print('SyntaxError', repr(s)); continue
    try: u = ast.unparse(t)
    except Exception as e: print(type(e).__name__, e, repr(s)); continue
    print(u)
    try: print(ast.dump(ast.parse(u)) == ast.dump(t))
    except SyntaxError as e: print('not readable')
for n in [ast.Name('a', ast.Load()), ast.arguments([], [ast.arg('x')], None, [], [], None, []), ast.Constant((1, 'a')), ast.Constant((1,)), ast.alias('a', 'b'), ast.Constant(float('nan')), ast.Constant(frozenset()), ast.keyword('a', ast.Constant(1)), ast.Constant(-1), ast.BinOp(ast.Constant(-1), ast.Pow(), ast.Constant(2)), ast.Set([])]:
    try: print(ast.unparse(n))
    except Exception as e: print(type(e).__name__, e)
print(ast.unparse(ast.parse('a; b = 1; c', mode='single')))
print(ast.unparse(ast.parse('a + b', mode='eval')))
print(ast.unparse([ast.Pass(), ast.Break()]))
