# What brings every chunk of the engine: the package keeps the code that this compiles of them.
import collections, functools, itertools, math, re, sys


def nearest(number):
    match number:
        case 0:
            return "zero"
        case int() | float():
            return math.floor(number)


print(nearest(0), nearest(2.5), sys.version_info >= (3, 10), "\N{BULLET}", re.findall(r"\w+", "one two"))
print(collections.Counter("hello").most_common(1), functools.reduce(lambda a, b: a * b, itertools.islice(itertools.count(1), 5)))
try:
    eval("1 +")
except SyntaxError as error:
    print(error)
numbre
