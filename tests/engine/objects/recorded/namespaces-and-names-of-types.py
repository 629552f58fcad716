# Namespaces of exec and eval that are no plain dicts, sums that end in a zero, and what type() refuses.
import types
def t(label, f):
    try: print(label, repr(f()))
    except BaseException as e: print(label, type(e).__name__, e)
class Auto(dict):
    def __missing__(self, key):
        if key.startswith('auto'): return key.upper()
        raise KeyError(key)
class Own(dict):
    def __getitem__(self, key): return 'own ' + key if key == 'x' else dict.__getitem__(self, key)
t('eval auto', lambda: eval('auto_x', Auto()))
t('eval local auto', lambda: eval('auto_x', {}, Auto()))
t('eval own', lambda: eval('x', Own(x=1)))
t('eval own l', lambda: eval('x', {}, Own(x=1)))
def run(src, g, l=None):
    exec(src, g, l) if l is not None else exec(src, g)
    return {k: v for k, v in g.items() if not k.startswith('__')}
t('exec auto', lambda: run('y = auto_z', Auto()))
t('exec own', lambda: run('y = x', Own(x=1)))
t('exec func', lambda: run('def f(): return auto_q\ny = f()\ndel f', Auto()))
t('exec class', lambda: run('class A: v = auto_w\ny = A.v\ndel A', Auto()))
t('exec del', lambda: run('x = 1\ndel x', Auto()))
t('exec nodel', lambda: run('del nope', {}))
t('exec global', lambda: run('global g\ng = 3', {}, {}))
class M:
    def __init__(s): s.d = {}; s.log = []
    def __getitem__(s, k): s.log.append(('get', k)); return s.d[k]
    def __setitem__(s, k, v): s.log.append(('set', k)); s.d[k] = v
    def __delitem__(s, k): s.log.append(('del', k)); del s.d[k]
m = M()
t('mapping locals', lambda: (exec('a = 1\nb = a + len([1])\ndel a', {}, m), m.log, m.d))
t('mapping globals', lambda: exec('a = 1', m))
t('proxy globals', lambda: exec('a = 1', types.MappingProxyType({})))
t('bad locals', lambda: exec('a = 1', {}, 3))
t('none', lambda: eval('1 + 1', None, None))
t('builtins', lambda: eval('len([1])', {'__builtins__': {}}))
t('builtins2', lambda: eval('len([1])', {'__builtins__': {'len': lambda x: 'mine'}}))
t('builtins auto', lambda: eval('auto_b', {'__builtins__': Auto()}))
t('builtins mod', lambda: eval('len([1])', {'__builtins__': types}))
t('builtins none', lambda: eval('len([1])', {'__builtins__': None}))
t('builtins bad', lambda: eval('len([1])', {'__builtins__': 5}))
t('import', lambda: exec('import sys', {'__builtins__': {}}))
t('class', lambda: exec('class A: pass', {'__builtins__': {}}))
t('class2', lambda: exec('class A: pass', {'__builtins__': types.MappingProxyType({})}))
t('class3', lambda: exec('class A: pass', {'__builtins__': {'__build_class__': __build_class__}}))
t('print', lambda: exec('print(1)', {'__builtins__': types.MappingProxyType({'print': print})}))
t('superglobal', lambda: exec('superglobal', {'__builtins__': types.MappingProxyType({'superglobal': 1})}))
class G(dict):
    def __getitem__(self, k): raise ValueError(k)
t('raising globals', lambda: exec('zzz', G()))
t('raising locals', lambda: exec('zzz', {}, G()))
t('raising builtins', lambda: exec('zzz', {'__builtins__': G()}))
t('code', lambda: eval(compile('a + 1', 'f', 'eval'), {'a': 2}))
t('codefree', lambda: exec((lambda x: lambda: x)(1).__code__))
t('kw', lambda: eval('1', globals={}))
t('type', lambda: eval(5)); t('type', lambda: exec(5)); t('bytes', lambda: eval(b' 1 + 1')); t('ba', lambda: eval(bytearray(b'2'))); t('mv', lambda: eval(memoryview(b'3'))); t('empty', lambda: eval(''))
for s in ([-0.0], [-0.0, -0.0], [0.0, -0.0], [1, -0.0], [0.1] * 10, [1e308, 1e308, -1e308], [1, 2.5, 3], [2**70, 0.5], [1j, 2], [True, 1.5], [float('inf'), float('-inf')], [0.1, 1e100, -1e100]):
    t('sum', lambda: sum(s))
t('sum0', lambda: sum([-0.0], -0.0)); t('sum1', lambda: sum([], -0.0)); t('sums', lambda: sum(['a'], '')); t('sumb', lambda: sum([b'a'], b'')); t('suml', lambda: sum([[1], [2]], [])); t('sumba', lambda: sum([], bytearray()))
t('sumj2', lambda: sum([complex(1, -0.0), 1])); t('sumstart', lambda: sum([1, 2], start=3.5)); t('sumneg', lambda: sum([-0.0j]))
A = type('A', (), {}) 
for name in ('B', '', 'a b', 5, None, b'x', 'x\0y', 'é'):
    def setname(): A.__name__ = name; return A.__name__, A
    t('name', setname); t('type', lambda: type(name, (), {}).__name__)
    def setq(): A.__qualname__ = name; return A.__qualname__
    t('qual', setq)
    def setm(): A.__module__ = name; return A
    t('mod', setm)
t('typenew', lambda: type.__new__(type)); t('t1', lambda: type('A', ())); t('t2', lambda: type('A', (), {}, x=1)); t('t3', lambda: type('A', [], {})); t('t5', lambda: type('A', (5,), {})); t('t6', lambda: type('A', (None,), {})); t('t7', lambda: type('A', (bool,), {})); t('t8', lambda: type(1, 2, 3, 4)); t('t9', lambda: type()); t('t10', lambda: type('A', (int, str), {})); t('t11', lambda: type('A', (), {'__slots__': 'a b'})); t('t12', lambda: type('A', (), {'__slots__': (1,)})); t('t13', lambda: type('A', (int,), {'__slots__': ['x']})); t('t14', lambda: type('A', (), {'__slots__': ('x', 'x')})); t('t15', lambda: type('A', (), {'__slots__': ('x',), 'x': 1})); t('t16', lambda: type('A', (), {'__qualname__': 5})); t('t17', lambda: type('A', (), {'__doc__': 5}).__doc__); t('t18', lambda: type('A', (), {'__classcell__': 5}))
t('doc', lambda: setattr(A, '__doc__', 'x') or A.__doc__); t('deldoc', lambda: delattr(A, '__doc__')); t('docint', lambda: setattr(int, '__doc__', 'x'))
