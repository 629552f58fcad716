# The operators are built-in functions; the getters can be copied and say how many objects they take.
import copy
import operator
from functools import cache, cmp_to_key, partial, partialmethod, singledispatch, singledispatchmethod, total_ordering
from collections import namedtuple
import re


def told(text, **names):
    try:
        shown = repr(eval(text, globals(), names))
    except Exception as error:
        shown = f"{type(error).__name__}: {error}"
    print(text, "->", re.sub("0x[0-9a-f]{6,}", "0x", shown))


for text in """operator.add, operator.lt, operator.iadd, operator.__and__, operator.getitem
partial(operator.mul, 2)
operator.add(1)
operator.add(1, 2, 3)
operator.concat(1, 2)
operator.iconcat([1], (2,))
operator.index(True), operator.index(2)
operator.index("a")
operator.matmul(1, 2)
operator.ipow(2, 5), operator.pow(2, 5), operator.abs(-3), operator.inv(4)
operator.length_hint(5, 3), operator.length_hint([1]), operator.length_hint(iter([1, 2]))
operator.length_hint(5, "a")
operator.contains(5, 1)
operator.setitem((), 0, 1)
operator.delitem({}, "a")
operator.itemgetter(1)()
operator.itemgetter(1)([], [])
operator.itemgetter(1)(a=1)
operator.methodcaller("upper")()
copy.copy(operator.itemgetter(1))("ab"), copy.deepcopy(operator.attrgetter("real"))(5)
operator.itemgetter(1, 2).__reduce__(), operator.attrgetter("a").__reduce__()
operator.methodcaller("a", 1).__reduce__(), operator.methodcaller("a", 1, b=2).__reduce__()
cache(1)
cmp_to_key(lambda a, b: 0), cmp_to_key(lambda a, b: 0)(1).obj
cmp_to_key(lambda a, b: a - b)(1) < cmp_to_key(lambda a, b: a - b)(2)
cmp_to_key(lambda a, b: 0)(1) < 5
hash(cmp_to_key(lambda a, b: 0)(1))
sorted([3, 1, 2], key=cmp_to_key(lambda a, b: b - a))
partialmethod(len), partialmethod(len, 1, a=2)
singledispatchmethod(1)""".splitlines():
    told(text)


@total_ordering
class Version:
    def __init__(self, number):
        self.number = number

    def __eq__(self, other):
        return self.number == other.number

    def __lt__(self, other):
        return self.number < other.number


print([Version.__dict__[name].__name__ for name in ("__gt__", "__le__", "__ge__")], Version.__gt__.__qualname__)
print(Version(1) >= Version(2), Version(1) <= Version(1), Version(3) > Version(2))


@singledispatch
def shown(value):
    return "something"


@shown.register
def _(value: int):
    return "int"


told("type(shown.registry)", shown=shown)
told("shown.register(1, len)", shown=shown)


def taking(annotation):
    def function(value: annotation):
        return "new"
    return function


for annotation in (list[int], int | str, int | list[int], str):
    told("shown.register(function).__name__", shown=shown, function=taking(annotation))
print(shown(1), shown("a"), shown([]), [cls.__name__ for cls in shown.registry])

Point = namedtuple("Point", "x y")
print(Point._make)
try:
    del Point(1, 2).x
except AttributeError as error:
    print(error)
