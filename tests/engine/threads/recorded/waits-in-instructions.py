# Two threads take turns inside what instructions and built-in functions call back.
import collections, contextlib, functools, itertools, operator, threading


def pingpong(label, make):
    turn = [0]
    cond = threading.Condition()
    log = []

    def step(me, n):
        with cond:
            while turn[0] != me:
                cond.wait()
            log.append((me, n))
            turn[0] = 1 - me
            cond.notify_all()

    threads = [threading.Thread(target=make(lambda n, me=me: step(me, n))) for me in (0, 1)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    print(label, len(log), log[:6])



def m_defaultdict(step):
    def make():
        step("made"); return 1
    def run():
        d = collections.defaultdict(make)
        d[1] += 1
        d["x"]
    return run


def m_cmp(step):
    def cmp(a, b): step((a, b)); return a - b
    return lambda: sorted([3, 1, 2], key=functools.cmp_to_key(cmp))


def m_sum(step):
    class A:
        def __add__(self, o): step("add"); return self
        __radd__ = __add__
    return lambda: sum([A(), A()])


def m_sum2(step):
    class A:
        def __add__(self, o): step("add"); return self
        __radd__ = __add__
    return lambda: sum([A(), A()], A())


def m_ctx(step):
    @contextlib.contextmanager
    def f():
        step("in"); yield; step("out")
    def run():
        with f(): pass
        with contextlib.ExitStack() as s:
            s.enter_context(f()); s.callback(step, "cb")
    return run


def m_yf(step):
    class A:
        n = 0
        def __iter__(self): step("i"); return self
        def __next__(self):
            step("n"); self.n += 1
            if self.n > 2: raise StopIteration(5)
            return self.n
    def g():
        r = yield from A()
        step(("r", r))
    def run():
        list(g())
        a, b = A()
        print_ = [*A()]
        list(A()); tuple(map(str, A())); max(A())
        for i, x in enumerate(A()): step((i, x))
        for x in zip(A(), A()): step(x)
        for x in reversed([1]): pass
        1 in A()
        dict(zip("ab", A()))
        d = {k: v for k, v in zip("ab", A())}
        " ".join(str(x) for x in A())
        next(iter(A()))
    return run


def m_index(step):
    class A:
        def __index__(self): step("i"); return 1
        def __getitem__(self, i):
            step(i)
            if i > 1: raise IndexError
            return i
        def __reversed__(self): step("r"); return iter([])
    def run():
        [1, 2, 3][A()]; range(A()); "ab" * A(); hex(A()); list(A()); reversed(A())
    return run


def m_missing_attr(step):
    class A:
        def __getattr__(self, n): step(n); raise AttributeError(n)
        def __dir__(self): step("dir"); return []
    def run():
        hasattr(A(), "q"); getattr(A(), "z", 1); dir(A()); vars; 
        try: A().foo
        except AttributeError: step("err")
    return run


def m_sub(step):
    class Meta(type):
        def __instancecheck__(cls, o): step("ic"); return True
        def __subclasscheck__(cls, o): step("sc"); return True
        def __getattr__(cls, n): step(n); return 1
        def __iter__(cls): step("it"); return iter([1])
        def __contains__(cls, x): step("in"); return True
        def __getitem__(cls, x): step("gi"); return x
    class A(metaclass=Meta): pass
    def run():
        isinstance(1, A); issubclass(int, A); A.foo; list(A); 1 in A; A[2]
        try: raise ValueError
        except ValueError: step("not")
    return run


def m_class_cell(step):
    class A:
        @property
        def x(self): step("x"); return 1
        @classmethod
        def c(cls): step("c")
        @staticmethod
        def s(): step("s")
    class D:
        def __get__(self, o, t): step("get"); return 1
        def __set__(self, o, v): step("set")
        def __delete__(self, o): step("del")
    class B(A):
        d = D()
        @property
        def x(self): return super().x
    def run():
        b = B(); b.x; b.c(); b.s(); b.d; b.d = 1; del b.d; operator.attrgetter("x")(b); operator.methodcaller("c")(b); setattr(b, "d", 2); B.d; vars(b)
        operator.itemgetter(0)([1]); list(map(operator.attrgetter("x"), [b])); sorted([b], key=operator.attrgetter("x"))
    return run


def m_cond(step):
    class A:
        def __bool__(self): step("b"); return True
    def run():
        any([A()]); all([A(), A()]); list(filter(None, [A()])); A() and 1; not A(); bool(A()); [x for x in [1] if A()]; assert_ = 1 if A() else 2
        while A(): break
        assert A()
    return run


def m_user(step):
    class U(collections.UserDict):
        def __getitem__(self, k): step(k); return super().__getitem__(k)
    def run():
        u = U(a=1); u["a"]; u.get("a"); dict(u); {**u}; 0; c = collections.Counter("ab"); c.update(x for x in [step(1)]); collections.ChainMap({}, u)["a"]
    return run


for name, make in list(globals().items()):
    if name.startswith("m_"):
        pingpong(name[2:], make)
