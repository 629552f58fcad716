# The state of a generator, and whose a frame is (3.15; f_generator from 3.14).
import sys, types
def g():
    print(gen.gi_state, gen.gi_frame.f_generator is gen)
    yield 1
    yield 2
gen = g()
print(gen.gi_state); next(gen); print(gen.gi_state, gen.gi_frame.f_generator is gen); gen.close(); print(gen.gi_state)
async def c(): pass
k = c(); print(k.cr_state, k.cr_frame.f_generator is k); k.close(); print(k.cr_state)
async def a(): yield
n = a(); print(n.ag_state, n.ag_frame.f_generator is n)
print(sys._getframe().f_generator)
def f(): return sys._getframe().f_generator
print(f())
for o, m in ((gen, 'gi_state'), (k, 'cr_state')):
    try: setattr(o, m, 1)
    except Exception as e: print(type(e).__name__, e)
try: sys._getframe().f_generator = 1
except Exception as e: print(type(e).__name__, e)
