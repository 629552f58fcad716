# The view of a frame that f_locals is, as a mapping (PEP 667).
import sys, copy, types, collections.abc
def t(label, f):
    try: print(label, repr(f()))
    except BaseException as e: print(label, type(e).__name__, e)
def make():
    x = 1; y = 2
    if 0: unset = 3
    return sys._getframe()
fr = make()
d = fr.f_locals
t('type', lambda: type(d).__name__)
t('repr', lambda: d)
t('len', lambda: len(d))
for name in ('keys', 'values', 'items', 'copy', '__reversed__', '__iter__'):
    t(name, lambda: (type(getattr(d, name)()).__name__, list(getattr(d, name)())))
t('get', lambda: (d['x'], d.get('x'), d.get('nope'), d.get('nope', 5), d.get('unset', 6), 'x' in d, 'unset' in d, 1 in d))
t('missing', lambda: d['nope']); t('unset', lambda: d['unset']); t('intkey', lambda: d[1])
def setx(): d['x'] = 10; d['new'] = 3; d[1] = 2; return d['x'], d['new'], d[1], sorted(map(str, d))
t('set', setx)
t('del x', lambda: d.__delitem__('x')); t('del new', lambda: d.__delitem__('new')); t('del nope', lambda: d.__delitem__('nope')); t('del unset', lambda: d.__delitem__('unset'))
t('pop', lambda: d.pop('x')); t('pop1', lambda: d.pop(1)); t('popnope', lambda: d.pop('nope')); t('popdef', lambda: d.pop('nope', 4)); t('clear', lambda: d.clear()); t('popitem', lambda: d.popitem())
t('setdefault', lambda: (d.setdefault('x', 5), d.setdefault('z', 6), d['z'], d.setdefault('w')))
t('update', lambda: (d.update({'x': 3, 'q': 4}), d['x'], d['q'])); t('update2', lambda: d.update([1, 2])); t('update3', lambda: d.update(5)); t('update4', lambda: d.update([('x', 7)])); t('update5', lambda: d.update(d)); t('update6', lambda: d.update(x=1)); t('update7', lambda: d.update())
t('or', lambda: (type(d | {'z': 3}).__name__, (d | {'z': 3})['z'])); t('ror', lambda: type({'x': 0} | d).__name__); t('or bad', lambda: d | 3); t('or list', lambda: d | [3]); t('ror bad', lambda: [1] | d)
def ior(v):
    e = d
    e |= v
    return e is d
t('ior', lambda: ior({'y': 9})); t('ior bad', lambda: ior(3)); t('ior pairs', lambda: ior([('y', 8)]))
t('eq', lambda: (d == d, d == dict(d), dict(d) == d, d == make().f_locals, d != d, d == 5, d < d)) 
t('eq2', lambda: (d == fr.f_locals, fr.f_locals is fr.f_locals, d == d.copy()))
t('hash', lambda: hash(d)); t('bool', lambda: bool(d)); t('copy', lambda: copy.copy(d)); t('deepcopy', lambda: copy.deepcopy(d))
t('mapping', lambda: (isinstance(d, collections.abc.Mapping), isinstance(d, collections.abc.MutableMapping), isinstance(d, dict)))
def match():
    match d:
        case {'x': value}: return value
        case _: return 'other'
t('match', match)
class S(str): pass
class Imp:
    def __hash__(self): return hash('x')
    def __eq__(self, o): return o == 'x'
class NoHash(str): __hash__ = None
for k in (S('x'), Imp(), NoHash('x'), [], None):
    def put(): d[k] = 77; return d['x']
    t('strange get', lambda: d[k]); t('strange set', put); t('strange in', lambda: k in d); t('strange get()', lambda: d.get(k, 1)); t('strange setdefault', lambda: d.setdefault(k, 1)); t('strange del', lambda: d.__delitem__(k)); t('strange pop', lambda: d.pop(k, 'default'))
print(len(d))
T = type(d)
t('new', lambda: T(make())); t('new0', lambda: T()); t('new1', lambda: T(123)); t('new2', lambda: T(frame=make())); t('new3', lambda: T(make(), 1)); t('sub', lambda: type('X', (T,), {}))
def rec():
    me = sys._getframe()
    return repr(me.f_locals)[:60].split(' at ')[0]
def rec2():
    own = sys._getframe().f_locals
    return own
r = rec2(); t('rec', lambda: r)
t('dir', lambda: sorted(n for n in dir(T) if not n.startswith('__') or n in ('__reversed__', '__or__', '__ior__', '__getitem__', '__delitem__', '__class_getitem__')))
def gen():
    a = 1
    try: yield sys._getframe()
    finally: a = 2
def loops():
    f = sys._getframe()
    for i in range(3): f.f_locals['i'] = 10
    return i
t('loops', loops)
def clos():
    v = 1
    def inner(): return v
    sys._getframe().f_locals['v'] = 5
    return inner(), v
t('cells', clos)
def comp(): return [sys._getframe().f_locals['b'] for b in [4]]
t('comp', comp)
def hidden():
    l = [sys._getframe().f_locals for b in [0]][0]
    l['b'] = 2
    return l['b'], 'b' in l
t('hidden', hidden)
g = gen(); gf = next(g)
t('genlocals', lambda: gf.f_locals); t('clear', lambda: gf.clear()); 
def running():
    f = sys._getframe()
    t('clear running', lambda: f.clear())
running()
def gen2():
    try: 1 / 0
    except ZeroDivisionError as e:
        f = e.__traceback__.tb_frame
        t('clear executing', lambda: f.clear())
        yield f
h = gen2(); hf = next(h); t('clear suspended', lambda: hf.clear()); t('next', lambda: next(h, 'end'))

