# What an OrderedDict takes pairs from, and how it tells that it changed while somebody went through it
import collections
import itertools


def show(name, call):
    try:
        print(name, call())
    except Exception as error:
        print(name, type(error).__name__, error)


class Keyed:
    def keys(self):
        return iter("ab")

    def __getitem__(self, key):
        return key * 2


class Itemed:
    def items(self):
        return [("c", 1)]


class Noting(collections.OrderedDict):
    def __setitem__(self, key, value):
        print("set", key)
        super().__setitem__(key, value)


for given in [(1,)], [(1, 2, 3)], [1], 1, [()], ["abc"], ["ab"], iter([(1, 2, 3)]), {"a": 1}, Keyed(), Itemed(), (iter("xy") for _ in "1"), None:
    name = type(given).__name__
    show(name, lambda: collections.OrderedDict(given))
    show(name, lambda: collections.OrderedDict(b=0).update(given))
show("two", lambda: collections.OrderedDict(1, 2))
show("two", lambda: collections.OrderedDict().update(1, 2))
show("none", lambda: collections.OrderedDict().update())
noting = Noting([("a", 1)], b=2)
noting.update({"c": 3}, d=4, self=5)
print(list(noting.items()))


def changed(change):
    ordered = collections.OrderedDict(a=1, b=2, c=3)
    for key in ordered:
        change(ordered)


show("clear", lambda: changed(lambda ordered: ordered.clear()))
show("clear and fill", lambda: changed(lambda ordered: (ordered.clear(), ordered.update(x=1, y=2, z=3))))
show("pop", lambda: changed(lambda ordered: ordered.pop("b")))
show("popitem", lambda: changed(lambda ordered: [ordered.popitem() for _ in range(3)]))
show("new", lambda: changed(lambda ordered: ordered.update(d=4)))
show("move", lambda: changed(lambda ordered: ordered.move_to_end("a")))
show("same", lambda: changed(lambda ordered: ordered.update(a=4)))
show("batched", lambda: list(itertools.batched("abc", 2, strict=True)))
show("batched", lambda: list(itertools.batched(iterable="abc", n=2)))
show("batched", lambda: itertools.batched("abc", 2, other=True))
show("permutations", lambda: itertools.permutations("abc", -1))
show("combinations", lambda: itertools.combinations("abc", -1))
show("with replacement", lambda: itertools.combinations_with_replacement("abc", -1))
for kind in iter(collections.deque()), reversed(collections.deque()):
    print(type(kind))
for kind in itertools.count, collections.OrderedDict, collections.deque, int:
    show(kind.__name__, lambda: kind.missing)
