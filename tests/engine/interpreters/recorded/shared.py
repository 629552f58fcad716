# What can be handed over, and what comes of it.
from concurrent import interpreters

one = interpreters.create()
values = [None, True, False, 0, -5, 2 ** 62, 1.5, "text", "", b"bytes", (), (1, ("a", None)), memoryview(b"view")]
print([interpreters.is_shareable(value) for value in values])
other = [[], {}, set(), bytearray(b"x"), len, int, 1j, frozenset(), range(3), ..., NotImplemented, object(), lambda: 1]
print([interpreters.is_shareable(value) for value in other])


class Text(str):
    pass


print(interpreters.is_shareable(Text("x")), interpreters.is_shareable(2 ** 100))
one.prepare_main({"a": None, "b": True}, c=7, d=(1, "x", (2.5, b"z")), e="\u00e9\U0001f600")
one.exec("print(a, b, c, d, e, type(d[2]))")
for bad in ([1], {"k": 1}, {1}):
    try:
        one.prepare_main(x=1, bad=bad)
    except interpreters.NotShareableError as error:
        print(type(error).__name__, "|", error)
try:
    one.exec("x")
except interpreters.ExecutionFailed as error:
    print(error.excinfo.formatted)
try:
    one.prepare_main()
except ValueError as error:
    print(type(error).__name__)

# Memory that both see.
data = bytearray(b"abcdef")
view = memoryview(data)
one.exec("import _interpreters")
one.prepare_main(view=view)
one.exec("print(bytes(view), len(view), view.readonly)\nview[0] = 90\nview[1:3] = b'!!'")
print(data)
data[5] = 63
one.exec("print(bytes(view))")
one.exec("view.release()\ndel view")
view.release()

# A function without arguments can be a script, of which the code alone counts: their globals are those of the other `__main__`.
def bare():
    global found
    found = 3
    import math
    print(math.floor(2.7))


one.exec(bare)
one.exec("print(found)")
try:
    found
except NameError as error:
    print(error)
one.close()
