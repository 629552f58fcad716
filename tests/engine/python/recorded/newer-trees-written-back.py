import ast
for s in ['type X = int', 'type X[T: int, *Ts, **P] = list[T]', 'def f[T](a: T) -> T: pass', 'class C[T: (int, str)](B): pass', "f'{a[\"b\"]}'", "f'{\"\\n\".join(x)}'", "f\"{'a' + \"b\"}\"", "f'{x!r:{y}}{z}'", "f'{a:\\n}'", "f'{'a' 'b'}'", "try: a\nexcept* A as e: b", 'def f(*args: *Ts): pass', 'a[*b]', 'a[*b, c]', "f'{d['a']}\"'", "f'''{d['a']}{d[\"b\"]}'''", "f'{f\"{1}\"}'"]:
    t = ast.parse(s)
    u = ast.unparse(t)
    print(u)
    try: print(ast.dump(ast.parse(u)) == ast.dump(t))
    except SyntaxError: print('not readable')
