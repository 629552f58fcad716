import sys, itertools, functools, operator, collections, weakref, types, array, decimal, datetime, re, io, struct, threading, queue, contextvars, enum, dataclasses, typing, asyncio, fractions, random, string
g=sys.getsizeof
def show(name, o):
    print(name, g(o), end='; ')
def nl(): print()
def f(a, b=1, *args, c, **kw):
    x = [a]
    return lambda: x
def gen():
    yield 1
def gen2(a, b):
    c = a + b
    for i in range(c):
        yield i * a, b
async def co(): pass
async def co2(x):
    await x
    return x
async def ag(): yield 1
class A:
    def m(self): return sys._getframe()
    @classmethod
    def c(cls): pass
    @staticmethod
    def s(): pass
    @property
    def p(self): return 1
a=A()
show('function', f); show('lambda', lambda: 0); show('method', a.m); show('builtin', len); show('bmethod', [].append); show('wrapper', [].__len__); show('slot', list.__len__); show('descr', list.append); show('getset', type.__dict__['__dict__']); show('member', types.FunctionType.__dict__['__closure__']); show('clsm', A.__dict__['c']); show('static', A.__dict__['s']); show('prop', A.__dict__['p']); show('classmethod_descr', dict.__dict__['fromkeys']); nl()
show('gen', gen()); show('gen2', gen2(1,2)); show('genexp', (x for x in ())); show('genexp2', (x*y for x in (1,2) for y in (3,4) if x)); nl()
c=co(); show('co', c); c.close(); c=co2(1); show('co2', c); c.close(); show('ag', ag()); nl()
def outer():
    v=1
    def inner(): return v
    return inner
show('cell', outer().__closure__[0]); show('code', f.__code__); show('code2', gen2.__code__); show('code3', A.m.__code__); show('module code', compile('x=1\ny=x+1','s','exec')); show('frame', a.m()); nl()
def fr(a,b,c):
    d=a; return sys._getframe()
show('frame2', fr(1,2,3)); show('frame3', sys._getframe()); 
try: 1/0
except Exception as e: show('tb', e.__traceback__); show('zde', e); nl()
show('range_iter', iter(range(3))); show('longrange', iter(range(2**70))); show('list_iter', iter([])); show('list_rev', reversed([])); show('tuple_iter', iter(())); show('str_iter', iter('a')); show('str_iter2', iter('\u1234')); show('bytes_iter', iter(b'')); show('dict_iter', iter({})); show('items', {}.items()); show('keys_iter', iter({}.keys())); show('rev dict', reversed({})); show('set_iter', iter(set())); show('callable_iter', iter(int, 1)); show('reversed', reversed(range(0)).__class__ and reversed('ab')); show('enumerate', enumerate([])); show('map', map(int, [])); show('filter', filter(None, [])); show('zip', zip()); class_iter=None; nl()
class Seq:
    def __getitem__(self, i): raise IndexError
show('seq iter', iter(Seq())); show('memoryview', memoryview(b'abc')); show('mv2', memoryview(b'abcd').cast('B', [2,2])); show('mv iter', iter(memoryview(b'')));  show('slice', slice(1)); show('super', super(A, a)); show('mappingproxy', A.__dict__); show('ns', types.SimpleNamespace(x=1)); nl()
show('GA', list[int]); show('Union', int|str); show('None', None); show('Ell', ...); show('NI', NotImplemented); show('module', sys); show('module2', types.ModuleType('m')); show('object', object()); nl()
for e in (BaseException(), Exception(1), ValueError('x'), KeyError(), OSError(), OSError(2,'x'), SyntaxError(), StopIteration(1), SystemExit(), ImportError(), ModuleNotFoundError(), NameError(), UnboundLocalError(), AttributeError(), UnicodeError(), UnicodeDecodeError('a',b'b',0,1,'c'), RecursionError(), KeyboardInterrupt(), Warning(), IndentationError()):
    show(type(e).__name__, e)
