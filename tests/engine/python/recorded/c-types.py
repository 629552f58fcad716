import ctypes
class P(ctypes.Structure):
    _fields_ = [("a", ctypes.c_int8), ("b", ctypes.c_int32), ("c", ctypes.c_int16)]
p = P(1, 2, c=3)
print(ctypes.sizeof(P), P.b.offset, P.b.size, p.a, p.b, p.c, bytes(p).hex())
p.b = 2 ** 40 + 5
print(p.b, ctypes.alignment(P))
class U(ctypes.Union):
    _fields_ = [("i", ctypes.c_uint32), ("b", ctypes.c_uint8 * 4)]
u = U(i=0x01020304)
print(list(u.b), ctypes.sizeof(u))
x = ctypes.c_int(5)
q = ctypes.pointer(x)
q.contents.value = 9
print(x, q[0], ctypes.c_double(1.5), ctypes.c_bool(3), ctypes.c_char(b"a"), repr(ctypes.py_object([1])), ctypes.c_int32 is ctypes.c_int)
s = ctypes.create_string_buffer(b"abc", 6)
print(s.raw, s.value, len(s), (ctypes.c_int * 3) is (ctypes.c_int * 3), (ctypes.c_int * 3).__name__)
print(ctypes.c_float(0.1).value, ctypes.c_uint64(-1).value, ctypes.c_short(40000).value)
for bad in (lambda: ctypes.c_int("x"), lambda: ctypes.c_double("x"), lambda: P(1, 2, 3, 4), lambda: (ctypes.c_int * 2)(1, 2, 3), lambda: ctypes.c_char(b"ab")):
    try: bad()
    except Exception as e: print(type(e).__name__)
a = [390]
print(ctypes.c_void_p.from_address(id(a) + object.__basicsize__ - ctypes.sizeof(ctypes.c_void_p)).value == id(list))
print(ctypes.c_ssize_t.from_address(id(a)).value)
