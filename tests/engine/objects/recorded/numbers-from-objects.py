# What int, float and complex ask an object for, and in which order.
import array
import warnings


def show(label, call):
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always")
        try:
            print(label, repr(call()))
        except Exception as error:
            print(label, type(error).__name__, str(error).split(" at 0x")[0])
    for warning in caught:
        print("   ", warning.category.__name__, warning.message)


class Celsius(float):
    def __new__(cls, value=0.0):
        return float.__new__(cls, 2 * value)

    def __float__(self):
        return 42.0


class Itself(float):
    def __float__(self):
        return self


class Whole(float):
    def __float__(self):
        return 42


class Phasor(complex):
    def __complex__(self):
        return 7j


class Turned(complex):
    def __complex__(self):
        return self


class NoPhasor(complex):
    def __complex__(self):
        return None


class Digits(str):
    def __float__(self):
        return 9.0

    def __int__(self):
        return 8

    def __complex__(self):
        return 8j


show("float of a subclass", lambda: float(Celsius(3)))
show("its value", lambda: Celsius(3) + 0)
show("itself", lambda: float(Itself(21)))
show("whole", lambda: float(Whole(1)))
show("complex of a float", lambda: complex(Celsius(1), Celsius(2)))
show("phasor", lambda: complex(Phasor(1)))
show("turned", lambda: complex(Turned(1)))
show("no phasor", lambda: complex(NoPhasor(1)))
show("phasor as imaginary part", lambda: complex(1, Phasor(2)))
for kind in int, float, complex:
    show(f"{kind.__name__} of digits", lambda: kind(Digits("3")))


def truncating(result):
    class Truncating:
        def __trunc__(self):
            return result

    return Truncating()


class Index:
    def __index__(self):
        return 5


class Int:
    def __int__(self):
        return 6


show("trunc", lambda: int(truncating(4)))
show("trunc to bool", lambda: int(truncating(True)))
show("trunc to index", lambda: int(truncating(Index())))
show("trunc to int", lambda: int(truncating(Int())))
show("trunc to float", lambda: int(truncating(1.5)))
show("trunc to itself", lambda: int(truncating(truncating(1))))

lenders = {
    "bytes": b"12",
    "bytearray": bytearray(b"12"),
    "memoryview": memoryview(b"12"),
    "array": array.array("B", b"12"),
    "words": bytearray(b"xy"),
    "view of words": memoryview(b"xy"),
    "every second": memoryview(b"1a2b")[::2],
}
for name, lender in lenders.items():
    for kind in int, float:
        show(f"{kind.__name__} of {name}", lambda: kind(lender))
    show(f"base 8 of {name}", lambda: int(lender, 8))
