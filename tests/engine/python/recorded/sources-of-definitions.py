# inspect finds the source of what a program defines.
import functools
import inspect
# a comment
# and more
@functools.lru_cache(
    maxsize=5,
)
def f(x):
    "doc"
    def inner():
        return 5

    return inner
class A:
    x = 1

    # on method
    @property
    def p(self):
        return 1

    class B:
        def m(self):
            pass

g = lambda x: (
    x + 1
)


def attempt(f):
    try:
        print(f())
    except Exception as error:
        print(type(error).__name__, error)


def deco(fn):
    @functools.wraps(fn)
    def w(*args):
        return fn(*args)

    return w


@deco
def h():
    return 4


for o in (f, A, A.B, A.B.m, A.p.fget, g, h, f(1), A.B().m):
    attempt(lambda: inspect.getsource(o))
    attempt(lambda: inspect.getsourcelines(o)[1])
attempt(lambda: inspect.getcomments(f))
attempt(lambda: inspect.getcomments(A.p.fget))
attempt(lambda: inspect.getsource(len))
attempt(lambda: inspect.getsource(int))
attempt(lambda: inspect.getsource(5))
attempt(lambda: inspect.getsource(f.__wrapped__.__code__))
attempt(lambda: inspect.getsource(inspect.currentframe()).splitlines()[0])
ns = {}
exec("def made(): pass", ns)
attempt(lambda: inspect.getsource(ns["made"]))
attempt(lambda: inspect.getfullargspec(A.B.m))
class E:
    def __init__(self, q, w=3):
        pass


attempt(lambda: inspect.getfullargspec(E))
attempt(lambda: inspect.getfullargspec(5))
attempt(lambda: inspect.getsourcefile(f) == inspect.getfile(A) == inspect.getfile(f))
attempt(lambda: inspect.getsource(E))
try:
    1 / 0
except ZeroDivisionError:
    attempt(lambda: [(t.function, t.lineno) for t in inspect.trace()])
