"""Names of the members of built-in types, of the names of builtins, and what the newer ones do."""
import sys
import types


def generator():
    yield 1


async def coroutine():
    pass


waiting = coroutine()
waiting.close()
values = [
    None, NotImplemented, ..., generator(), waiting, len, [].append, iter([]), iter(()), iter(""), iter({}), iter({}.items()), iter(set()), iter(range(3)), iter(range(2**70)), iter(b""),
    iter(bytearray()), reversed([]), reversed({}), {}.keys(), {}.values(), {}.items(), types.SimpleNamespace(), str.join, int.__add__, (1).__add__, vars(dict)["fromkeys"], iter(len, 1),
    iter(memoryview(b"")), sys.version_info, sys.hash_info, generator, types.CellType(), property(), slice(1), 1, 1.5, 1j, True, "", b"", bytearray(), [], (), {}, set(), frozenset(), range(1),
    zip(), map(len, []), filter(None, []), enumerate([]), reversed(()), object(), int, super(int, 1), classmethod(len),
]
# Members that are CPython's own business, or not modelled.
HIDDEN = {"__buffer__", "__release_buffer__", "__annotate__", "__doc__", "__set_format__", "gi_state", "cr_state", "__sizeof__", "__hash__"}
seen = set()
for value in values:
    kind = type(value)
    if kind not in seen:
        seen.add(kind)
        print(kind.__name__, *sorted(name for name in set(dir(kind)) - set(dir(object)) if name not in HIDDEN and not (kind is classmethod and name == "__annotations__")))
import builtins
print(*sorted(name for name in dir(builtins) if not name.startswith("_")))


def show(label, function):
    try:
        print(label, ascii(function()))
    except BaseException as error:
        print(label, type(error).__name__, type(error).__mro__[1].__name__, ascii(str(error)))


for name in ("PythonFinalizationError", "ImportCycleError", "_IncompleteInputError"):
    show(name, lambda: getattr(builtins, name).__mro__)
for text in (b"", b"A", b"Ab Cd", b"AB", b"a", b"1A", b"Ab cd"):
    show(text, lambda: (text.istitle(), bytearray(text).istitle()))
array = bytearray(b"abcdef")
show("mod", lambda: bytearray(b"%s-%d") % (b"x", 5))
show("resize", lambda: (array.resize(8), array, array.resize(2), array, array.resize(-1)))
show("take", lambda: (array.take_bytes(1), array, array.take_bytes(), array, array.take_bytes(5)))
show("code replace", lambda: generator.__code__.__replace__(co_name="q").co_name)
show("namespace replace", lambda: types.SimpleNamespace(a=1, b=2).__replace__(b=3, c=4))
show("info replace", lambda: tuple(sys.version_info.__replace__(major=9))[0])
show("info replace", lambda: sys.version_info.__replace__(zzz=9))
show("alias", lambda: type(generator()).__class_getitem__(int))
show("alias", lambda: slice.__class_getitem__(int))
show("alias", lambda: classmethod[int])
show("module", lambda: (types.ModuleType("m").__annotations__, builtins.__name__))
show("exit", lambda: exit())
show("exit", lambda: exit(3))
show("exit", lambda: (repr(exit), repr(quit), repr(help)))
try:
    open("there/is/none")
except FileNotFoundError as error:
    print("open", error.strerror, error.filename)
for arguments in (("x", "q"), ("x", "rb+t"), ("x", ""), ("x", "rw"), (1.5,), ("x", 1), ("x", "rb", -1, "utf-8"), ()):
    show(arguments, lambda: open(*arguments))


def proxy():
    view = type.__dict__
    view |= {}


show("proxy", proxy)
