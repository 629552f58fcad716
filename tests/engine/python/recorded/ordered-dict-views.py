from collections import OrderedDict
import collections.abc, copy, pickle, sys
def t(f):
    try: print(f())
    except BaseException as e: print(type(e).__name__, e)
d = OrderedDict(a=1, b=2)
for v in (d.keys(), d.values(), d.items()):
    print(v, type(v), type(v).__mro__, isinstance(v, collections.abc.KeysView), type(iter(v)), type(reversed(v)), len(v))
    print(sorted(set(dir(v)) - set(dir(object))))
print(type(iter(d)), type(reversed(d)), type(iter(d)).__module__)
print(sorted(set(dir(iter(d))) - set(dir(object))))
t(lambda: d.keys() == {"a", "b"}); t(lambda: d.keys() | {"c"} == {"a", "b", "c"}); t(lambda: list(reversed(d.items()))); t(lambda: d.keys().mapping)
t(lambda: d.keys().isdisjoint([1]))
t(lambda: type(d.keys())())
t(lambda: type(d.keys())({1: 2}))
t(lambda: type(d.keys())(d))
t(lambda: type(d.keys())(1, 2))
t(lambda: type(iter(d))())
def change(what, how="add"):
    d = OrderedDict(a=1, b=2, c=3)
    it = iter(what(d))
    out = [next(it)]
    if how == "add": d["z"] = 1
    elif how == "del": del d["b"]
    elif how == "move": d.move_to_end("a")
    elif how == "set": d["b"] = 9
    elif how == "pop": d.popitem()
    elif how == "same": d["z"] = 1; del d["z"]
    elif how == "delown": del d["a"]
    elif how == "swap": del d["b"]; d["q"] = 4
    elif how == "update": d.update(a=5)
    elif how == "setdefault": d.setdefault("a", 5)
    try:
        for x in it: out.append(x)
    except Exception as e: out.append((type(e).__name__, str(e)))
    try: out.append(next(it))
    except BaseException as e: out.append((type(e).__name__, str(e)))
    print(how, out)
for what in (lambda d: d, lambda d: d.keys(), lambda d: d.values(), lambda d: d.items(), reversed):
    for how in ("add", "del", "move", "set", "pop", "same", "delown", "swap", "update", "setdefault"): change(what, how)
t(lambda: OrderedDict({}, {})); t(lambda: OrderedDict(1)); t(lambda: OrderedDict(None))
t(lambda: d.popitem(1, 2)); t(lambda: d.popitem(last=False)); t(lambda: d.popitem(x=1)); t(lambda: d.move_to_end("zz")); t(lambda: d.move_to_end()); t(lambda: d.pop("zz")); t(lambda: d.pop()); t(lambda: d.pop("zz", 1)); t(lambda: d.pop("zz", default=3)); t(lambda: d.setdefault()); t(lambda: OrderedDict.fromkeys()); t(lambda: OrderedDict().popitem()); t(lambda: d.setdefault("n", default=4)); t(lambda: d.popitem(last=0)); t(lambda: d.move_to_end("b", 0, 1))
d = OrderedDict(a=1, b=2)
it = iter(d); next(it)
t(lambda: it.__length_hint__()); t(lambda: it.__reduce__()); t(lambda: list(copy.copy(it))); t(lambda: list(pickle.loads(pickle.dumps(it)))); t(lambda: list(it))
t(lambda: iter(d.items()).__reduce__()); t(lambda: iter(d.values()).__reduce__()); t(lambda: reversed(d).__reduce__())
t(lambda: pickle.dumps(d.keys())); t(lambda: copy.copy(d.keys()))
t(lambda: OrderedDict(a=1) == OrderedDict(a=1)); t(lambda: OrderedDict(a=1, b=2) == OrderedDict(b=2, a=1)); t(lambda: OrderedDict(a=1, b=2) == dict(b=2, a=1))
t(lambda: hash(d.keys())); t(lambda: d.keys() < {"a", "b", "c"}); t(lambda: d.values() == d.values()); t(lambda: repr(OrderedDict().keys()))
class S(OrderedDict): pass
s = S(x=1); t(lambda: s.keys()); t(lambda: s); t(lambda: s.__dict__); s.q = 1; t(lambda: s.__dict__); t(lambda: s.__reduce__()[:4]); t(lambda: d.__reduce__()[:4]); d.q = 1; t(lambda: type(d.__reduce__()[4])); t(lambda: d.__dict__)
r = OrderedDict(); r["r"] = r; print(r, r.keys(), r.values())
t(lambda: d | {"c": 1}); t(lambda: {"c": 1} | d); t(lambda: type({"c": 1} | d)); t(lambda: d.__ior__([("k", 1)]))
t(lambda: d.__sizeof__() > dict(a=1, b=2).__sizeof__())
