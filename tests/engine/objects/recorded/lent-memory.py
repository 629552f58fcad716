# Memory that built-in types and classes lend (PEP 688)
import array
import collections.abc
import inspect
import sys


def show(f):
    try:
        print(f())
    except Exception as error:
        print(type(error).__name__, error)


for t in bytes, bytearray, memoryview, array.array, str, int, list:
    print(t.__name__, hasattr(t, "__buffer__"), hasattr(t, "__release_buffer__"), issubclass(t, collections.abc.Buffer), "__buffer__" in vars(t), "__release_buffer__" in vars(t))
print(bytes.__buffer__, bytearray.__release_buffer__)
show(lambda: type(b"a".__buffer__))
m = b"abc".__buffer__(0)
print(m, type(m), m.obj, m.readonly, m.tobytes()) if 0 else print(type(m), m.obj, m.readonly, m.tobytes())
show(lambda: b"abc".__buffer__())
show(lambda: b"abc".__buffer__("x"))
show(lambda: b"abc".__buffer__(1))
show(lambda: b"abc".__buffer__(inspect.BufferFlags.WRITABLE))
show(lambda: b"abc".__buffer__(flags=0))

show(lambda: b"abc".__buffer__(0, 1))
ba = bytearray(b"xyz")
v = ba.__buffer__(inspect.BufferFlags.WRITABLE)
v[0] = 65
print(ba, v.readonly)
show(lambda: ba.append(1))
show(lambda: ba.__release_buffer__(v))
show(lambda: v[0])
ba.append(1); print(ba)
show(lambda: ba.__release_buffer__(v))
show(lambda: ba.__release_buffer__(1))
show(lambda: ba.__release_buffer__())
show(lambda: ba.__release_buffer__(memoryview(b"")))
w = memoryview(ba)
show(lambda: w.__buffer__(0).obj is ba)
show(lambda: w.__release_buffer__(w))
x = w.__buffer__(0)
show(lambda: w.release())
x.release()
show(lambda: w.release())
a = array.array("i", [1,2])
v = a.__buffer__(inspect.BufferFlags.FULL)
print(v.format, v.shape, v.readonly)
show(lambda: a.append(3))
a.__release_buffer__(v)
print([f"{k}={int(f)}" for k, f in inspect.BufferFlags.__members__.items()])
print(repr(inspect.BufferFlags.SIMPLE), inspect.BufferFlags.CONTIG, inspect.BufferFlags.FULL_RO, repr(inspect.BufferFlags(3)))

class C:
    def __init__(self, data): self.data = data; self.held = 0
    def __buffer__(self, flags):
        print("get", flags)
        self.held += 1
        return memoryview(self.data)
    def __release_buffer__(self, view):
        print("release", view.tobytes())
        self.held -= 1
print(issubclass(C, collections.abc.Buffer), isinstance(C(b""), collections.abc.Buffer))
c = C(bytearray(b"hello"))
m = memoryview(c)
print(m.obj is c, m.readonly, m.tobytes(), c.held, type(m.obj))
m2 = memoryview(m)
print(c.held)
m.release()
print(c.held)
m2.release()
print(c.held)
print(bytes(c), c.held)
print(bytearray(c), c.held)
show(lambda: b"".join([c, b"!"]))
show(lambda: b"h" in c)
show(lambda: b"x" + c)
show(lambda: b"hello world".startswith(c))
show(lambda: int(c))
show(lambda: str(c, "ascii"))
show(lambda: b"hello".find(c))
show(lambda: c == b"hello")
show(lambda: memoryview(c) == b"hello")
with memoryview(c) as mm:
    mm[0] = 72
print(c.data)
class R:
    def __buffer__(self, flags): return memoryview(b"ro")
r = R()
show(lambda: memoryview(r).readonly)
show(lambda: bytes(r))
class Bad:
    def __buffer__(self, flags): return 42
show(lambda: memoryview(Bad()))
show(lambda: bytes(Bad()))
class Raises:
    def __buffer__(self, flags): raise ValueError("no")
show(lambda: memoryview(Raises()))
show(lambda: bytes(Raises()))
class NoCall:
    __buffer__ = None
print(issubclass(NoCall, collections.abc.Buffer))
show(lambda: memoryview(NoCall()))
show(lambda: bytes(NoCall()))
class OnlyRelease:
    def __release_buffer__(self, v): pass
show(lambda: memoryview(OnlyRelease()))
class RaisesOnRelease:
    def __buffer__(self, flags): return memoryview(b"abc")
    def __release_buffer__(self, view): raise ValueError("release")
sys.unraisablehook = lambda u: print("unraisable", type(u.exc_value).__name__, u.exc_value, u.err_msg)
m = memoryview(RaisesOnRelease())
show(lambda: m.release())
show(lambda: bytes(RaisesOnRelease()))
class Late: pass
show(lambda: memoryview(Late()))
Late.__buffer__ = lambda self, flags: memoryview(b"late")
show(lambda: bytes(memoryview(Late())))
class W:
    def __buffer__(self, flags):
        print("flags", flags, bool(flags & inspect.BufferFlags.WRITABLE))
        return memoryview(bytearray(4))
show(lambda: type(memoryview(W())))
show(lambda: bytes(W()))
class D(C): pass
print(D.__buffer__ is C.__buffer__)
d = D(b"dd")
print(bytes(d))
print(C.__buffer__(c, 0).tobytes())
del m
kept = memoryview(C(b"last"))
print("deleting")
del kept
print(isinstance(b"", collections.abc.Buffer), collections.abc.Buffer.__abstractmethods__)
class BA(bytearray):
    def __buffer__(self, flags):
        print("sub get")
        return super().__buffer__(flags)
    def __release_buffer__(self, view):
        print("sub release")
        super().__release_buffer__(view)
b = BA(b"sub")
with memoryview(b) as mv:
    print(mv.obj is b, mv.tobytes())
