import dis, sys
def names(f): return ' '.join(i.opname for i in dis.get_instructions(f, adaptive=True) if i.opname != 'CACHE')
class P:
    __slots__ = ('s',)
    def __init__(self): self.s = 1
class C:
    k = 5
    def __init__(self, x): self.x = x
    def m(self): return self.x
    @property
    def p(self): return self.x
    @staticmethod
    def st(): return 1
    @classmethod
    def cl(cls): return 1
g = 1
def add(a, b): return a + b
def sub(a, b): return a - b
def mul(a, b): return a * b
def eq(a, b): return a == b
def lt(a, b):
    if a < b: return 1
    return 2
def glob(): return g, len
def call(n): return len(n)
def callpy(): return add(1, 2)
def attr(c): return c.x
def meth(c): return c.m()
def prop(c): return c.p
def clsattr(c): return c.k
def setattr_(c): c.x = 1
def slot(p): return p.s
def setslot(p): p.s = 2
def static(c): return c.st()
def ontype(): return C.k
def modattr(): return sys.maxsize
def forr():
    t = 0
    for i in range(3): t += i
    return t
def forl(l):
    for x in l: pass
def fort(l):
    for x in l: pass
def gen():
    yield 1
    yield 2
def forg():
    for x in gen(): pass
def sub_(l): return l[0]
def subd(d): return d['a']
def store(l): l[0] = 1
def stored(d): d['a'] = 1
def unpack2(t): a, b = t
def unpack3(t): a, b, c = t
def tobool(x):
    if x: return 1
    return not x
def contains(x, s): return x in s
def mk(): return C(1)
def strs(s): return s.upper(), s.join(['a']), str(1), type(1), tuple([1]), isinstance(1, int)
def app(l): l.append(1)
def inner():
    x = 1
    def f(): return x
    return f()
def plus(s):
    s += 'x'
    return s
def unary(x): return -x
def wh(n):
    while n > 0: n -= 1
def kw(): return kwf(a=1)
def kwf(a=2): return a
def dflt(): return kwf()
class D(C):
    def m(self): return super().m()
def sup(d): return d.m()
def slc(l): return l[1:]
def strget(s): return s[0]
def none(x):
    if x is None: return 1
    return 0
def comp(l): return [i * 2 for i in l]
c, p, d = C(1), P(), D(1)
runs = [(add, 1, 2), (sub, 5, 3), (mul, 2, 3), (eq, 1, 2), (lt, 1, 2), (glob,), (call, 'a'), (callpy,), (attr, c), (meth, c), (prop, c), (clsattr, c), (setattr_, c), (slot, p), (setslot, p), (static, c), (ontype,), (modattr,), (forr,), (forl, [1, 2, 3]), (fort, (1, 2)), (forg,), (sub_, [1]), (subd, {'a': 1}), (store, [1]), (stored, {}), (unpack2, (1, 2)), (unpack3, (1, 2, 3)), (tobool, 1), (contains, 1, {1}), (mk,), (strs, 'a'), (app, []), (inner,), (plus, 'a'), (unary, 1), (wh, 3), (kw,), (dflt,), (sup, d), (slc, [1, 2]), (strget, 'ab'), (none, 1), (comp, [1, 2])]
for f, *args in runs:
    for _ in range(60): f(*args)
    print(f.__name__, names(f))
print('D.m', names(D.m)); print('init', names(C.__init__)); print('gen', names(gen))
def fadd(a, b): return a + b
for _ in range(60): fadd(1.5, 2.5)
print('float', names(fadd))
def sadd(a, b): return a + b
for _ in range(60): sadd('a', 'b')
print('str', names(sadd))
def mixed(a, b): return a + b
for i in range(60): mixed(1, 2.5)
print('int+float', names(mixed))
def other(a, b): return a + b
for i in range(60): other([1], [2])
print('lists', names(other))
def feq(a, b): return a == b
for i in range(60): feq(1.5, 2.5)
print('float ==', names(feq))
def seq(a, b): return a == b
for i in range(60): seq('a', 'b')
print('str ==', names(seq))
for x in (True, None, 's', [], 1.5, {}, c):
    def tb(x):
        if x: return 1
    for i in range(60): tb(x)
    print('bool of', type(x).__name__, names(tb))
