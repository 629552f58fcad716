"""Names that mean something to the host, in every kind of namespace: they must mean what any other name means."""
NAMES = ['__proto__', 'constructor', 'toString', 'hasOwnProperty', 'valueOf', 'prototype', '__defineGetter__', 'then', 'toJSON', 'length', 'name']
# local and global variables, deletion
for n in NAMES:
    g = {}
    exec(f"{n} = 1\ndef f({n}, *, k_{n}=2):\n    x = {n}\n    {n} = x + 1\n    def inner(): return {n}\n    del x\n    return inner()\nr = f({n})\nq = f(**{{'{n}': 5}})\ndel {n}", g)
    assert g['r'] == 2 and g['q'] == 6 and n not in g, n
    try: eval(n, {})
    except NameError as e: assert str(e) == f"name '{n}' is not defined", str(e)
    else: raise SystemExit(n)
# attributes of instances, classes, functions, modules, slots
import sys
import types
for n in NAMES:
    class C: pass
    c = C()
    assert not hasattr(c, n) and n not in dir(c), n
    setattr(c, n, 1); assert getattr(c, n) == 1 and vars(c) == {n: 1}
    delattr(c, n); assert not hasattr(c, n)
    D = type('D', (), {n: 7, '__slots__': ['s_' + n]})
    assert getattr(D(), n) == 7
    S = type('S', (), {'__slots__': [n]})
    s = S(); assert not hasattr(s, n); setattr(s, n, 3); assert getattr(s, n) == 3
    def f(): pass
    assert n == 'name' or not hasattr(f, n); setattr(f, n, 4); assert f.__dict__[n] == 4
    m = types.ModuleType(n); assert m.__name__ == n; setattr(m, n, 5); assert getattr(m, n) == 5
    sys.modules[n] = m
    assert __import__(n) is m
    ns = {}
    exec(f"import {n}\nfrom {n} import {n} as z", ns); assert ns['z'] == 5 and ns[n] is m
    del sys.modules[n]
    try: __import__(n)
    except ModuleNotFoundError as e: assert str(e) == f"No module named '{n}'"
    else: raise SystemExit(n)
    p = property(lambda self: 9); E = type('E', (), {n: p}); assert getattr(E(), n) == 9
    M = type('M', (type,), {n: 11}); assert getattr(M('X', (), {}), n) == 11
    assert types.SimpleNamespace(**{n: 1}) == types.SimpleNamespace(**{n: 1})
    assert repr(types.SimpleNamespace(**{n: 1})) == f'namespace({n}=1)'
# dicts, sets, keywords, format, compile modes, interning
for n in NAMES:
    d = {}
    assert n not in d and d.get(n) is None
    try: d[n]
    except KeyError as e: assert e.args == (n,)
    else: raise SystemExit(n)
    d[n] = 1; d.update(**{n: 2}); assert d.pop(n) == 2 and d.setdefault(n, 3) == 3
    assert n not in set() and {n} == {n} and n in {n: 0}
    def k(**kw): return kw
    assert k(**{n: 1}) == {n: 1}
    try: (lambda a: a)(**{n: 1})
    except TypeError as e: assert n in str(e)
    try: int('1', **{n: 1})
    except TypeError as e: pass
    else: raise SystemExit(n)
    try: sorted([], **{n: 1})
    except TypeError as e: pass
    else: raise SystemExit(n)
    try: compile('1', 'f', n)
    except ValueError as e: pass
    else: raise SystemExit(n)
    assert '%({0})s'.format(n) % {n: 1} == '1' and ('{' + n + '}').format(**{n: 1}) == '1'
    try: ('{0.' + n + '}').format(1)
    except AttributeError: pass
    else: raise SystemExit(n)
    try: ''.encode(n)
    except LookupError as e: assert str(e) == f'unknown encoding: {n}'
    try: '\ud800'.encode('utf-8', n)
    except LookupError as e: assert n in str(e)
    try: (lambda: 0).__code__.replace(**{n: 1})
    except TypeError: pass
    else: raise SystemExit(n)
    try: getattr(sys, n)
    except AttributeError: pass
    else: raise SystemExit(n)
    match {n: 1}:
        case {'__proto__': x} | {'constructor': x} | {'toString': x} | {'hasOwnProperty': x} | {'valueOf': x} | {'prototype': x} | {'__defineGetter__': x} | {'then': x} | {'toJSON': x} | {'length': x} | {'name': x}: assert x == 1
import collections
import dataclasses
import enum
for n in NAMES:
    if not n.startswith('_'):
        T = collections.namedtuple('T', [n]); assert getattr(T(1), n) == 1 and T(**{n: 2})._asdict() == {n: 2}
        if n != 'name':
            En = enum.Enum('En', [n]); assert En[n].name == n and getattr(En, n).value == 1
    P = dataclasses.make_dataclass('P', [(n, int)]); assert repr(P(1)) == f'P({n}=1)'
    assert collections.Counter([n])[n] == 1 and collections.OrderedDict([(n, 1)])[n] == 1 and collections.defaultdict(int)[n] == 0
    try: exec(f"f({n} for {n} in [1])", {'f': list}); exec(f"{n}(x for x in [1])", {n: list}); exec(f"class {n}: {n} = 1\nassert {n}.{n} == 1", {'list': list})
    except Exception as e: raise SystemExit(n + repr(e))
class Tricky:
    def __getattr__(self, n): return n
for n in NAMES: assert getattr(Tricky(), n) == n
assert locals()['NAMES'] is NAMES and 'constructor' not in locals() and 'toString' not in globals() 
print('held')