nl()
show('partial', functools.partial(f)); show('lru', functools.lru_cache(f)); show('itemgetter', operator.itemgetter(1)); show('itemgetter2', operator.itemgetter(1,2)); show('attrgetter', operator.attrgetter('a')); show('methodcaller', operator.methodcaller('a')); nl()
show('count', itertools.count()); show('chain', itertools.chain()); show('cycle', itertools.cycle([1])); show('repeat', itertools.repeat(1)); show('islice', itertools.islice([],1)); show('groupby', itertools.groupby([])); show('tee', itertools.tee([])[0]); show('product', itertools.product()); show('perm', itertools.permutations([])); show('comb', itertools.combinations([],0)); show('cwr', itertools.combinations_with_replacement([],0)); show('acc', itertools.accumulate([])); show('zl', itertools.zip_longest()); show('pairwise', itertools.pairwise([])); show('takewhile', itertools.takewhile(1,[])); show('compress', itertools.compress([],[])); show('starmap', itertools.starmap(1,[])); show('ff', itertools.filterfalse(1,[])); nl()
show('deque', collections.deque()); show('deque100', collections.deque(range(100))); show('defaultdict', collections.defaultdict(int)); show('dd', collections.defaultdict(int, a=1)); show('Counter', collections.Counter('aab')); show('OD', collections.OrderedDict()); show('OD1', collections.OrderedDict(a=1)); show('ChainMap', collections.ChainMap()); P=collections.namedtuple('P','x y'); show('nt', P(1,2)); show('userlist', collections.UserList()); nl()
show('ref', weakref.ref(a)); show('proxy', weakref.proxy(a)); show('callable proxy', weakref.proxy(f)); show('WVD', weakref.WeakValueDictionary()); show('WS', weakref.WeakSet()); show('WM', weakref.WeakMethod(a.m)); nl()
show('array', array.array('i')); show('array3', array.array('i',[1,2,3])); show('arrayd', array.array('d', range(10))); show('Decimal', decimal.Decimal(1)); show('Decimal big', decimal.Decimal('1'*100)); show('Context', decimal.Context()); show('date', datetime.date(2020,1,1)); show('datetime', datetime.datetime(2020,1,1)); show('dt tz', datetime.datetime(2020,1,1,tzinfo=datetime.timezone.utc)); show('time', datetime.time(1)); show('td', datetime.timedelta(1)); show('tz', datetime.timezone.utc); show('Fraction', fractions.Fraction(1,2)); nl()
show('BytesIO', io.BytesIO()); show('StringIO', io.StringIO()); show('Struct', struct.Struct('i').__class__); show('Lock', threading.Lock()); show('RLock', threading.RLock()); show('local', threading.local()); show('Event', threading.Event()); show('Thread', threading.Thread()); show('Queue', queue.Queue()); show('SQ', queue.SimpleQueue()); show('Var', contextvars.ContextVar('x')); show('Ctx', contextvars.Context()); nl()
class Color(enum.Enum): RED=1
class IC(enum.IntEnum): A=1; Z=0
class Fl(enum.Flag): A=1
show('Enum', Color.RED); show('EnumT', Color); show('IntEnum', IC.A); show('IntEnum0', IC.Z); show('Flag', Fl.A)
@dataclasses.dataclass
class D: x: int = 1
@dataclasses.dataclass(slots=True)
class DS: x: int = 1; y: int = 2
show('dc', D()); show('dcs', DS()); show('dcT', D); show('dcsT', DS); nl()
show('random', random.Random()); show('re', re.compile('a').__class__); show('match', re.match('a','a')); show('match2', re.match('(a)(b)','ab')); nl()
for s in ('', 'a', 'abc', '\xe9', '\xff\xe9', 'é'*10, '\u0100', 'Привет', '\U0001f600', 'a'*1000, b'', b'abc', 'x\xe9'): show(ascii(s)[:12], s)
nl()
for n in (0, 1, -1, 2**30-1, 2**30, 2**60, 10**100, True, False, 1.0, 1j): show(str(n)[:8], n)
nl()
l=[]; r=[]
for i in range(40):
    r.append(g(l)); l.append(i)
print(r)
b=bytearray(); r=[]
for i in range(40):
    r.append(g(b)); b.append(i)
print(r)
print([g(bytearray(i)) for i in range(10)], [g(bytearray(b'a'*i)) for i in range(10)])
b=bytearray(100); r=[g(b)]; del b[10:]; r.append(g(b)); b.extend(b'abc'); r.append(g(b)); b+=b'x'*200; r.append(g(b)); b.clear(); r.append(g(b)); print(r)
d={}; r=[]
for i in range(25): r.append(g(d)); d[i]=i
print(r)
d={}; r=[]
for i in range(25): r.append(g(d)); d[str(i)]=i
print(r)
s=set(); r=[]
for i in range(80): r.append(g(s)); s.add(i)
print(r)
print([g(list(range(i))) for i in range(12)], [g([*range(i)]) for i in range(12)], g([1,2,3]), g([i for i in range(10)]), g([0]*10), g(list('abc')), g(sorted([1,2,3])), g([1,2,3][:2]), g([1,2]+[3]))
l=[1,2,3]; l.extend([4,5]); print(g(l)); l.insert(0,1); print(g(l)); l.pop(); l.pop(); print(g(l)); del l[:]; print(g(l)); l=[1]*20; del l[5:]; print(g(l)); l.clear(); print(g(l))
print(g(globals()) > 0, g({i for i in range(10)}), g(frozenset(range(10))), g(set([1,2,3])), g({1,2,3}), g({**{'a':1}}), g(dict(a=1,b=2)), g({i:i for i in range(10)}), g(dict.fromkeys('abcdef')))
d={i:i for i in range(20)}
for i in range(18): del d[i]
print(g(d)); d2=dict(d); print(g(d2)); d.clear(); print(g(d))
