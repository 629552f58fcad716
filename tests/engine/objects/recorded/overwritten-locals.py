"""A local that is bound anew from outside while a call has it on loan; names beside the locals."""
import sys
def f(x):
    sys._getframe(1).f_locals['a'] = None
    y = x
    return y, sys.getrefcount(x)
def g():
    a = [1, 2, 3]
    r = f(a)
    print(a, r[0], 'new' in locals())
    sys._getframe().f_locals['new'] = 1
    print('new' in locals())
    return r
print(g())
