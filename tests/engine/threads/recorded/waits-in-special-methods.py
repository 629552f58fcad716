# Two threads take turns inside special methods and functions that the interpreter calls back.
import bisect
import functools
import re
import threading
def pingpong(label, make):
    turn = [0]; cond = threading.Condition(); log = []
    def step(me, n):
        with cond:
            while turn[0] != me: cond.wait()
            log.append((me, n)); turn[0] = 1 - me; cond.notify_all()
    ts = [threading.Thread(target=make(lambda n, me=me: step(me, n))) for me in (0, 1)]
    [t.start() for t in ts]; [t.join() for t in ts]
    print(label, len(log), log[:4])
N = 5
def m_getattr(step):
    class A:
        def __getattr__(self, n): step(n); return 1
    def run():
        a = A(); [getattr(a, 'x') for _ in range(N)]
    return run
def m_getattr2(step):
    class A:
        def __getattr__(self, n): step(n); return 1
    def run():
        a = A()
        for _ in range(N): a.x
    return run
def m_prop(step):
    class A:
        @property
        def x(self): step('p'); return 1
        @x.setter
        def x(self, v): step('s')
    def run():
        a = A()
        for _ in range(N): a.x; a.x = 3; getattr(a, 'x'); setattr(a, 'x', 1)
    return run
def m_eq(step):
    class A:
        def __eq__(self, o): step('eq'); return True
        def __lt__(self, o): step('lt'); return True
    def run():
        for _ in range(N): A() == A(); A() < A(); A() != A()
    return run
def m_add(step):
    class A:
        def __add__(self, o): step('add'); return self
        def __iadd__(self, o): step('iadd'); return self
        def __radd__(self, o): step('radd'); return self
        def __neg__(self): step('neg'); return self
    def run():
        a = A()
        for _ in range(N): a + 1; a += 1; 1 + a; -a
    return run
def m_repr(step):
    class A:
        def __repr__(self): step('repr'); return 'A'
    def run():
        for _ in range(N): repr(A()); str(A()); f"{A()}"; "%s" % A(); "{}".format(A()); repr([A()])
    return run
def m_hash(step):
    class A:
        def __hash__(self): step('hash'); return 1
        def __eq__(self, o): step('eq'); return True
    def run():
        d = {}
        for _ in range(N): d[A()] = 1; A() in d; d[A()]; {A(), A()}; d.get(A())
    return run
def m_item(step):
    class A:
        def __getitem__(self, k): step('get'); return k
        def __setitem__(self, k, v): step('set')
        def __delitem__(self, k): step('del')
        def __contains__(self, k): step('in'); return True
        def __len__(self): step('len'); return 3
        def __bool__(self): step('bool'); return True
    def run():
        a = A()
        for _ in range(N): a[1]; a[2] = 3; del a[1]; 3 in a; len(a); bool(a); not a
    return run
def m_cache(step):
    def run():
        @functools.lru_cache(None)
        def f(n): step(n); return n
        @functools.lru_cache(3)
        def g(n): step(n); return n
        for i in range(N): f(i); g(i)
    return run
def m_reduce(step):
    def f(a, b): step(b); return a + b
    return lambda: functools.reduce(f, range(N))
def m_sub(step):
    def f(m): step(m[0]); return 'x'
    return lambda: re.sub('[ab]', f, 'abab')
def m_bis(step):
    def f(m): step(m); return m
    return lambda: bisect.bisect([1,2,3,4,5,6,7,8], 4, key=f)
for k, v in list(globals().items()):
    if k.startswith('m_'):
        pingpong(k[2:], v)


class Failing:
    def __getattr__(self, name):
        raise AttributeError(name)

    def __eq__(self, other):
        raise ValueError("eq")

    __hash__ = None


def fail():
    for attempt in (lambda: Failing().x, lambda: Failing() == 1, lambda: hash(Failing()), lambda: [Failing()].index(2), lambda: getattr(Failing(), "y", "default")):
        try:
            print(attempt())
        except Exception as error:
            frames = 0
            traceback = error.__traceback__
            while traceback:
                frames, traceback = frames + 1, traceback.tb_next
            print(type(error).__name__, error, frames, error.__context__)


thread = threading.Thread(target=fail)
thread.start()
thread.join()
