import pprint
from collections import OrderedDict, Counter, defaultdict, deque, ChainMap, UserDict
from types import SimpleNamespace, MappingProxyType
from dataclasses import dataclass
@dataclass
class DC:
    name: str; values: list
big = [{"b": [1, 2, 3], "a": {"x": "y" * 90, "z": ["spam" * 5] * 5}}, DC("n" * 50, list(range(30))), Counter("abcabcdd" * 4 + "efgh" * 5), defaultdict(list, a=[1] * 40), deque(range(40)), deque(range(40), maxlen=50), ChainMap({"a" * 30: 1}, {"b" * 30: 2}, {"c" * 30: 3}), SimpleNamespace(a="x" * 80, b=[1] * 30), MappingProxyType({i: "z" * 20 for i in range(6)}), b"bytes " * 30, bytearray(b"abc" * 30), "the quick brown fox " * 10, OrderedDict((i, "v" * 20) for i in range(6)), (1,) * 50, ("q" * 90,), frozenset(range(40)), {i: "q" * 20 for i in range(6)}.keys(), {i: "q" * 20 for i in range(6)}.items(), {i: "q" * 20 for i in range(6)}.values(), UserDict({i: "q" * 20 for i in range(6)}), UserDict({i: "q" * 20 for i in range(6)}).keys(), frozendict({i: "q" * 20 for i in range(6)}), frozendict(), [frozendict(a=1)], t"{1} {'x' * 80!r:>10} {2}", {}.keys(), []]
for b in big:
    for kw in ({}, {"expand": True}, {"expand": True, "indent": 2, "width": 30}, {"depth": 1}):
        try: pprint.pprint(b, **kw)
        except Exception as e: print(type(e).__name__, e)
        try: pprint.pprint([b], **kw)
        except Exception as e: print(type(e).__name__, e)
try: pprint.pprint(1, compact=True, expand=True)
except ValueError as e: print(e)
