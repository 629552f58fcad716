import json, io
def bad(f, *a, **k):
    try: print(f(*a, **k))
    except Exception as e: print(type(e).__name__, e, getattr(e, "pos", None), getattr(e, "__notes__", None))
v = {"a": [1, 2.5, True, None, "x\n\"é😀\x7f"], "b": {"c": (1,)}, 3: "n", None: 1, True: 0, 1.5: []}
print(json.dumps(v)); print(json.dumps(v, indent=2)); print(json.dumps(v, ensure_ascii=False, separators=(",", ":")))
print(json.dumps({"b": 1, "a": {"z": 1, "y": 2}}, sort_keys=True, indent="\t")); print(json.dumps([], indent=1), json.dumps({}, indent=1), json.dumps([[]], indent=1))
print(json.dumps(10**40), json.dumps(1e100), json.dumps(float("inf")), json.dumps([float("nan")]), json.dumps("\ud800"))
class P:
    def __init__(self, x): self.x = x
class E(json.JSONEncoder):
    def default(self, o):
        if isinstance(o, P): return {"x": o.x}
        return super().default(o)
print(json.dumps([P(1), P([2])], cls=E), json.dumps(P(3), default=lambda o: o.__dict__))
bad(json.dumps, {1, 2}); bad(json.dumps, {"k": [object]}); bad(json.dumps, {(1, 2): 3}); print(json.dumps({(1, 2): 3, "a": 1}, skipkeys=True))
bad(json.dumps, float("nan"), allow_nan=False); bad(json.dumps, {1: 1, "a": 2}, sort_keys=True)
c = []; c.append(c); bad(json.dumps, c); d = {}; d["d"] = d; bad(json.dumps, d); bad(json.dumps, P(1), cls=E, indent=3)
for s in ['{"a": [1, -2.5e3, true, false, null, "\\u00e9\\ud83d\\ude00\\n"]}', ' 1 ', '"x"', '[]', '{}', '-0', '0.5', '1E2', 'NaN', '-Infinity', '12345678901234567890', '[1, [2, {"a": {}}]]', '{"a": 1, "a": 2}', '"\\ud800"', b'{"b": "\xc3\xa9"}']:
    print(ascii(json.loads(s)))
for s in ['', '{', '[', '[1', '[1,', '[1,]', '{"a"', '{"a":', '{"a":1', '{"a":1,', '{"a":1,}', "{'a': 1}", '{a: 1}', '01', '1 2', '"abc', '"\\x"', '"\\u12"', '"a\nb"', 'nul', '-', '[1 2]', '{"a" 1}', '{1: 2}', '\n\n  x', '\ufeff1', 'tru', '{"a": }', '[,]', '"\\', '1.', '.5', '+1']:
    bad(json.loads, s)
bad(json.loads, 5); bad(json.loads, None)
print(json.loads('{"x": 1, "y": {"z": 2}}', object_hook=lambda d: sorted(d)), json.loads('{"x": 1, "x": 2}', object_pairs_hook=list), json.loads('[1.5, 2, NaN]', parse_float=str, parse_int=lambda s: s * 2, parse_constant=lambda s: "c" + s))
f = io.StringIO(); json.dump({"a": [1, {"b": 2}]}, f); print(f.getvalue()); f.seek(0); print(json.load(f))
print(list(json.JSONEncoder().iterencode([1, {"a": [2]}, []])), json.JSONDecoder().raw_decode('[1] tail'), json.loads('"a\tb"', strict=False))
try: json.loads('[1,\n 2,\n x]')
except json.JSONDecodeError as e: print(e.msg, e.doc, e.pos, e.lineno, e.colno, isinstance(e, ValueError))
x = json.loads('[{"k": 1}, {"k": 2}]'); print(json.loads(json.dumps(x)) == x, json.dumps("\u2028/</"))
class I(int):
    def __repr__(self): return "I"
print(json.dumps(I(3)), json.dumps({I(3): I(4)}))
