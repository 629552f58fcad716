# States given to partials, methods bound in advance, cached properties that cannot be kept, and fields of named tuples.
import abc
import functools
import pickle
from collections import namedtuple


def show(label, call):
    try:
        print(label, call())
    except Exception as error:
        print(label, type(error).__name__, error)


class Arguments(tuple):
    pass


class Names(dict):
    pass


given = functools.partial(print)
given.__setstate__((max, Arguments((1,)), Names(default=0), None))
print(given.func is max, type(given.args), type(given.keywords), given.args, given.keywords)


class Owner:
    def told(*args, **names):
        return len(args), args[1:], names

    first = functools.partialmethod(told, 1, x=2)
    second = functools.partialmethod(first, 3, y=4)
    of_class = functools.partialmethod(classmethod(told), 5)


owner = Owner()
show("first", lambda: owner.first(7))
show("second", lambda: owner.second(7, z=8))
show("second", lambda: (Owner.__dict__["second"].args, Owner.__dict__["second"].keywords))
show("bound to", lambda: (owner.first.__self__ is owner, Owner.of_class.__self__ is Owner))


class Abstract(abc.ABC):
    @abc.abstractmethod
    def add(self, x, y):
        """Adds."""

    add_five = functools.partialmethod(add, 5)


show("abstract", lambda: (Abstract.add_five.__isabstractmethod__, sorted(Abstract.__abstractmethods__)))


class Meta(type):
    @functools.cached_property
    def cost(cls):
        return 1


class Priced(metaclass=Meta):
    pass


show("cached", lambda: Priced.cost)

Point = namedtuple("Point", "x y")
Pair = namedtuple("Pair", "x z")
show("field", lambda: pickle.loads(pickle.dumps(Point.__dict__["x"])))
show("field", lambda: Point.__dict__["y"].__reduce__())
show("docstring", lambda: Point.x.__doc__ is Pair.x.__doc__)

show("update", lambda: (lambda d: (d.update(self=1, other=2), d))({}))

numbers = []


def interfering(a, b):
    numbers.append(0)
    numbers.pop()
    return a - b


numbers[:] = [3, 1, 2]
show("sorted while it changes", lambda: numbers.sort(key=functools.cmp_to_key(interfering)))
print(sorted(numbers))
