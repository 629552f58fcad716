# What conversions warn of.
import warnings
warnings.simplefilter('always')
def w(f):
    with warnings.catch_warnings(record=True) as got:
        warnings.simplefilter('always')
        try: r = f()
        except Exception as e: r = type(e).__name__, str(e)
    print(r, [(x.category.__name__, str(x.message)) for x in got])
class I:
    def __index__(s): return True
class N:
    def __int__(s): return True
class F(float): pass
class FF:
    def __float__(s): return F(1.5)
class C:
    def __complex__(s): return CC(1)
class CC(complex): pass
class T:
    def __trunc__(s): return 3
w(lambda: ~True)
w(lambda: bool(NotImplemented))
w(lambda: not NotImplemented)
w(lambda: range(I()))
w(lambda: [1, 2, 3][I()])
w(lambda: int(N()))
w(lambda: int(I()))
w(lambda: float(FF()))
w(lambda: complex(C()))
w(lambda: int(T()))
w(lambda: hex(I()))
