# Arrays: what fills them, what they refuse in which words, and characters that are none.
import warnings
from array import array

warnings.simplefilter("ignore")


def show(label, call):
    try:
        print(label, ascii(call()))
    except Exception as error:
        print(label, type(error).__name__, error)


swapped = array("u", "abc")
swapped.byteswap()
for name, use in {"item": lambda a: a[0], "repr": repr, "text": array.tounicode, "list": list, "equal": lambda a: a == array("u", "abc"), "itself": lambda a: a == a}.items():
    show(name, lambda: use(swapped))

show("of bytes", lambda: (array("i", b"abcd"), array("i", bytearray(b"abcd"))))
show("of a view", lambda: array("i", memoryview(b"abcd")))
show("of characters", lambda: array("d", array("u", "a")))
show("of nothing", lambda: array())
show("of three", lambda: array("i", [], 1))
show("of a name", lambda: array("i", start=1))


class Named(array):
    def __init__(self, *args, name=None):
        self.name = name


named = Named("i", [1, 2], name="n")
show("derived", lambda: (named, named.name, named.__reduce_ex__(2)))

numbers = array("i", [5, 3, 5])
for args in [(5,), (5, 1), (5, 1, 2), (5, -1), (3, 0, -1), (3, 2), (5, "a")]:
    show("index", lambda: numbers.index(*args))
show("append", lambda: numbers.append(2**40))
show("fromlist", lambda: numbers.fromlist([1, "a"]))
show("unchanged", lambda: numbers)
show("+=", lambda: numbers.__iadd__(1))
show("slice", lambda: numbers.__setitem__(slice(0, 1), array("d")))
for code, value in [("I", -1), ("I", 2**40), ("L", -1), ("L", 2**80), ("Q", -1), ("Q", 2**80), ("i", -(2**40)), ("u", "ab"), ("u", 1)]:
    show(code, lambda: array(code).append(value))
show("fromunicode", lambda: numbers.fromunicode("a"))
show("fromunicode", lambda: array("u").fromunicode(1))
show("tounicode", lambda: numbers.tounicode())
letters = array("u", "a")
letters.fromunicode("bc")
show("letters", lambda: letters)
