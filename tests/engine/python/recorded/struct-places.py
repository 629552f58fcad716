# Where in a buffer numbers are read and written, far outside it too; and hashes of views that outlive them.
import struct
import sys


def show(label, call):
    try:
        print(label, call())
    except Exception as error:
        print(label, type(error).__name__, error)


for offset in (0, -4, -2, -11, 8, 20, sys.maxsize, -sys.maxsize, 2**70):
    show("unpack", lambda: struct.unpack_from("<I", bytes(10), offset))
    show("pack", lambda: struct.pack_into("<I", bytearray(10), offset, 1))
show("null", lambda: struct.calcsize("i\0i"))

view = memoryview(b"abc")
known = hash(view)
view.release()
show("hash", lambda: hash(view) == known == hash(b"abc"))
released = memoryview(b"abc")
released.release()
show("released", lambda: hash(released))
