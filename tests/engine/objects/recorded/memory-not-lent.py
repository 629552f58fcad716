# Before PEP 688 a class has no say in the buffer protocol
import collections.abc


class Lender:
    def __buffer__(self, flags):
        raise AssertionError("never called")


for call in (lambda: memoryview(Lender()), lambda: bytes(Lender()), lambda: b"" + Lender(), lambda: int(Lender()), lambda: bytes.__buffer__):
    try:
        print(call())
    except Exception as error:
        print(type(error).__name__, error)
print(hasattr(collections.abc, "Buffer"), [hasattr(kind, "__buffer__") for kind in (bytes, bytearray, memoryview)])
