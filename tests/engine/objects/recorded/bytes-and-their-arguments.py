# bytes and bytearray with right and wrong arguments, pickled, and changed while they are read.
import pickle, copy
def t(f, *a, **k):
    try: r = f(*a, **k)
    except Exception as e: r = type(e).__name__ + ': ' + str(e)
    print(r)
for cls in (bytes, bytearray):
    for s in (b'  a  b  ', b'a b c', b'', b'   ', b'\ta\n b \x0bc\x0c', b'a\x1cb', b'a\x85b', b'a,b,,c'):
        x = cls(s)
        for n in (-1, 0, 1, 2, 5):
            t(x.split, None, n); t(x.rsplit, None, n); t(x.split, b',', n); t(x.rsplit, b',', n)
        t(x.split); t(x.rsplit); t(x.strip); t(x.lstrip); t(x.rstrip)
    t(cls(b'ab').split, b''); t(cls(b'ab').split, 'a'); t(cls(b'ab').split, 97); t(cls(b'ab').split, maxsplit='x')
    for sep in (':', b':', '', '::', 'é', b'\xff', 5, '\0', 'ab', b''):
        t(cls(b'abcdef').hex, sep); t(cls(b'abcdef').hex, sep, 2); t(cls(b'abcdef').hex, sep, -2); t(cls(b'abcdef').hex, sep=sep, bytes_per_sep=0)
    class Sub(cls): pass
    class Slot(cls):
        if cls is bytearray: __slots__ = ('x', '__dict__')
    for k in (Sub, Slot):
        for proto in range(pickle.HIGHEST_PROTOCOL + 1):
            a = k(b'abcd'); a.x = 10; a.y = [1]
            try: b = pickle.loads(pickle.dumps(a, proto)); print(k.__name__, proto, b == a, b, type(b).__name__, b.__dict__, getattr(b, 'x', None))
            except Exception as e: print(k.__name__, proto, type(e).__name__, e)
        a = k(b'abcd'); a.y = 2
        for c in (copy.copy, copy.deepcopy): b = c(a); print(b, b.y)
        for proto in (0, 2, 3): t(lambda: [str(z) for z in a.__reduce_ex__(proto)[1]])
    for bad in (1.5, 'a', None, [256], [-1], ['a'], [1.5], -1, {}, object(), [None], 2**70, [2**70], '', True):
        t(cls, bad); t(cls, 'é', bad) if isinstance(bad, str) else None
    t(cls, 'a', 'utf-8', 'strict', 1); t(cls, b'a', 'utf-8'); t(cls, encoding='utf-8'); t(cls, 5, encoding='utf-8'); t(cls, 'a', errors='strict'); t(cls, 'é', 'ascii'); t(cls, 'é', 'ascii', 'replace'); t(cls, errors='x')
    class It:
        def __iter__(s): return iter([1, 2])
    class Ind:
        def __index__(s): return 3
    class By:
        def __bytes__(s): return res
    class Both(Ind, By): pass
    t(cls, It()); t(cls, Ind()); t(cls, [Ind()])
    for res in (b'x', 'x', bytearray(b'y'), None): t(cls, By()); t(cls, Both())
    class Str(str):
        def __bytes__(s): return b'own'
    t(cls, Str('q')); t(cls, Str('q'), 'ascii')
    x = cls(b'hello')
    for bad in ('l', 300, -1, None, b'l', [108], 1.5):
        for m in ('find', 'count', 'index', 'replace', 'startswith', 'join', 'strip', 'partition', 'removeprefix', '__contains__', '__add__', 'center', 'translate', 'maketrans', '__mul__', '__getitem__', 'decode', 'zfill'):
            t(getattr(x, m), bad)
b = bytearray(b'hello')
for bad in ('a', 5, [256], b'x', [1, 2], 1.5, None, ['a'], 'ab', range(3)):
    for m in ('extend', 'append', 'remove', 'insert', 'pop', '__iadd__', '__imul__'):
        c = bytearray(b'hello'); t(getattr(c, m), bad); print(c)
    for key in (slice(1, 2), slice(0, None, 2), 0, slice(5, 5)):
        c = bytearray(b'hello'); t(c.__setitem__, key, bad); print(c)
v = memoryview(b)
for f in (lambda: b.append(1), lambda: b.extend(b'x'), lambda: b.__delitem__(0), lambda: b.__setitem__(slice(0, 1), b'xx'), lambda: b.__setitem__(slice(0, 1), b'x'), lambda: b.clear(), lambda: b.pop(), lambda: b.__setitem__(slice(0, None, 2), b'xyz'), lambda: b.__setitem__(slice(0, None, 2), b''), lambda: b.__delitem__(slice(0, None, 2)), lambda: b.insert(0, 1), lambda: b.remove(104), lambda: b.__iadd__(b''), lambda: b.__imul__(1), lambda: b.__imul__(2)):
    t(f); print(b)
l = [1, 2, 3]
class Evil:
    def __index__(s): l.clear(); return 42
l = [Evil(), 2, 3]
t(bytes, l)
l = [1, Evil(), 3, 4]
t(bytearray, l)
class Evil2:
    def __index__(s): c.clear(); return 42
c = bytearray(b'abc')
t(c.__setitem__, 0, Evil2()); print(c)
print(bytearray().__alloc__() if hasattr(bytearray(), '__alloc__') else 0)
