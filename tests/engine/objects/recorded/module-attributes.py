# Modules set attributes through their class, as everything else does.
import types, sys
m = types.ModuleType('m')
for w in ('del m.x', 'm.__dict__ = {}', 'm.__class__ = int', 'del m.__name__; print(m)', 'm.a = 1; del m.a; del m.a', 'del m.__dict__'):
    try: exec(w); print('ok')
    except Exception as e: print(type(e).__name__, e)
class M(types.ModuleType):
    @property
    def p(self): return 5
    @p.setter
    def p(self, v): print('set', v)
    def __setattr__(self, n, v): print('sa', n); super().__setattr__(n, v)
k = M('k'); k.p = 3; k.q = 4; print(k.p, k.q, k.__dict__.keys() - {'__name__', '__doc__', '__package__', '__loader__', '__spec__'})
sys.modules[__name__].__class__ = M
try: del k.zz
except Exception as e: print(type(e).__name__, e)
