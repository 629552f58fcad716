# inspect: signatures of all that can be called, what they refuse and bind, attributes without descriptors.
import functools
import inspect
def attempt(f):
    try:
        print(f())
    except Exception as error:
        print(type(error).__name__, error)
P = inspect.Parameter
S = inspect.Signature
class Meta(type):
    def __call__(cls, a, b=2):
        return super().__call__(a)
class C(metaclass=Meta):
    def __init__(self, a):
        pass
class D:
    def __new__(cls, x, *, y=1):
        return object.__new__(cls)
class E(D):
    def __init__(self, x, z):
        pass
class F:
    def __call__(self, q, /, r):
        pass
class G:
    @classmethod
    def m(cls, a):
        pass
    @staticmethod
    def s(a, b):
        pass
    def i(self, a):
        pass
class H:
    pass
class I:
    __signature__ = S([P("given", P.POSITIONAL_ONLY)])
class J:
    @classmethod
    def __call__(cls, a):
        pass
class K:
    @staticmethod
    def __call__(a):
        pass
class L(int):
    pass
for o in (C, D, E, F, F(), G.m, G.s, G.i, G().i, G().m, H, I, J(), K(), Exception, ValueError, L):
    attempt(lambda: inspect.signature(o))
attempt(lambda: S([P("a", P.KEYWORD_ONLY), P("b", P.POSITIONAL_ONLY)]))
attempt(lambda: S([P("a", P.POSITIONAL_OR_KEYWORD, default=1), P("b", P.POSITIONAL_OR_KEYWORD)]))
attempt(lambda: S([P("a", P.POSITIONAL_OR_KEYWORD), P("a", P.POSITIONAL_OR_KEYWORD)]))
attempt(lambda: S([P("a", P.VAR_KEYWORD), P("b", P.VAR_KEYWORD)]))
attempt(lambda: S(["a"]))
attempt(lambda: P("1", P.VAR_KEYWORD))
attempt(lambda: P("a", 7))
attempt(lambda: P("a", P.VAR_POSITIONAL, default=1))
attempt(lambda: P("if", P.KEYWORD_ONLY))
attempt(lambda: P(5, P.KEYWORD_ONLY))
attempt(lambda: repr(P("a", P.KEYWORD_ONLY, default=1, annotation=int)))
attempt(lambda: inspect.signature(lambda a, /, b, *c, d=1, **e: 0))
def f(a: int, b: "str" = "x", *args: float, c, d=None, **kw) -> list[int]:
    pass
attempt(lambda: inspect.signature(f))
attempt(lambda: inspect.signature(f, eval_str=True))
attempt(lambda: inspect.signature(f).replace(return_annotation=S.empty))
attempt(lambda: inspect.signature(f) == inspect.signature(f))
attempt(lambda: hash(inspect.signature(lambda x: 0)) == hash(inspect.signature(lambda x: 0)))
attempt(lambda: inspect.signature(functools.partial(f, 1, c=5)))
attempt(lambda: inspect.signature(functools.partial(f, 1, 2, 3, 4, c=5)))
attempt(lambda: inspect.signature(functools.partial(f, b=5)))
attempt(lambda: inspect.signature(functools.partial(f, zz=5)))
attempt(lambda: inspect.signature(f).bind(1, c=3))
attempt(lambda: inspect.signature(f).bind(1, 2, 3, c=4, z=5).arguments)
attempt(lambda: inspect.signature(f).bind())
attempt(lambda: inspect.signature(f).bind(1))
attempt(lambda: inspect.signature(f).bind(1, a=2, c=1))
attempt(lambda: inspect.signature(lambda a, /, **k: 0).bind(1, a=2).kwargs)
attempt(lambda: inspect.signature(lambda a, /: 0).bind(a=2))
attempt(lambda: inspect.signature(lambda a: 0).bind(1, 2))
attempt(lambda: inspect.signature(lambda *, a: 0).bind())
attempt(lambda: inspect.signature(5))
attempt(lambda: inspect.signature(f).parameters["b"].kind)
attempt(lambda: str(inspect.signature(f).parameters["b"].kind))
attempt(lambda: inspect.signature(f).parameters["b"].kind.description)
attempt(lambda: inspect.getcallargs(f, 1, c=2))
attempt(lambda: inspect.getcallargs(f))
attempt(lambda: inspect.getcallargs(f, 1, 2, 3, c=4, e=5))
attempt(lambda: inspect.getcallargs(lambda a: 0, 1, 2))
attempt(lambda: inspect.getcallargs(G().i, 5)["a"])
attempt(lambda: inspect.getfullargspec(f))
attempt(lambda: inspect.getfullargspec(G().i))
attempt(lambda: inspect.getfullargspec(C))
attempt(lambda: inspect.getfullargspec(functools.wraps(f)(lambda *a: 0)))
attempt(lambda: [n for n, v in inspect.getmembers(G()) if not n.startswith("_")])
attempt(lambda: inspect.getmembers(G, inspect.isfunction)[0][0])
class Prop:
    @property
    def p(self):
        1/0
    x = 5
