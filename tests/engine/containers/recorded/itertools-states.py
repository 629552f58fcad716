# What __setstate__ of itertools' iterators takes and refuses, up to 3.13
import itertools
import re
import warnings

warnings.simplefilter("ignore")


def shown(s):
    return re.sub("(ascii_)?iterator object at 0x[0-9a-f]+|_grouper object at 0x[0-9a-f]+", "", repr(s))


def attempts(make, *states):
    for s in states:
        it = make()
        try:
            r = it.__setstate__(s)
            print(type(it).__name__, shown(s), r, end=" ")
            print(shown(list(itertools.islice(it, 8))))
        except Exception as error:
            print(type(it).__name__, shown(s), type(error).__name__, error)


attempts(lambda: itertools.cycle("ab"), 1, (), ([1], True), ([1],), ((1,), True), ([1], "x"), ([], True), ([1,2,3], 5, 6), ([7,8], 0), ([1], 2**40))
attempts(lambda: itertools.chain("ab"), 1, (), (1,), (iter("xy"),), (iter(["xy"]),), (iter(["xy"]), iter("q")), (iter(["xy"]), 1), (iter([]), iter([]), 2))
attempts(lambda: itertools.islice("abcdef", 1, 5), 1, 3, -1, "x", 2**70, True, 10)
attempts(lambda: itertools.accumulate([1,2,3]), 5, None, "x")
attempts(lambda: itertools.product("ab", "cd"), 1, (0,), (0, 1), (1, 1), (-3, 9), ("a", 1), (0, 2**70), [0, 1])
attempts(lambda: itertools.product("ab", ""), (0, 0))
attempts(lambda: itertools.product(), (), (1,))
attempts(lambda: itertools.combinations("abcd", 2), 1, (0,), (0, 1), (2, 3), (-3, 9), ("a", 1), [0, 1])
attempts(lambda: itertools.combinations_with_replacement("abc", 2), 1, (0,), (0, 1), (2, 2), (-3, 9), ("a", 1))
attempts(lambda: itertools.permutations("abc", 2), 1, (), ((0, 1, 2), (3, 2)), ((2, 1, 0), (1, 1)), ((0, 1), (3, 2)), ([0, 1, 2], (3, 2)), ((-1, 9, 2), (0, 9)), ((0, "a", 2), (1, 1)), ((0, 1, 2), (3, 2), 1))
attempts(lambda: itertools.groupby("aab"), 1, (), (1, 2), ("k", "v", "k"), ("k", "v", "z"))
attempts(lambda: itertools.takewhile(str.isalpha, "ab1"), 0, 1, "", [])
attempts(lambda: itertools.dropwhile(str.isalpha, "ab1a"), 0, 1, "")
attempts(lambda: itertools.zip_longest("a", "bc"), 5, None)


def show(call):
    try:
        print(call())
    except Exception as error:
        print(type(error).__name__, error)


groups = itertools.groupby("aabbc")
key, group = next(groups)
print(group.__reduce__()[0].__name__, group.__reduce__()[1][1], group.__reduce__()[1][0] is groups)
next(groups)
print(group.__reduce__()[1])
grouper = type(group)
for args in (), (1, 2), (groups, "b"), (groups,), (groups, 1, 2):
    show(lambda: list(grouper(*args)))
show(lambda: grouper(groups, key=2))
for bounds in (5, 3), (1, 5, 3), (0, 0), (2, 2), (0, 10, 4), (3, None, 5):
    numbers = iter(range(10))
    print(bounds, list(itertools.islice(numbers, *bounds)), next(numbers, "end"))
