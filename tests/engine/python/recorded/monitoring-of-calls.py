import sys
M = sys.monitoring
E = M.events
T = 4
M.use_tool_id(T, 't')
class A:
    def m(self, a=0): return 1
    @classmethod
    def c(cls): pass
    @staticmethod
    def s(): pass
    attr = 5
class B(A):
    def m(self):
        super().m()
        super().m(1)
        super(B, self).m()
        super().attr
        try: super().nope
        except AttributeError: pass
        try: super(B, 5).m()
        except TypeError: pass
        super().c(); super().s()
        f = super().m
        f(); f(3)
        m = "x".join; m([])
        A.m(self); A.c(); self.c()
        e = [].append; e(2)
        e(*[1]); f(*[1]); f(a=1); e(**{}) if 0 else 0
class Ctx:
    def __enter__(self): return 1
    def __exit__(self, *a): return True
class K:
    def __call__(self): return 1
class N:
    def __new__(cls, *a): return object.__new__(cls)
def run():
    B().m()
    with Ctx(): raise ValueError
    with Ctx(): pass
    K()(); N(1); type(1); type('X', (), {})

    [x for x in map(str, [1])]
    print('', end='')
    print(f"{1!r}", end='')
    try: A().m(1, 2, 3)
    except TypeError: pass
    try: [].nope()
    except AttributeError: pass
log = []
def show(a):
    if isinstance(a, int): return a
    if hasattr(a, 'co_name'): return a.co_name
    if a is M.MISSING: return 'MISSING'
    if isinstance(a, BaseException): return repr(a)
    if hasattr(a, '__name__'): return type(a).__name__ + ' ' + a.__name__
    return type(a).__name__
for n in ['CALL', 'C_RETURN', 'C_RAISE']:
    M.register_callback(T, getattr(E, n), lambda *a, n=n: log.append((n, *map(show, a))))
M.set_events(T, E.CALL)
run()
M.set_events(T, 0)
for x in log: print(' ', *x)
M.free_tool_id(T)
