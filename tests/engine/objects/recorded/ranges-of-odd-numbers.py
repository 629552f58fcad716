# Ranges of what is no plain int, hints that lie, and sizes that no machine has.
for a in [(True,), (False, True), (False, True, True)]:
    r = range(*a); print(repr(r), type(r.start), type(r.stop), type(r.step), r.start, list(r))
class I(int): pass
r = range(I(3)); print(type(r.stop), type(r.start))
class J:
    def __init__(s, n): s.n = n
    def __index__(s): return s.n
print(range(J(3)), type(range(J(True)).stop))
M = 2**63
import sys
class H:
    def __init__(s, n): s.n = n
    def __iter__(s): return s
    def __next__(s): raise StopIteration
    def __length_hint__(s): return s.n
a = [1, 2]
a.extend(H(sys.maxsize)); print(a)
try: a.extend(H(sys.maxsize >> 2)); print(a)
except MemoryError as e: print('MemoryError', e)
try: print(list(H(sys.maxsize)))
except MemoryError as e: print('MemoryError', e)
for bad in (sys.maxsize + 1, -1, 'x', NotImplemented):
    try: a.extend(H(bad)); print(a)
    except Exception as e: print(type(e).__name__, e)
    try: print(list(H(bad)))
    except Exception as e: print(type(e).__name__, e)
try: print(range(M)[M*2])
except IndexError as e: print(e)
for f in (lambda: range(M).index(M+1), lambda: range(3).index('a'), lambda: range(10**30)[10**31], lambda: range(5)['a'], lambda: [1]*M, lambda: (1,)*M, lambda: [1][M], lambda: (1,)[-M-1], lambda: 'a'[M], lambda: [1].insert(M, 3), lambda: [1].pop(M), lambda: [1].index(1, M), lambda: 'a'*M, lambda: b'a'*M):
    try: print(f())
    except Exception as e: print(type(e).__name__, e)
