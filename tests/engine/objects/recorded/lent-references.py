"""Who counts: locals and constants that are lent to the stack and to calls, and stay lent."""
import sys

rc = sys.getrefcount


def twice(x):
    y = x
    return rc(x), rc(y)


def lends():
    a = []
    lent = twice(a)
    b = a
    return lent, rc(a), rc(b)


print(lends())


class Thing:
    def __init__(self, value): self.value = value
    def __enter__(self): return self
    def __exit__(self, *info): return None
    def counts(self):
        me = self
        return rc(self), rc(me), rc(self.value)
    def chained(self): return self.counts()


def methods():
    thing = Thing([])
    bound = thing.counts
    return thing.counts(), thing.chained(), bound(), rc(thing)


print(methods())


def manager():
    thing = Thing([])
    with thing as same: return rc(thing), rc(same)


print(manager())


def loop():
    seen = []
    for i in ([1], [2]):
        j = i
        seen.append((rc(i), rc(j)))
    return seen


print(loop())


def generator(x):
    y = x
    yield rc(x), rc(y)


def generators():
    a = []
    return next(generator(a)), list(generator(a))


print(generators())


def closure():
    a = []
    def inner(): return rc(a)
    return inner(), rc(a), [rc(a) for _ in range(2)]


print(closure())


def caught():
    a = []
    try: raise ValueError(a)
    except ValueError as error: return rc(a), rc(error.args)


print(caught())


def count(x): return rc(x)
def keyword(*, x): return rc(x)
def spread(*args): return rc(args), rc(args[0])


print(count("one word"), count((7, 8)), count(2.5), keyword(x="a word"), spread("in a tuple"))


def constants():
    x = "a constant"
    y = x
    held = [x, y]
    before = rc(x)
    del y
    after = rc(x)
    del held
    return before, after, rc(x), rc("a constant")


print(constants())


def yields():
    x = "kept over a yield"
    yield rc(x)
    yield rc(x)


print(list(yields()))


def raised():
    try: raise ValueError("some text")
    except ValueError as error: return rc(error.args[0]), rc(error)


print(raised())
