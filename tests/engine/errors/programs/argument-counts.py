# How built-in functions and methods count and name what they are given.
def tell(*calls):
    for call in calls:
        try:
            print(repr(call()))
        except Exception as e:
            print(type(e).__name__, e)


tell(lambda: str(1, 2), lambda: str("a", b"b"), lambda: super(int, 1, 2), lambda: zip([1], x=1), lambda: {}.pop([]), lambda: {1: 2}.pop([]),
     lambda: __import__("sys", level=-1), lambda: __build_class__(), lambda: exec("from . import x", {}),
     lambda: dict(a=1, **{"a": 2}), lambda: "a".splitlines("a"), lambda: int.from_bytes(b"a"), lambda: (1).to_bytes())
tell(lambda: "a".replace(), lambda: "a".replace("a"), lambda: "a".replace("a", "b", count=0), lambda: "a".replace("a", "b", 0, 1))
for name in ("find", "rfind", "index", "rindex", "count", "startswith", "endswith"):
    tell(getattr("a", name), lambda: getattr("a", name)(1, 2, 3, 4), getattr(b"a", name), getattr(bytearray(b"a"), name))
tell(lambda: [].index(), lambda: [].count(), lambda: ().index())


class Strict:
    def __init__(self, a):
        self.a = a


tell(lambda: Strict(**{"a": 1}, a=2), lambda: Strict(1, **{1: 2}), lambda: print(sep="", **{"sep": ""}))
tell(lambda: int("1", bas=2), lambda: sorted([], revers=1), lambda: print("a", ened=""), lambda: open("x", mod=1), lambda: "a".split(seperator=1), lambda: print("a", qqqq=""))
tell(lambda: isinstance(1, int | list[int]), lambda: isinstance(1, list[int] | int), lambda: issubclass(int, int | list[int]), lambda: isinstance(1, str | int))
for method in (dict.__getitem__, dict.__contains__, list.__getitem__, set.__contains__, frozenset.__contains__, tuple.__getitem__, list.__contains__, dict.__setitem__):
    print(method, type(method).__name__)
tell(lambda: [].__getitem__(), lambda: dict.__getitem__({}), lambda: dict.__getitem__(1, 2), lambda: dict.__getitem__({1: 2}, 1), lambda: [5].__getitem__(slice(None)), lambda: {1}.__contains__([]), lambda: {1}.__contains__(1))


class Missing(dict):
    def __missing__(self, key):
        return key * 2


class Counted(list):
    def __getitem__(self, at):
        return ("counted", super().__getitem__(at))


print(Missing()[4], Missing().__getitem__(5), Missing(a=1)["a"], Counted([7])[0], list.__getitem__(Counted([7]), 0), 1 in Missing({1: 2}))
tell(lambda: dict.__getitem__(Missing(), 2), lambda: {}.__getitem__(2))
