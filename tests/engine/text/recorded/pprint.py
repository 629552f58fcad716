import pprint, shlex, fnmatch
from collections import OrderedDict, Counter, defaultdict, deque, ChainMap, namedtuple, UserDict, UserList
from types import SimpleNamespace, MappingProxyType
from dataclasses import dataclass, field
def t(f, *a, **k):
    try: print(f(*a, **k))
    except Exception as e: print(type(e).__name__, e)
@dataclass
class DC:
    name: str; values: list = field(default_factory=list); other: dict = field(default_factory=dict); h: int = field(default=3, repr=False)
NT = namedtuple("NT", "a b")
objs = [
 {"b": [1, 2, 3], "a": {"x": "y" * 30, "z": ["spam" * 5] * 5}, "c": (1,), "d": set(range(30)), 5: None},
 [list(range(10)) for _ in range(6)], ("long " * 40,), "the quick brown fox " * 10, "line one\nline two is long " * 5, b"bytes " * 30, bytearray(b"abc" * 30),
 OrderedDict((("k%d" % i), "v" * 10) for i in range(6)), Counter("abracadabra" * 3 + "xyz the quick brown foxes jumped over"), defaultdict(list, {i: list(range(i * 3)) for i in range(5)}),
 deque(range(40)), deque(["abc" * 9] * 4, maxlen=5), ChainMap({"a" * 30: 1}, {"b" * 30: 2}, {"c" * 30: 3}), SimpleNamespace(alpha="x" * 40, beta=["y" * 20] * 4), MappingProxyType({i: "z" * 20 for i in range(6)}),
 DC("n" * 40, list(range(20)), {"k": "v" * 50}), NT("a" * 50, "b" * 50), UserDict({i: "q" * 20 for i in range(6)}), UserList(["w" * 20] * 6), frozenset("abc%d" % i * 5 for i in range(8)), {1: "a", "b": 2, None: 3, (1, 2): 4, 2.5: "x"},
 [], {}, (), set(), deque(), Counter(), OrderedDict(), [[[[[[1]]]]]], {"a": [{"b": [{"c": [1, 2, 3] * 10}]}]}, 1234567890123, [10**9, 10**6] * 10, float("inf"), Ellipsis, int, {1: {2: {3: {4: {}}}}},
]
for o in objs:
    for kw in (dict(width=30, indent=3), dict(compact=True, width=50, sort_dicts=False, underscore_numbers=True, depth=2)):
        try: pprint.pprint(o, **kw)
        except Exception as e: print(type(e).__name__, e)
l = [1]; l.append(l)
import re
print(re.sub("id=\\d+", "id=N", pprint.pformat(l))); print(pprint.isrecursive(l), pprint.isreadable(l), pprint.isreadable([1]), pprint.isreadable(object()), re.sub("id=\\d+", "id=N", pprint.saferepr(l)))
t(pprint.pprint, 1, width=0); t(pprint.pprint, 1, indent=-1); t(pprint.pprint, 1, depth=0)
pprint.pp({"b": 1, "a": 2}); print(pprint.__all__)
class PP(pprint.PrettyPrinter):
    def format(self, o, c, m, l):
        if isinstance(o, int): return hex(o), True, False
        return super().format(o, c, m, l)
PP().pprint([10, 20, {"a": 255}])
