# re warns of what is passed by position, and of sets within sets, where it was called; struct packs into whatever can be written.
import inspect
import re
import struct
import warnings
from array import array


def show(message, category, filename, lineno, file=None, line=None):
    print(lineno, category.__name__, message)


warnings.showwarning = show
warnings.simplefilter("always")


def f():
    return re.compile("[[a]")


f()
re.compile("[[b]")


def g():
    return re.sub("[[c]", "", "x")


g()


def h():
    return re.sub("a", "b", "aaa", 1), re.split("a", "bab", 1), re.subn("a", "b", "aA", 0, re.I)


print(h())
print(re.sub("a", "b", "aaa", count=2), re.sub("A", "b", "aaa", flags=re.I))
for a in ((1, 2, 3), (1,)):
    try:
        print(re.sub("a", "b", "aaa", *a, count=1))
    except TypeError as error:
        print(error)
try:
    re.split("a", "b", 1, 2, 3)
except TypeError as error:
    print(error)


try:
    re.sub("a")
except TypeError as error:
    print(error)


print(inspect.signature(re.sub), inspect.signature(re.split))

room = array("b", b" " * 12)
struct.pack_into("4s", room, 2, b"abcd")
view = memoryview(bytearray(8))
struct.pack_into(">H", view, 3, 258)
print(room.tobytes(), view.tobytes(), struct.pack("6p", b"abc"), struct.pack("300p", b"x" * 300)[:2], struct.unpack("6p", b"\x03abc\0\0"))
for target in (b"12345678", memoryview(b"12345678"), "text"):
    try:
        struct.pack_into("B", target, 0, 1)
    except TypeError as error:
        print(error)
for name in ("utf-32be", "utf-16le", "UTF-16BE", "utf_32le"):
    print(name, "aé".encode(name))
