# Weak references, proxies and weak mappings.
import weakref, gc
class C:
    def __init__(self, v=0): self.v = v
    def __bytes__(self): return b'bytes'
    def __str__(self): return 'C!'
    def __reversed__(self): return iter('fed')
    def __len__(self): return 3
    def __iter__(self): return iter('def')
    def __index__(self): return 7
    def __call__(self, *a): return a
    def __hash__(self): return 5
    def __eq__(self, o): return isinstance(o, C)
    def __add__(self, o): return ('add', type(o).__name__)
    def __radd__(self, o): return ('radd', type(o).__name__)
    def __iadd__(self, o): return self
    def __matmul__(self, o): return 'mat'
    def __getitem__(self, k): return ('item', k)
    def __contains__(self, k): return k == 1
    def __bool__(self): return False
    def __next__(self): return 'next'
    def __format__(self, spec): return 'fmt' + spec
    def __int__(self): return 3
    def __float__(self): return 2.5
    def __complex__(self): return 1j
    def __enter__(self): return 'in'
    def __exit__(self, *a): return None
    def __dir__(self): return ['z']
    def __round__(self, n=None): return 'rounded'
    def __divmod__(self, o): return 'dm'
    def __lt__(self, o): return 'lt'
    def __neg__(self): return 'neg'
    def __pow__(self, o, m=None): return ('pow', m)
    def meth(self): return 'meth'
def t(label, f):
    try: print(label, repr(f()))
    except BaseException as e: print(label, type(e).__name__, e)
import operator
o = C()
p = weakref.proxy(o)
for name, f in {'bytes': lambda: bytes(p), 'str': lambda: str(p), 'len': lambda: len(p), 'iter': lambda: list(p), 'index': lambda: operator.index(p), 'call': lambda: p(1), 'hash': lambda: hash(p), 'eq': lambda: (p == o, p == p, o == p), 'add': lambda: (p + 1, 1 + p, p + p), 'mat': lambda: p @ 1, 'item': lambda: p[3], 'in': lambda: (1 in p, 2 in p), 'bool': lambda: bool(p), 'next': lambda: next(p), 'format': lambda: format(p, 'x'), 'int': lambda: int(p), 'float': lambda: float(p), 'complex': lambda: complex(p), 'with': lambda: p.__enter__(), 'dir': lambda: dir(p), 'round': lambda: round(p), 'divmod': lambda: divmod(p, 1), 'lt': lambda: p < 1, 'neg': lambda: -p, 'pow': lambda: (p ** 2, pow(p, 2, 3)), 'isinstance': lambda: (isinstance(p, C), type(p).__name__, p.__class__), 'vars': lambda: vars(p), 'meth': lambda: p.meth(), 'hasattr': lambda: hasattr(p, 'x'), 'attr': lambda: p.x, 'set': lambda: setattr(p, 'q', 1), 'q': lambda: o.q, 'del': lambda: delattr(p, 'q'), 'range': lambda: range(p), 'slice': lambda: [1, 2, 3][p], 'list': lambda: [1] * p}.items():
    t(name, f)
def forms():
    q = p; q += 1; return type(q).__name__
t('iadd', forms)
import re
def shape(x): return re.sub('0x[0-9a-f]+', 'ADDR', x)
print(shape(repr(p)), shape(repr(weakref.ref(o))))
class D: pass
D.__module__ = 'some.module'
d = D(); print(shape(repr(weakref.ref(d))), shape(repr(weakref.proxy(d))))
class Outer:
    class Inner: pass
