import threading, itertools
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
        step(("r", r)); print()
    def run():
        list(g())
        print()
        a, b = A()
        print()
        print_ = [*A()]
        print()
        list(A()); tuple(map(str, A())); max(A())
        print()
        for i, x in enumerate(A()): step((i, x))
        print()
        for x in zip(A(), A()): step(x)
        print()
        for x in reversed([1]): pass
        print()
        1 in A()
        print()
        dict(zip("ab", A()))
        print()
        d = {k: v for k, v in zip("ab", A())}
        print()
        " ".join(str(x) for x in A())
        print()
        next(iter(A()))
        print()
    return run
t = threading.Thread(target=m_yf(lambda x: print(x, end=" ")))
t.start(); t.join(); print()
