# Classes derived from itertools' own: keywords, items asked for again, and what is held at the end.
import itertools
import weakref

given = {
    itertools.chain: ([1, 2],),
    itertools.starmap: (max, [(1, 2)]),
    itertools.islice: ([1, 2, 3], 2),
    itertools.takewhile: (bool, [1, 0]),
    itertools.dropwhile: (bool, [1, 0]),
    itertools.filterfalse: (bool, [1, 0]),
    itertools.cycle: ([],),
    itertools.pairwise: ([1, 2],),
}
for base, args in given.items():

    class Plain(base):
        pass

    class Initialised(base):
        def __init__(self, *args, label=None):
            self.label = label

    class Made(base):
        def __new__(cls, *args, label=None):
            self = super().__new__(cls, *args)
            self.label = label
            return self

    for derived in base, Plain, Initialised, Made:
        try:
            made = derived(*args, label="x")
            print(derived.__name__, list(made), getattr(made, "label", "no label"))
        except TypeError as error:
            print(derived.__name__, error)


def asking_again(when):
    class Numbers:
        asked = 0

        def __iter__(self):
            return self

        def __next__(self):
            self.asked += 1
            return next(pairs) if self.asked in when else self.asked

    pairs = itertools.pairwise(Numbers())
    return [next(pairs), next(pairs)]


print(asking_again({2}), asking_again({3}))

for finish in list, tuple, sum, lambda it: [x for x in it], lambda it: (next(it), next(it, None)):
    source = (x for x in (1, 2))
    watched = weakref.ref(source)
    part = itertools.islice(source, 1)
    del source
    finish(part)
    print(watched() is None)

first, second = itertools.tee("abc")
Tee = type(first)
print(Tee, list(Tee("de")), next(first))
third = Tee(first)
print(third is first, list(third), list(first), list(second))
for call in (lambda: Tee(), lambda: Tee(1), lambda: Tee("a", 2), lambda: Tee(iterable="a"), lambda: type("Derived", (Tee,), {})):
    try:
        print(call())
    except TypeError as error:
        print(error)
