"""Places that `partial` keeps free among its arguments."""
import functools
from functools import partial
P = functools.Placeholder
def tell(*calls):
    for call in calls:
        try: print(repr(call()))
        except Exception as e: print(type(e).__name__, e)
def show(*args, **kwargs): return args, kwargs
q = partial(show, P, 2, P, 4)
tell(lambda: P, lambda: type(P), lambda: type(P)() is P, lambda: q(1, 3), lambda: q(1, 3, 5, k=6), lambda: q(1), lambda: q(), lambda: partial(show, 1, P), lambda: partial(show, P), lambda: partial(show, k=P), lambda: q.args, lambda: repr(q).split(" at ")[0])
r = partial(q, 1)
tell(lambda: r.args, lambda: r(3), lambda: r(), lambda: partial(q, P, 3).args, lambda: partial(q, P, 3)(1), lambda: partial(q, 1, 3, 5).args, lambda: partial(q, P, P), lambda: partial(r, 3, 9, k=1)(7), lambda: partial(q, 1)(P), lambda: q.keywords)
class A:
    m = functools.partialmethod(show, P, 2)
    n = functools.partialmethod(show, 1)
tell(lambda: A().n()[0][1:], lambda: len(A().m(1)[0]), lambda: P is functools.Placeholder, lambda: bool(P), lambda: P == 1, lambda: setattr(P, 'x', 1))