attempt(lambda: [n for n, v in inspect.getmembers(Prop) if n[0] != "_"])
attempt(lambda: inspect.getattr_static(Prop(), "x"))
attempt(lambda: inspect.getattr_static(Prop(), "nope"))
attempt(lambda: inspect.getattr_static(Prop(), "nope", 5))
attempt(lambda: inspect.getattr_static(inspect, "signature").__name__)
class Slots:
    __slots__ = ("a",)
s = Slots()
s.a = 5
attempt(lambda: inspect.getattr_static(s, "a"))
class GA:
    def __getattr__(self, n):
        return 5
attempt(lambda: inspect.getattr_static(GA(), "u", None))
class MM(type):
    attr = 7
class WM(metaclass=MM):
    pass
attempt(lambda: inspect.getattr_static(WM, "attr"))
class Desc:
    def __get__(self, *a):
        return "got"
class HasD:
    d = Desc()
hd = HasD()
hd.__dict__["d"] = 1
class DD(Desc):
    def __set__(self, o, v):
        pass
class HasDD:
    d = DD()
hd = HasDD()
hd.__dict__["d"] = 1
attempt(lambda: type(inspect.getattr_static(hd, "d")).__name__)
attempt(lambda: inspect.getclosurevars(attempt).builtins.keys())
attempt(lambda: inspect.getmro(E))
attempt(lambda: inspect.unwrap(functools.wraps(f)(lambda: 0)) is f)
attempt(lambda: inspect.cleandoc("  a\n    b\n   c"))
attempt(lambda: inspect.getclasstree([E, D]))
attempt(lambda: [(a.name, a.kind) for a in inspect.classify_class_attrs(G) if a.name[0] != "_"])
attempt(lambda: inspect.getmodule(f).__name__)
attempt(lambda: [n for n, v in inspect.getmembers_static(Prop()) if n[0] != "_"])
attempt(lambda: inspect.isabstract(D))
attempt(lambda: inspect.ismethoddescriptor(str.upper))
attempt(lambda: inspect.isdatadescriptor(Prop.p))
attempt(lambda: inspect.formatannotation(list[int]))
attempt(lambda: inspect.formatannotation(G))


def long_one(first: int, second: str = "x" * 3, /, *args: float, third, **rest) -> dict[str, int]:
    pass


if hasattr(inspect.Signature, "format"):
    for width in (None, 20, 200):
        print(inspect.signature(long_one).format(max_width=width))
attempt(lambda: inspect.getcallargs(lambda a, b, c: 0))
attempt(lambda: inspect.getcallargs(lambda *, a, b: 0))
attempt(lambda: inspect.getcallargs(lambda a: 0, 1, a=2))
attempt(lambda: inspect.getcallargs(lambda a: 0, b=2))
