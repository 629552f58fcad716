# Counters change in place, take counts from anything with items(), and from 3.15 know `^`.
from collections import Counter

a = Counter(a=3, b=1, c=-2)
b = Counter(b=4, c=5, d=1, a=3)

for operator in ("|", "&", "+", "-", "^"):
    counts = same = Counter(a)
    try:
        scope = {"counts": counts, "a": a, "b": b}
        exec(f"counts {operator}= b\nresult = a {operator} b", scope)
        print(operator, dict(scope["counts"]), scope["counts"] is same, dict(scope["result"]))
    except TypeError as error:
        print(operator, error)
    for given in ({"a": 9}, {"a": 9, "b": 0}, 3, [("a", 1)]):
        scope = {"counts": Counter(a=3, b=1), "given": given}
        try:
            exec(f"counts {operator}= given", scope)
            print(operator, dict(scope["counts"]))
        except (TypeError, KeyError, AttributeError) as error:
            print(operator, type(error).__name__, error)


class Tally(Counter):
    pass


x, y = Tally(a=3, b=1), Tally(a=1, z=3)
print([type(result).__name__ for result in (x + y, x - y, x | y, x & y, +x, -x)])
x |= y
print(x)
x &= y
print(x)
print(type(Counter("ab").elements()).__name__, list(Counter("abca").elements()))
print(sorted(set(vars(Counter)) - {"__firstlineno__", "__static_attributes__"}))
