# What sets keep of hashes, how subclasses are pickled, and sets that change while they are compared.
import pickle, copy
class Key(int):
    asked = 0
    def __hash__(self): Key.asked += 1; return int.__hash__(self)
def asked(label, f):
    Key.asked = 0
    f()
    print(label, Key.asked)
d = dict.fromkeys(map(Key, range(5)))
s = set(d)
for label, f in {'set of dict': lambda: set(d), 'frozenset of dict': lambda: frozenset(d), 'difference': lambda: s.difference(d),
  'update': lambda: set().update(d), 'symmetric': lambda: set(s).symmetric_difference_update(d), 'symmetric copy': lambda: s.symmetric_difference(d),
  'union': lambda: s.union(d), 'intersection': lambda: s.intersection(d), 'difference_update': lambda: set(s).difference_update(d),
  'isdisjoint': lambda: s.isdisjoint(d), 'issubset': lambda: s.issubset(d), 'fromkeys of set': lambda: dict.fromkeys(s), 'fromkeys of frozenset': lambda: dict.fromkeys(frozenset(s)),
  'fromkeys of dict': lambda: dict.fromkeys(d), 'list': lambda: set(list(d)), 'keys': lambda: set(d.keys()), 'difference of small': lambda: set(range(50)).difference(d),
  'copy': lambda: s.copy(), 'dict copy': lambda: dict(d), 'fromkeys value': lambda: dict.fromkeys(s, 3)}.items():
    asked(label, f)
class Tagged(set):
    tag = None
class Slotted(frozenset):
    __slots__ = ('a', '__dict__')
for proto in range(pickle.HIGHEST_PROTOCOL + 1):
    t = Tagged('ab'); t.tag = 'x'; t.more = [1]
    u = pickle.loads(pickle.dumps(t, proto)); print(type(u).__name__, u == t, u.tag, u.more)
    f = Slotted('ab'); f.b = 2; f.a = 1
    try:
        g = pickle.loads(pickle.dumps(f, proto)); print(type(g).__name__, g == f, g.b, getattr(g, 'a', 'none'))
    except Exception as e: print(type(e).__name__, e)
t = Tagged([1]); t.x = 5
print(t.__reduce__()); print(copy.copy(t).x, copy.deepcopy(t).x)
print(set([1]).__reduce__(), Tagged([2]).__reduce__())
# the sets change while they are compared
class Evil:
    def __init__(self, n): self.n = n
    def __hash__(self): return 1
    def __eq__(self, other):
        if armed:
            one.clear(); two.clear()
        return False
    def __repr__(self): return 'E%d' % self.n
for name in ['union', 'intersection', 'difference', 'symmetric_difference', 'issubset', 'isdisjoint', 'update', 'intersection_update', 'difference_update', 'symmetric_difference_update', '__eq__', '__le__', '__and__', '__sub__', '__xor__', '__or__']:
    for kind in (set, dict.fromkeys, list):
        armed = False
        one = set(Evil(i) for i in range(4)); two = kind([Evil(i) for i in range(7)])
        armed = True
        try: r = getattr(one, name)(two); print(name, kind.__name__, len(r) if isinstance(r, set) else r, len(one), len(two))
        except Exception as e: print(name, kind.__name__, type(e).__name__, e)
for m in ('add', 'update'):
    print(m, getattr(set, m)({1}, [2] if m == 'update' else 2))
print(dict.fromkeys({1, 2}).__sizeof__() == dict.fromkeys(frozenset({1, 2})).__sizeof__(), dict.fromkeys(frozenset(range(100))).__sizeof__() == dict.fromkeys(set(range(100))).__sizeof__())
