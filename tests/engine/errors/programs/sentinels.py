import copy, pickle, sys
def t(f):
    try: print(repr(f()))
    except BaseException as e: print(type(e).__name__, e)
M = sentinel("M")
print(M, repr(M), str(M), type(M), M.__name__, M.__module__, bool(M), hash(M) == hash(M))
print([x for x in dir(M) if x not in dir(object())], dir(sentinel) == dir(M))
t(lambda: sentinel()); t(lambda: sentinel(1)); t(lambda: sentinel("a", "b")); t(lambda: sentinel(name="x")); t(lambda: sentinel("a", repr="<hm>")); t(lambda: sentinel("a", repr=1)); t(lambda: sentinel("a", repr=None)); t(lambda: sentinel("a", module_name="x")); t(lambda: sentinel("a", foo=1))
t(lambda: M | int); t(lambda: int | M); t(lambda: M | None); t(lambda: M | M); t(lambda: M | 1); t(lambda: M | sentinel("N")); t(lambda: isinstance(1, M | int))
t(lambda: copy.copy(M) is M); t(lambda: copy.deepcopy(M) is M); t(lambda: pickle.loads(pickle.dumps(M)) is M); t(lambda: M.__reduce__()); t(lambda: M.__reduce_ex__(2))
t(lambda: M == sentinel("M")); t(lambda: M < M); t(lambda: M()); t(lambda: setattr(M, "x", 1)); t(lambda: setattr(M, "__name__", "x")); t(lambda: setattr(M, "__module__", "x")); t(lambda: M.__module__)
import gc; print(gc.is_tracked(M), gc.get_referents(M))
def f():
    return sentinel("L")
print(f().__module__, f())
t(lambda: f().__reduce__())
class C: X = sentinel("X"); Y = sentinel("C.Y")
t(lambda: pickle.dumps(C.X)); print(C.X, C.Y); t(lambda: pickle.loads(pickle.dumps(C.Y)))
print(M is M, {M: 1}[M]); print(f"{M}"); print(format(M)); t(lambda: format(M, "s"))
match M:
    case x if x is M: print("m")
