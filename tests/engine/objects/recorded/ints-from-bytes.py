# What int.from_bytes and to_bytes take.
def t(label, f):
    try: print(label, repr(f()))
    except BaseException as e: print(label, type(e).__name__, e)
class V:
    def __init__(s, v): s.v = v
    def __bytes__(s): return s.v
class R:
    def __bytes__(s): 1 / 0
class It:
    def __iter__(s): return iter([1, 2])
class Big(int): pass
for v in (V(b'\x01'), V('abc'), R(), object(), It(), [1, 2], [256], 5, 'a', b'\x01\x02', bytearray(b'\x01'), memoryview(b'\x02\x03'), None, (1, 2), [1.5], {1, 2}, V(None)):
    t(type(v).__name__, lambda: int.from_bytes(v, 'big')); t(type(v).__name__, lambda: int.from_bytes(v, byteorder='little', signed=True))
    t('sub', lambda: type(Big.from_bytes(v, 'big')).__name__)
t('order', lambda: int.from_bytes(b'a', 'middle')); t('order2', lambda: int.from_bytes(b'a', 5)); t('neg', lambda: (-1).to_bytes(2, 'big')); t('neg2', lambda: (-1).to_bytes(2, 'big', signed=True)); t('big', lambda: (300).to_bytes(1, 'big')); t('zero', lambda: (0).to_bytes(0, 'big')); t('one', lambda: (1).to_bytes(0, 'big')); t('s128', lambda: (128).to_bytes(1, 'big', signed=True)); t('kw', lambda: (1).to_bytes(length=2, byteorder='little')); t('bool', lambda: True.to_bytes(1, 'big')); t('str', lambda: (1).to_bytes('a', 'big'))
