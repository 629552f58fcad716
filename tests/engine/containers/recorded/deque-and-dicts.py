def t(f):
    try: print(f())
    except BaseException as e: print(type(e).__name__, e)
from _collections import deque, defaultdict, OrderedDict, _count_elements, _tuplegetter
d=deque([1,2,3],maxlen=3); d.append(4); print(d, d.maxlen, len(d), d[0], d[-1]); d.appendleft(0); print(d, list(reversed(d)))
d.rotate(1); print(d); d.rotate(-2); print(d, d.index(2), d.count(2), 3 in d, d==deque([1]), d<deque([9])); d.extend('ab'); d.extendleft('xyz'); print(d, d.copy(), d+deque([1]), d*2)
print(d.pop(), d.popleft(), d); d.clear(); t(d.pop); t(lambda: d[0]); t(lambda: d.remove(1)); t(lambda: d.index(1)); t(lambda: deque(5)); t(lambda: hash(d)); t(lambda: deque([],-1)); t(lambda: deque([])+[1])
def f():
    d=deque([1,2]); 
    for x in d: d.append(x)
t(f)
e=deque(range(5)); e.insert(2,'i'); del e[0]; e[0]='q'; e.reverse(); print(e, deque('abc')); e.append(e); print(e)
dd=defaultdict(list); dd['a'].append(1); print(dd, dd.get('z'), dd.default_factory, len(dd)); print(dd.copy(), dd|{'q':1}, defaultdict(int,{'a':1},b=2)); t(lambda: defaultdict()['k']); t(lambda: defaultdict(5)); dd.default_factory=None; t(lambda: dd['u']); dd.clear(); print(dd)
o=OrderedDict(a=1,b=2,c=3); o.move_to_end('a'); print(o, o.popitem(last=False)); o.move_to_end('a',last=False); print(o, o=={'c':3,'a':1}, o==OrderedDict(c=3,a=1), OrderedDict(), o.copy(), list(reversed(o))); t(lambda: o.move_to_end('zz')); print(OrderedDict.fromkeys('ab'), o|{'z':1}, list(o.items())); o.x=5; print(o.x); t(lambda: OrderedDict().popitem())
c={}; _count_elements(c,'abcab'); print(c)
class P(tuple):
    x=_tuplegetter(0,'dx'); y=_tuplegetter(1,'dy')
print(P((1,2)).x, P((1,2)).y, P.x)
class C(dict):
    def get(s,k,d=None): return super().get(k,d)
c=C(); _count_elements(c,'aab'); print(c)
