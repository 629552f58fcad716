# What special methods may return.
class B:
    def __bool__(s): return 1
    def __repr__(s): return 1
    def __len__(s): return 'x'
    def __hash__(s): return 'x'
    def __init__(s, *a): 
        if a: return 5
    def __index__(s): return 'x'
    def __format__(s, f): return 1
    def __iter__(s): return 1
    def __contains__(s, x): return 'yes'
    def __length_hint__(s): return 'x'
    def __dir__(s): return 1
class S:
    def __str__(s): return 1
class N:
    def __len__(s): return -1
    def __iter__(s): return iter([1])
    def __length_hint__(s): return -1
def t(f, *a):
    try: print(f(*a))
    except BaseException as e: print(type(e).__name__, e)
b = B.__new__(B)
for f in (bool, repr, str, len, hash, format, iter, list, dir, ascii, (1).__add__): t(f, b)
t(B, 1); t(str, S()); t(len, N()); t(list, N()); t(sum, [1], b); t(lambda: 3 in b); t(lambda: f'{b}'); t(lambda: '%s' % b);
