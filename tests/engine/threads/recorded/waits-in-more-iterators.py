"""Threads wait for one another in what goes through iterators, asks for lengths, and takes mappings apart."""
import itertools
import sys
import threading

turns = [threading.Event(), threading.Event()]
results = [[], []]


def step(name):
    turns[name].wait()
    turns[name].clear()
    turns[1 - name].set()


def steps(name):
    for number in range(3):
        step(name)
        yield number


class Steps:
    def __init__(self, name):
        self.steps = steps(name)

    def __iter__(self):
        return self

    def __next__(self):
        return next(self.steps)


class Measured:
    def __init__(self, name):
        self.name = name

    def __iter__(self):
        return steps(self.name)

    def __len__(self):
        step(self.name)
        results[self.name].append("len")
        return 3


class Mapping:
    def __init__(self, name):
        self.name = name

    def keys(self):
        step(self.name)
        return "ab"

    def __getitem__(self, key):
        step(self.name)
        return key * 2


class OwnDict(dict):
    def __init__(self, name):
        super().__init__(x=1)
        self.name = name

    def __iter__(self):
        return iter("x")

    def keys(self):
        step(self.name)
        return iter("x")

    def __getitem__(self, key):
        step(self.name)
        return key * 2


def both(make):
    """Two threads take their steps in turns."""
    turns[0].set()
    turns[1].clear()
    results[:] = [], []

    def work(name):
        try:
            made = make(name)
            results[name].append(list(made) if hasattr(made, "__next__") else made)
        except Exception as error:
            results[name].append(repr(error))

    threads = [threading.Thread(target=work, args=(name,)) for name in (0, 1)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    print(results[0], results[0] == results[1])


def called(*args, **names):
    return args, names


def branches(source):
    first, second, third = itertools.tee(source, 3)
    return [next(first), next(second), list(second), list(first), list(zip(third, "abcd"))]


def extended(source, by_class):
    items = [7]
    if by_class:
        list.extend(items, source)
    else:
        items.extend(source)
    return items


for source in steps, Steps:
    both(lambda name: itertools.zip_longest(source(name), "abcde", fillvalue="-"))
    both(lambda name: itertools.zip_longest("a", source(name), "", "xy"))
    both(lambda name: itertools.islice(itertools.cycle(source(name)), 7))
    both(lambda name: itertools.compress(source(name), [1, 0, 1, 1]))
    both(lambda name: itertools.compress("abcdef", source(name)))
    both(lambda name: itertools.pairwise(source(name)))
    both(lambda name: branches(source(name)))
    both(lambda name: zip(source(name), "abc", strict=True))
    if sys.version_info >= (3, 12):
        both(lambda name: itertools.batched(source(name), 2))

both(lambda name: list(Measured(name)))
both(lambda name: tuple(Measured(name)))
both(lambda name: sorted(Measured(name), reverse=True))
both(lambda name: [*Measured(name), 1])
both(lambda name: extended(Measured(name), False))
both(lambda name: extended(Measured(name), True))
both(lambda name: set(Measured(name)))
both(lambda name: {*Measured(name)})
both(lambda name: sum(Measured(name)))
both(lambda name: called(0, *Measured(name)))
both(lambda name: called(**Mapping(name)))
both(lambda name: called(**Mapping(name), c=1))
both(lambda name: called(a=1, **Mapping(name)))
both(lambda name: {**Mapping(name)})
both(lambda name: dict(**Mapping(name)))
both(lambda name: called(**OwnDict(name)))
