# UserList, UserString and WeakSet do what the built-in type does, and answer in their own.
from collections import UserList, UserString
from weakref import WeakSet
import copy


def show(work):
    try:
        result = work()
        print(type(result).__name__, result)
    except Exception as error:
        print(type(error).__name__, error)


class Items(UserList):
    pass


class Text(UserString):
    pass


a, b = Items([1, 2, 3]), UserList([2])
for work in (
    lambda: a + b, lambda: b + a, lambda: [0] + a, lambda: a + (9,), lambda: (9,) + a, lambda: a * 2, lambda: 2 * a, lambda: a < b, lambda: a <= [1, 2, 3], lambda: [1] < a,
    lambda: a > b, lambda: a >= [0], lambda: a == [1, 2, 3], lambda: a[1:], lambda: a.count(1), lambda: a.index(3), lambda: a.index(3, 0, 1), lambda: copy.copy(a),
    lambda: copy.copy(a) == a, lambda: a.copy() is a, lambda: a.pop(), lambda: a.remove(9), lambda: a < 3, lambda: a + 3, lambda: hash(a),
):
    show(work)
same = a
a += (7,)
a *= 2
a.extend(b)
a.reverse()
print(a, a is same)
a.clear()
print(a, len(a), bool(a))

t = Text("Hello wOrld 12")
for work in (
    lambda: t + "!", lambda: t + 1, lambda: "<" + t, lambda: 1 + t, lambda: t * 2, lambda: 2 * t, lambda: Text("%s-%s") % (1, t), lambda: "%s" % t, lambda: t < "a", lambda: t >= Text("A"),
    lambda: t == "Hello wOrld 12", lambda: "wO" in t, lambda: Text("wO") in t, lambda: 3 in t, lambda: t[0], lambda: t[::-1], lambda: int(Text("12")), lambda: float(Text("1.5")),
    lambda: complex(Text("1+2j")), lambda: t.upper(), lambda: t.center(20, "*"), lambda: t.replace("l", Text("L")), lambda: t.replace("l", "", 1), lambda: t.removeprefix(Text("Hello ")),
    lambda: t.split(), lambda: t.partition(" "), lambda: t.find(Text("o")), lambda: t.find("o", 5), lambda: t.count("l"), lambda: t.encode(), lambda: t.encode("ascii", "strict"), lambda: t.isalnum(),
    lambda: Text(",").join(["a", "b"]), lambda: t.swapcase().title(), lambda: t.startswith(("x", "H")), lambda: t.translate({72: "J"}), lambda: t.zfill(20), lambda: Text("{}!{x}").format(1, x=2),
    lambda: Text("{x}").format_map({"x": 3}), lambda: t.maketrans("a", "b"), lambda: t.splitlines(True), lambda: t.index("z"), lambda: hash(t) == hash(str(t)), lambda: copy.copy(t), lambda: t.expandtabs(4),
    lambda: sorted([Text("b"), "a", Text("c")]), lambda: {t: 1}[str(t)], lambda: t.__getnewargs__(), lambda: Text.upper.__qualname__, lambda: Text(12), lambda: Text(t),
):
    show(work)


class Thing:
    def __init__(self, name):
        self.name = name

    def __repr__(self):
        return self.name


x, y, z = map(Thing, "xyz")
s = kept = WeakSet([x, y])
names = lambda: sorted(item.name for item in s)
s &= [y, z]
print(names(), s is kept)
s ^= [x, y]
print(names(), s is kept)
s.intersection_update([x])
s.symmetric_difference_update([z])
print(names(), len(s))
s ^= s
print(names(), len(s))
