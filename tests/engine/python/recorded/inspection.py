import inspect, functools
def f(a, b: int = 2, /, c=3, *args, d, e: str = "x", **kw) -> list[int]: pass
s = inspect.signature(f); print(s, repr(s))
for p in s.parameters.values(): print(p.name, p.kind, p.default, p.annotation, repr(p))
class C:
    """  doc
       more
    """
    def __init__(self, x, *, y=1): pass
    def m(self, z): pass
    @classmethod
    def cm(cls, q): pass
    @staticmethod
    def sm(r): pass
    def __call__(self, w): pass
print(inspect.signature(C), inspect.signature(C(1).m), inspect.signature(C.cm), inspect.signature(C.sm), inspect.signature(C(1)), inspect.signature(C.m))
print(inspect.signature(functools.partial(f, 1, d=5)))
b = s.bind(1, 2, 3, 4, d=5, z=6); print(b, b.args, b.kwargs)
b = s.bind(1, d=2); b.apply_defaults(); print(b.arguments)
for g in (lambda: s.bind(), lambda: inspect.signature(lambda x: 0).bind(1, 2), lambda: inspect.signature(lambda x: 0).bind(1, y=2), lambda: inspect.signature(3), lambda: inspect.signature(lambda *, k: 0).bind()):
    try: print(g())
    except TypeError as e: print(e)
def gen(): yield 1
async def co(): pass
async def ag(): yield 1
print(inspect.isgeneratorfunction(gen), inspect.iscoroutinefunction(co), inspect.isasyncgenfunction(ag), inspect.iscoroutinefunction(functools.partial(co)))
g = gen(); print(inspect.getgeneratorstate(g)); next(g); print(inspect.getgeneratorstate(g), inspect.getgeneratorlocals(g)); g.close(); print(inspect.getgeneratorstate(g))
c = co(); print(inspect.getcoroutinestate(c), inspect.iscoroutine(c), inspect.isawaitable(c)); c.close(); print(inspect.getcoroutinestate(c))
def fr(): return inspect.currentframe().f_code.co_name, inspect.stack()[0].function, inspect.stack()[1].function
print(fr())
print(inspect.getdoc(C), inspect.isclass(C), inspect.isfunction(f), inspect.ismethod(C(1).m), inspect.isbuiltin(len), inspect.ismodule(inspect), inspect.getmro(C))
print([n for n, v in inspect.getmembers(C, inspect.isfunction)], inspect.getfullargspec(f))
def deco(fn):
    @functools.wraps(fn)
    def w(*a, **k): return fn(*a, **k)
    return w
@deco
def h(p, q=1): pass
print(inspect.signature(h), inspect.unwrap(h).__name__, inspect.signature(h, follow_wrapped=False))
print(inspect.signature(len), inspect.signature(sorted))
def outer():
    n = 1
    def inner(): return n + len([]) + undefined_x
    return inner
print(inspect.getclosurevars(outer()))
from abc import ABC, abstractmethod
class A(ABC):
    @abstractmethod
    def x(self): ...
print(inspect.isabstract(A), inspect.isabstract(C), inspect.CO_COROUTINE, inspect.cleandoc(" a\n   b\n"), co.__code__.co_flags & inspect.CO_COROUTINE)
print(inspect.getattr_static(C(1), "m") is C.m, inspect.signature(type("E", (), {})))
