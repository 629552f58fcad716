import dis
V = {'i': 5, 'I': 2**40, 'f': 1.5, 's': 'ab', 'S': 'é', 'l': [1], 't': (1,), 'd': {1: 2}, 'e': {1}, 'b': True, 'n': None, 'y': b'a', 'r': range(3), 'z': frozenset([1])}
def one(op, a, b):
    ns = {}
    exec(f"def f(a, b): return a {op} b" if op != '[]' else "def f(a, b): return a[b]", ns)
    f = ns['f']
    try:
        for _ in range(20): f(a, b)
    except Exception: return None
    return [i.opname for i in dis.get_instructions(f, adaptive=True) if i.opname.startswith(('BINARY', 'COMPARE', 'CONTAINS'))][0]
for op in ['+', '-', '*', '/', '//', '%', '&', '|', '^', '[]', '==', '<', 'in']:
    out = {}
    for k, a in V.items():
        for l, b in V.items():
            r = one(op, a, b)
            if r and r not in ('BINARY_OP', 'COMPARE_OP', 'CONTAINS_OP', 'BINARY_SUBSCR'): out.setdefault(r, []).append(k + l)
    print(op, {k: ' '.join(v) for k, v in out.items()})
def it(x):
    ns = {}
    exec("def f(x):\n    for v in x(): pass", ns); f = ns['f']
    for _ in range(20): f(x)
    return ' '.join(i.opname for i in dis.get_instructions(f, adaptive=True) if i.opname.startswith(('FOR_ITER', 'GET_ITER')))
class G:
    def __iter__(self): return iter([1])
for n, x in {'list': lambda: [1, 2], 'tuple': lambda: (1, 2), 'range': lambda: range(3), 'str': lambda: 'ab', 'dict': lambda: {1: 2, 3: 4}, 'items': lambda: {1: 2}.items(), 'set': lambda: {1, 2}, 'enumerate': lambda: enumerate([1, 2]), 'zip': lambda: zip([1], [2]), 'gen': lambda: (i for i in [1, 2]), 'listiter': lambda: iter([1, 2]), 'G': G, 'map': lambda: map(abs, [1, 2]), 'bytes': lambda: b'ab', 'reversed': lambda: reversed([1, 2])}.items(): print(n, it(x))
def tb(x):
    ns = {}
    exec("def f(x):\n    if x: return 1", ns); f = ns['f']
    for _ in range(20): f(x)
    return ' '.join(i.opname for i in dis.get_instructions(f, adaptive=True) if i.opname.startswith('TO_BOOL'))
class A: pass
class B:
    def __bool__(self): return True
class L:
    def __len__(self): return 1
for x in [1, 2**40, 1.5, 'a', '', [], (), {}, set(), None, True, A(), B(), L(), A, len, object(), tb, b'a', range(2)]: print(type(x).__name__, tb(x))
def calls(src, **ns):
    exec("def f(x):\n    return " + src + "\n", ns); f = ns['f']
    for _ in range(20): f(ns.get('x'))
    return ' '.join(i.opname for i in dis.get_instructions(f, adaptive=True) if i.opname.startswith(('CALL', 'LOAD_ATTR')))
class N:
    def __init__(self): pass
    def m(self, a=1): return a
    @classmethod
    def c(cls): pass
    @staticmethod
    def s(): pass
    @property
    def p(self): return 1
    def __call__(self): pass
    def __getitem__(self, i): return i
class NN(N): pass
class New:
    def __new__(cls): return object.__new__(cls)
class GA:
    def __getattribute__(self, n): return 1
class GB:
    def __getattr__(self, n): return 1
class Me(type): pass
class M2(metaclass=Me): q = 1
def va(*a): pass
def kd(a, *, k=1): pass
def df(a=1, b=2): pass
import functools, math, collections
nt = collections.namedtuple('nt', 'a b')
inst = N(); inst.y = 1
for src in ['len(x)', 'isinstance(x, int)', 'abs(x)', 'print(end="")', 'sorted([x])', 'max(x, 1)', 'min([x])', 'sum([x])', 'range(x)', 'list()', 'list([x])', 'dict()', 'set()', 'int(x)', 'int()', 'float(x)', 'bool(x)', 'str(x)', 'type(x)', 'tuple([x])', 'enumerate([x])', 'zip([x])', 'map(abs, [x])', 'filter(None, [x])', 'reversed([x])', 'object()', 'Exception()', 'ValueError(x)', 'super', 'iter([x])', 'next(iter([x]))', 'hash(x)', 'id(x)', 'repr(x)', 'callable(x)', 'getattr(x, "real")', 'hasattr(x, "real")', 'any([x])', 'chr(x)', 'ord("a")', 'round(1.5)', 'pow(x, 2)', 'divmod(x, 2)', 'math.sqrt(x)', 'math.floor(1.5)', 'N()', 'NN()', 'New()', 'inst()', 'inst.m()', 'inst.m(1)', 'inst.s()', 'N.c()', 'N.s()', 'N.m(inst)', 'inst.p', 'inst.y', 'va()', 'va(x)', 'kd(x)', 'kd(x, k=2)', 'df()', 'df(1)', 'df(1, 2)', 'df(b=1)', '(lambda: 1)()', '[x].append(1)', '[x].pop()', '[x].copy()', '[x].index(x)', '[x].extend([])', '[x].sort()', '[1].count(x)', '{}.get(x)', '{}.get(x, 1)', '{}.keys()', '{}.items()', '{}.setdefault(x, 1)', '{}.update({})', '{1:2}.pop(1)', '"a".upper()', '"a".join(["b"])', '"a".split()', '"a".split("b")', '"a".replace("a", "b")', '"a".startswith("a")', '"a".strip()', '"{}".format(x)', '"a".encode()', '"a".isdigit()', '"a".find("b")', 'set().add(x)', '(5).bit_length()', 'b"a".decode()', 'GA().z', 'GB().z', 'M2.q', 'M2()', 'nt(1, 2)', 'nt(1, 2).a', 'functools.partial(va)()', 'N.__name__', 'inst.__class__', 'va.__name__', 'df.__code__', '[].__len__()', 'inst.__init__()', 'x.real', 'collections.deque', 'collections.deque()', 'collections.OrderedDict()', 'inst[0]']:
    try: print(src, '->', calls(src, x=5, N=N, NN=NN, New=New, GA=GA, GB=GB, M2=M2, va=va, kd=kd, df=df, inst=inst, functools=functools, math=math, nt=nt, collections=collections))
    except Exception as e: print(src, 'ERR', e)
