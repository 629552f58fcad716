import dis
def names(f): return ' '.join(i.opname for i in dis.get_instructions(f, adaptive=True) if i.opname.startswith('BINARY'))
def f(a, b): return a - b
s = {1}
out = []
for i in range(200):
    f(s, s)
for i in range(5000):
    f(1, 2)
    if names(f).endswith('_INT'): out.append(i); break
print(out)
def g(a, b): return a - b
for n in range(1, 40):
    src = {}
    exec("def g(a, b): return a - b", src)
    g = src['g']
    for _ in range(n): g(s, s)
    k = 0
    while names(g) in ('BINARY_OP', 'BINARY_OP_ADAPTIVE'):
        g(1, 2); k += 1
    print(n, k, end='; ')
print()