i = Outer.Inner(); print(shape(repr(weakref.ref(i))))
r = weakref.ref(d); pd = weakref.proxy(d); del d
print(shape(repr(r)))
t('dead repr', lambda: shape(repr(pd)))
for name, f in {'str': lambda: str(pd), 'attr': lambda: pd.x, 'len': lambda: len(pd), 'bool': lambda: bool(pd), 'eq': lambda: pd == 1, 'call': lambda: pd(), 'add': lambda: pd + 1, 'hash': lambda: hash(pd), 'dir': lambda: dir(pd), 'set': lambda: setattr(pd, 'x', 1), 'class': lambda: pd.__class__, 'isinstance': lambda: isinstance(pd, D), 'iter': lambda: iter(pd), 'in': lambda: 1 in pd, 'bytes': lambda: bytes(pd)}.items(): t('dead ' + name, f)
class Ref(weakref.ref):
    def __init__(self, ob, callback=None, **kw): super().__init__(ob, callback); self.kw = kw
class Ref2(weakref.ref): pass
class RefS(weakref.ref): __slots__ = ('slot',)
o = C()
a, b, c = weakref.ref(o), Ref(o), Ref2(o)
print(weakref.ref(o) is a, Ref2(o) is c, weakref.getweakrefcount(o), [type(x).__name__ for x in weakref.getweakrefs(o)], a == b, hash(a) == hash(b), Ref(o, None, x=1).kw)
o = C(); c = Ref2(o); a = weakref.ref(o); print(weakref.ref(o) is a, a is c, weakref.getweakrefs(o)[0] is a)
s = RefS(o); s.slot = 1; t('slot', lambda: s.slot); t('noattr', lambda: setattr(s, 'x', 1))
for args, kw in (((), {}), ((1,), {}), ((o, 1, 2), {}), ((o,), {'callback': None}), ((None,), {}), (([],), {}), ((C,), {})): t('ref', lambda: type(weakref.ref(*args, **kw)).__name__); t('proxy', lambda: type(weakref.proxy(*args)).__name__)
t('callback', lambda: a.__callback__); x = weakref.ref(o, print); t('callback', lambda: x.__callback__ is print); t('setcb', lambda: setattr(x, '__callback__', 1)); t('call', lambda: x(1)); t('kw', lambda: x(a=1))
t('class getitem', lambda: weakref.ref[int])
# mappings
class K:
    def __init__(s, n): s.n = n
    def __repr__(s): return 'K%d' % s.n
    def __eq__(s, o): return isinstance(o, K) and s.n == o.n
    def __hash__(s): return hash(s.n)
keys = [K(i) for i in range(4)]
for cls, pairs in ((weakref.WeakValueDictionary, [(i, k) for i, k in enumerate(keys)]), (weakref.WeakKeyDictionary, [(k, i) for i, k in enumerate(keys)])):
    n = cls.__name__
    dd = cls(dict(pairs)); print(n, sorted(map(repr, dd.items())), len(dd))
    dd = cls(pairs); print(len(dd)); dd = cls(); dd.update(pairs); print(len(dd)); dd = cls(); dd.update(dict(pairs)); print(len(dd)); dd.update(cls(pairs)); print(len(dd))
    class SimpleUser:
        def keys(self): return [a for a, b in pairs]
        def __getitem__(self, k): return dict(pairs)[k]
    dd = cls(); dd.update(SimpleUser()); print(len(dd), sorted(map(repr, dd.items())))
    class Fail:
        def keys(self): raise ValueError('keys')
    t(n + ' fail', lambda: cls().update(Fail()))
    n[4] == 'V' and t(n + ' self', lambda: (lambda: cls().update(self=pairs[0][1]))()); t(n + ' dict', lambda: len(cls(dict=pairs[0][1]) if cls is weakref.WeakValueDictionary else cls(dict=None)))
    t(n + ' many', lambda: cls(1, 2)); n[4] == 'V' and t(n + ' kw', lambda: cls().update(a=pairs[0][1])); t(n + ' noargs', lambda: cls().update()); t(n + 'bad', lambda: cls().update(5)); t(n + 'bad', lambda: cls().update([1]))
    t(n + ' or', lambda: (len(cls(pairs) | {}), type(cls(pairs) | {}).__name__, len({} | cls(pairs)), type({} | cls(pairs)).__name__)); t(n + ' bad or', lambda: cls() | 5)
    def ior(): z = cls(); z |= pairs; return len(z)
    t(n + ' ior', ior)
    dd = cls(pairs); t(n + ' pop', lambda: dd.pop(pairs[0][0])); t(n + ' pop3', lambda: dd.pop(pairs[0][0], 'd')); t(n + ' popitem', lambda: len(dd.popitem())); t(n + ' setdefault', lambda: dd.setdefault(pairs[0][0], pairs[0][1])); t(n + ' get', lambda: dd.get('none', 5) if n.startswith('WeakV') else dd.get(K(9), 5)); t(n + ' copy', lambda: (type(dd.copy()).__name__, len(dd.copy()))); t(n + ' in', lambda: ('none' in dd, 5 in dd)); t(n + ' del', lambda: dd.__delitem__(pairs[0][0])); t(n + ' clear', lambda: dd.clear()); t(n + ' popempty', lambda: dd.popitem())
    t(n + ' eq', lambda: (cls(pairs) == cls(pairs), cls(pairs) == dict(pairs))); t(n + ' repr', lambda: shape(repr(cls()))); t(n + ' bool', lambda: bool(cls()))
    t(n + ' iter', lambda: sorted(map(repr, cls(pairs)))); t(n + ' reversed', lambda: reversed(cls(pairs))); t(n + ' fromkeys', lambda: cls.fromkeys([1]))
