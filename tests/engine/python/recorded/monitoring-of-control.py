import sys
M = sys.monitoring
E = M.events
T = 4
M.use_tool_id(T, 't')
log = []
def show(a):
    if isinstance(a, int): return a
    if hasattr(a, 'co_name'): return a.co_name
    if a is M.MISSING: return 'MISSING'
    if isinstance(a, BaseException): return repr(a)
    if hasattr(a, '__name__'): return a.__name__
    return type(a).__name__
def gen():
    yield 1
    return 7
def deleg():
    r = yield from gen()
    return r
def loops():
    for a in gen(): pass
    for b in deleg(): pass
    [c for c in gen()]
    x, = gen()
    return list(deleg())
class A:
    def m(self): return 1
    attr = 5
class B(A):
    def m(self):
        super().m()
        super(B, self).m()
        super().attr
        return super().m() + 1
class It:
    def __init__(self): self.n = 0
    def __iter__(self): return self
    def __next__(self):
        self.n += 1
        if self.n > 2: raise StopIteration(5)
        return self.n
def iters():
    for i in It(): pass
    else:
        x = 1
    i = It()
    while True:
        try: next(i)
        except StopIteration: break
    next(iter([]), None)
def ifs(a, b):
    if a and b: return 1
    x = (a or
         b)
    y = [1,
         2,
         a]
    for i in (1, 2): 
        if i == 2: break
        continue
    match a:
        case 1: z = 1
        case [p, q]: z = 2
        case None: z = 3
        case _: z = 4
    assert z
    with open_() as f:
        z += 1
    return z if b else x
class open_:
    def __enter__(self): return 1
    def __exit__(self, *a): return True
def withs():
    with open_(): raise ValueError
    with open_(), open_(): pass
    try:
        try: 1/0
        finally: y = 2
    except* ZeroDivisionError as g: pass
    try: raise KeyError
    except (ValueError, KeyError) as e:
        try: raise
        except KeyError: pass
    def inner():
        try: return 1
        finally: print(end='')
    inner()
async def co():
    async def sub(): return 3
    await sub()
    return 1
def asy():
    c = co()
    try: c.send(None)
    except StopIteration as e: pass
def spread(*a, **k): pass
def calls():
    spread(*(1, 2)); spread(1, k=2); spread(*[], **{'z': 1})
    print(*(), end='')
    int(x='1') if 0 else None
    try: int('q')
    except ValueError: pass
    try: len()
    except TypeError: pass
    "x".join(["a"]); str.upper("x")
    sorted([2, 1], key=lambda v: -v)
    A().m(); f = A().m; f()
    try: spread(1)(2)
    except TypeError: pass
    lambda: 0
    class C(A): q = 1
    @staticmethod
    def deco(): pass
def lines():
    x = 1; y = 2
    z = spread(
        x,
        y)
    while x:
        x = 0
    else:
        y = 3
    for _ in [1,
              2]: pass
    try:
        x
    except ValueError:
        pass
    finally:
        y
    return (x +
            y)
def run():
    for f in (loops, B().m, iters, withs, asy, calls, lines): f()
    ifs(1, 1); ifs(0, 1); ifs(None, 0); ifs([1, 2], 0)
groups = [['PY_START', 'PY_RETURN', 'PY_YIELD', 'PY_RESUME', 'PY_UNWIND', 'PY_THROW'], ['LINE'], ['STOP_ITERATION'], ['RAISE', 'RERAISE', 'EXCEPTION_HANDLED'], ['CALL', 'C_RETURN', 'C_RAISE'], ['JUMP'], ['BRANCH'], ['BRANCH_LEFT', 'BRANCH_RIGHT'], ['INSTRUCTION']]
for g in groups:
    bits = 0
    for n in g:
        if hasattr(E, n):
            M.register_callback(T, getattr(E, n), lambda *a, n=n: log.append((n, *map(show, a))))
            if n not in ('C_RETURN', 'C_RAISE'): bits |= getattr(E, n)
    M.set_events(T, bits)
    run()
    M.set_events(T, 0)
    print(g, len(log))
    for x in log: print(' ', *x)
    log.clear()
M.free_tool_id(T)
