def t(f, *a, **k):
    try:
        r = f(*a, **k)
        print(repr(r)[:120])
    except BaseException as e:
        print(type(e).__name__, '|', e)
# What calls with wrong arguments say.
t([].append); t([].append, 1, 2); t([].append, x=1); t([].clear, 1); t([].insert, 1); t([].pop, 1, 2)
t("a".split, 1, 2, 3); t("a".split, sep=1, foo=2); t("a b".split, maxsplit=0); t("a".split, ",", sep=",")
t(len); t(len, 1, 2); t(len, x=1); t(getattr); t(getattr, 1); t(getattr, 1,2,3,4); t(getattr, 1, "x"); t(isinstance, 1)
t(list.append); t(list.append, 1, 2); t(list.append, []); t(dict.fromkeys); t(dict.fromkeys, [1,2], 3)
t(int.__add__); t(int.__add__, 1); t(int.__add__, "a", 1); t((1).__add__); t((1).__add__, 1, 2); t((1).__add__, "a"); t((1).__add__, x=2)
t(object, 1); t(object.__new__); t(object.__new__, 1); t(object.__new__, int); t(int.__new__, str); t(int.__new__, bool); t(list.__new__, list, 1,2)
t(type); t(type, 1, 2); t(type, 1, 2, 3); t(type, "A", (), {}, x=1); t(type, "A", (1,), {}); t(type, "A", (bool,), {}); t(type, "A", (int, str), {})
t(type("A", (), {}), 1)
t(sorted, 1); t(sorted, [3,1], key=None, reverse=True); t([].sort, 1); t([].sort, foo=1)
t(print, 1, sep=3); t(max); t(max, 1); t(min, []); t(max, [], default=3); t(sum, 1)
t(property, 1,2,3,4,5); t(super); t(super, 1); t(classmethod); t(staticmethod, 1, 2)
class A:
    def __init__(self, x): self.x = x
class B:
    def __new__(cls, x): return object.__new__(cls)
    def __repr__(self): return 'a B'
class C:
    def __init__(self): return 5
t(A); t(A, 1, 2); t(B); t(B, 1); t(C); t(A.__init__); t(A(1).foo if hasattr(A(1), 'foo') else print, 3)
t(None); t(lambda: 0, 1); t(5); t("x"); t(A(1))
print(repr([].append)[:35], repr(len), repr(list.append), repr(int.__add__), repr((1).__add__)[:40], repr(dict.fromkeys)[:40])
print(list.append.__qualname__, [].append.__qualname__, len.__qualname__, int.__add__.__qualname__, (1).__add__.__qualname__, dict.fromkeys.__qualname__, len.__module__, [].append.__module__)
print(list.__dict__['append'], dict.__dict__['fromkeys'], int.__dict__['real'], repr(str.__dict__['maketrans'])[:50])
print(list.append.__objclass__, [].append.__self__, list.append.__name__)
print([].append == [].append, [1].append == [1].append)
x=[]; print(x.append == x.append, hash(x.append) == hash(x.append), x.__len__ == x.__len__)