t('noweak', lambda: weakref.WeakValueDictionary({1: 1})); t('noweakkey', lambda: weakref.WeakKeyDictionary({1: 1}))
ws = weakref.WeakSet(keys); t('ws', lambda: (len(ws), keys[0] in ws, 5 in ws, ws == weakref.WeakSet(keys), ws | {keys[0]} == ws)); t('ws add', lambda: ws.add(5)); t('ws pop', lambda: weakref.WeakSet().pop()); t('ws repr', lambda: shape(repr(weakref.WeakSet()))); t('ws ops', lambda: (len(ws & {keys[0]}), len(ws - {keys[0]}), len(ws ^ {keys[0]}), ws.issubset(keys), ws.isdisjoint([])))
# cascading
dead = []
class X(object):
    def __init__(s): s.ctr = 0
    def __repr__(s): return 'X'
wk = weakref.WeakKeyDictionary()
oids = [X() for i in range(3)]
for i, x in enumerate(oids): wk[x] = oids[i - 1] if i else None
del x
print(len(wk)); del oids[:]; gc.collect(); print(len(wk))
class Chain: pass
wk = weakref.WeakKeyDictionary(); first = Chain(); prev = first
for i in range(5): nxt = Chain(); wk[prev] = nxt; prev = nxt
del prev, nxt; print(len(wk)); del first; print(len(wk))
f = weakref.finalize(keys[0], print, 'finalized'); t('fin', lambda: (f.alive, f.peek()[1:], f.atexit)); keys = None; ws = None; dd = None; pairs = None
class S:
    __slots__ = ('__weakref__',)
s = S(); print(weakref.ref(s)() is s)
m = weakref.WeakMethod(C(3).meth); print(m()); obj = C(4); m = weakref.WeakMethod(obj.meth); print(m()(), m == weakref.WeakMethod(obj.meth)); t('wm', lambda: weakref.WeakMethod(5)); t('wm', lambda: weakref.WeakMethod(len))
class NoCall:
    def __bytes__(self): return b'own'
    def __reversed__(self): return iter('cba')
    def __len__(self): return 2
class Bare: pass
n, bare = NoCall(), Bare(); q = weakref.proxy(n); bp = weakref.proxy(bare)
t('plain bytes', lambda: bytes(q)); t('plain reversed', lambda: list(reversed(q))); t('bare bytes', lambda: bytes(bp)); t('bare reversed', lambda: reversed(bp)); t('bare call', lambda: bp())
told = []
refs = [weakref.ref(n, lambda r, i=i: told.append(i)) for i in range(3)] + [Ref(n, lambda r: told.append('sub'))]
print([weakref.getweakrefs(n).index(r) for r in refs]); del n, q; print(told)
