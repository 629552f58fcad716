"""Memory views: formats, shapes, what they refuse."""
import array
from collections import namedtuple


def show(label, function):
    try:
        print(label, ascii(function()))
    except Exception as error:
        print(label, type(error).__name__, ascii(str(error)))


def facts(view):
    return (view.format, view.itemsize, view.ndim, view.shape, view.strides, view.suboffsets, view.nbytes, view.readonly,
            view.c_contiguous, view.f_contiguous, view.contiguous, len(view), type(view.obj).__name__)


data = bytearray(range(12))
m = memoryview(data)
views = {
    "bytes": memoryview(b"abcdef"), "bytearray": m, "part": m[2:9], "step": m[::3], "back": m[::-1], "empty": m[0:0],
    "h": m.cast("h"), "at-i": m.cast("@i"), "d": m[:8].cast("d"), "c": m.cast("c"), "?": memoryview(bytearray(b"\0\1\0")).cast("?"),
    "2x3x2": m.cast("B", (2, 3, 2)), "array h": memoryview(array.array("h", [1, -2, 3])),
    "array d": memoryview(array.array("d", [1.5, -2.5])), "array B": memoryview(array.array("B", [1, 2])), "readonly": m.toreadonly(),
}
for name, view in views.items():
    show(name + " facts", lambda: facts(view))
    show(name + " tolist", view.tolist)
    show(name + " tobytes", view.tobytes)
    for order in ("F", "A", None, "X", 1):
        show(name + " tobytes " + repr(order), lambda: view.tobytes(order))
    show(name + " hex", view.hex)
    show(name + " hex sep", lambda: view.hex(":", 2))
    show(name + " list", lambda: list(view))
    show(name + " iter", lambda: type(iter(view)).__name__)
    show(name + " hash", lambda: hash(view) == hash(view.tobytes()))
    for key in (0, -1, 100, slice(1, 3), (0, 0), (0, 1, 2), (9, 9), (slice(1), slice(2)), "x", None, 1.5, ...):
        def get():
            found = view[key]
            return found.tolist() if isinstance(found, memoryview) else found
        show(name + " get " + repr(key), get)
    for key, value in ((0, 1), (0, -1), (0, "x"), (0, b"x"), (0, b"xx"), (0, 1.5), (0, None), ((0, 0), 7), (slice(0, 2), b"zz"), (slice(0, 2), b"z"), (slice(0, 2), 5), (slice(0, 2), [1, 2])):
        def put():
            view[key] = value
            return view.tolist()
        show(name + " put " + repr((key, value)), put)
    def cut():
        del view[0]
    show(name + " del", cut)
    for args in (("B",), ("b",), ("h",), ("d",), ("z",), ("<i",), ("",), (1,), (), ("B", [2]), ("B", [2, 6]), ("B", [0]), ("B", ["a"]), ("B", 3), ("i", [3, 1]), ("B", [])):
        show(name + " cast " + repr(args), lambda: view.cast(*args).shape)
a, b = views["h"], memoryview(array.array("h", views["h"].tolist()))
print(a == b, a == m.cast("i"), m == bytes(data), m == data, data == m, bytes(data) == m, m[:2] == b"zz", a != b, m == 5, m == [1])
print(memoryview(array.array("d", [1.0])) == memoryview(array.array("b", [1])), views["?"] == m.cast("b"))
for operation in ("m < m", "m < b'a'", "b'a' < m", "bytearray(b'a') < m", "m + b'a'", "b'a' + m[:1]", "bytes(m[:3])", "bytearray(m[:3])", "b'-'.join([m[:1], b'x'])", "m[:1] in b'a'", "b'\\x01' in m", "1 in m", "list(reversed(m[:2]))", "b'abc'.find(m[:1])", "int.from_bytes(m[:2], 'big')", "str(m[10:12], 'ascii')", "memoryview(5)", "memoryview()", "memoryview(b'a', 1)", "memoryview(object=b'a').tolist()", "memoryview('a')", "m.hex('ab')", "hash(m)"):
    show(operation, lambda: eval(operation))
store = bytearray(b"abc")
view = memoryview(store)
show("append", lambda: store.append(1))
numbers = array.array("i", [1])
held = memoryview(numbers)
show("array append", lambda: numbers.append(2))
held[0] = 9
print(numbers)
held.release()
numbers.append(2)
view.release()
store.append(1)
print(store, repr(view)[:16])
for name in ("obj", "nbytes", "format", "tobytes", "tolist", "hex", "__len__", "__enter__", "toreadonly", "release", "shape"):
    show("released " + name, lambda: (lambda found: found() if callable(found) else found)(getattr(view, name)))
print(view == view, view == memoryview(b"abc"))
with memoryview(b"abc") as inner:
    print(inner.tolist())
show("after with", lambda: inner[0])
walk = iter(memoryview(b"abc"))
print(next(walk), list(walk), next(walk, "end"))
point = memoryview(b"a").cast("B", [])
show("point", lambda: (point.ndim, point.shape, point[()], point.tolist(), point.nbytes))
show("point len", lambda: len(point))
show("point get", lambda: point[0])
show("point iter", lambda: iter(point))
show("index", lambda: memoryview(b"abca").index(97))
show("index from", lambda: memoryview(b"abca").index(97, 1))
show("index none", lambda: memoryview(b"abca").index(5))
show("count", lambda: memoryview(b"abca").count(97))
show("alias", lambda: memoryview[int])
