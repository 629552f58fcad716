import dis
def names(f): return ' '.join(i.opname for i in dis.get_instructions(f, adaptive=True) if i.opname != 'CACHE' and i.opname.startswith(('BINARY', 'COMPARE', 'RESUME', 'LOAD_ATTR')))
def run(what, calls):
    def add(a, b): return a + b
    out = []
    for i, (args, n) in enumerate(calls):
        for _ in range(n): add(*args)
        out.append(names(add))
    print(what, out)
run('warm', [((1, 2), 1)] * 14)
run('switch', [((1, 2), 50), ((1.5, 2.5), 10), ((1.5, 2.5), 30), ((1.5, 2.5), 10), ((1.5, 2.5), 1), ((1.5, 2.5), 1), ((1.5, 2.5), 1), ((1.5, 2.5), 1), ((1.5, 2.5), 20), ((1.5, 2.5), 50)])
run('fail', [(([], []), 50), ((1, 2), 1), ((1, 2), 1), ((1, 2), 10), ((1, 2), 20), ((1, 2), 100), ((1, 2), 1000)])
run('mixed', [((1, 2), 20), (([], []), 60), ((1, 2), 5), ((1, 2), 60), ((1, 2), 600)])
def loop(n):
    t = 0
    for i in range(n): t = t + i
    return t
for k in (1, 2, 3, 5, 9, 10):
    def loop(n):
        t = 0
        for i in range(n): t = t + i
        return t
    loop(k)
    print(k, [i.opname for i in dis.get_instructions(loop, adaptive=True) if i.opname != 'CACHE'])
