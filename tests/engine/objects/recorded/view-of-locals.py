import sys
def f(a, b=2):
    c = 3
    p = sys._getframe().f_locals
    print(type(p), sorted(p), p["a"], len(p), "c" in p, p.get("x"), p | {"z": 1} if len(p) > 9 else "")
    try: hash(p)
    except TypeError as e: print(e)
    p["c"] = 5; p["new"] = 1
    print(c, p["new"], p.pop("new"), p == sys._getframe().f_locals)
    p |= {"c": 6}; print(c, list(reversed(p)))
    print(type(p).__hash__, [n for n in dir(type(p)) if n not in dir(object)])
f(1)
try:
    print(frozendict(a=1), hash(frozendict(a=1)) == hash(frozendict({"a": 1})), frozendict(a=1) | {"b": 2})
    s = sentinel("S"); print(s, s | int, [n for n in dir(frozendict) if n not in dir(object)])
except NameError as e: print(e)
print(hash(bytearray) is not None)
try: hash(bytearray())
except TypeError as e: print(e)
