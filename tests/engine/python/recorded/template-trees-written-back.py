import ast
for s in ["t'{a}'", "t'{a!r:>{w}} x'", "t'{ a + b }'", "t''", "t'{a}' t'{b}'", 'def f[T = int](): pass', 'class C[*Ts = *tuple[int]]: pass', 'try: a\nexcept A, B: b', "t'{x=}'"]:
    t = ast.parse(s)
    u = ast.unparse(t)
    print(u, ast.dump(t))
    print(ast.dump(ast.parse(u)) == ast.dump(t))
