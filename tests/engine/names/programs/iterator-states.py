"""States of iterators, as copy and pickle ask for them."""
import copy
def show(f):
    try: print(repr(f()))
    except Exception as e: print(type(e).__name__, e)
makers = [lambda: iter([1,2,3]), lambda: iter((1,2,3)), lambda: iter('abc'), lambda: iter('aéc'), lambda: iter(b'abc'), lambda: iter(bytearray(b'abc')), lambda: iter(range(3)), lambda: iter(range(2**70, 2**70+3)),
  lambda: reversed([1,2,3]), lambda: reversed((1,2,3)), lambda: reversed('abc'), lambda: reversed(range(3)), lambda: iter([3,2].pop, 1), lambda: zip([1,2],[3,4]), lambda: zip([1,2],[3,4], strict=True), lambda: map(abs,[1,-2]),
  lambda: iter({1:2}), lambda: iter({1,2}), lambda: enumerate('ab'), lambda: filter(None,[1,0]), lambda: iter({1:2}.items()), lambda: iter(memoryview(b'abc'))]
for n, m in enumerate(makers):
    print(n, type(m()).__name__)
    def red(it):
        r = it.__reduce__()
        return [(getattr(x,'__name__',None) or (x if isinstance(x,(int,type(None),bool)) else [type(y).__name__ if not isinstance(y,(int,str,list,tuple,range)) else y for y in x])) for x in r]
    show(lambda: red(m()))
    def after(k):
        it = m()
        for _ in range(k): next(it, None)
        return red(it)
    show(lambda: after(1)); show(lambda: after(4)); show(lambda: after(5))
    show(lambda: list(copy.copy(m())))
    for st in (0, 1, 2, -1, -5, 100, 2**70, 'x', None, True):
        def f():
            it = m(); r = it.__setstate__(st)
            return r, [next(it, 'end') for _ in range(3)], [] if n == 12 else red(it)
        show(f)
