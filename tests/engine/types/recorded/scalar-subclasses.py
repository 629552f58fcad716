# Which operations on subclasses of int, str, float and complex give back the base type.
def t(f):
    try: print(repr(f()))
    except Exception as e: print(type(e).__name__, e)
class I(int):
    def __repr__(s): return 'I!'
    def __str__(s): return 'Istr'
    def __add__(s,o): return 'added'
class S(str): pass
class F(float): pass
class C(complex): pass
for f in [lambda: I(5), lambda: str(I(5)), lambda: I(5)+1, lambda: 1+I(5), lambda: I(5)*2, lambda: type(I(5)*2), lambda: type(-I(5)), lambda: type(+I(5)), lambda: type(abs(I(5))), lambda: type(int(I(5))), lambda: '%d' % I(5), lambda: '%s' % I(5), lambda: f'{I(5)}', lambda: f'{I(5):d}', lambda: I('0x1f',16), lambda: I.from_bytes(b'\x01\x00'), lambda: type(I.from_bytes(b'a')), lambda: type(S('a').upper()), lambda: type(S('a')+'b'), lambda: type(str(S('a'))), lambda: S('abc')[1:], lambda: type(S('a')*1), lambda: hash(S('a'))==hash('a'), lambda: {S('a'):1}['a'], lambda: type(F(1.5)+1), lambda: F('1.5'), lambda: F.fromhex('0x1p3'), lambda: type(F.fromhex('0x1p3')), lambda: C(1,2), lambda: type(C(1)+1), lambda: round(I(5)), lambda: type(round(I(15),-1)), lambda: I(5).real, lambda: type(I(5).real), lambda: bool(I(0)), lambda: I(3) == 3 == 3.0 == 3+0j, lambda: hash(I(3)), lambda: divmod(I(7),2), lambda: I(2)**3, lambda: 2**I(3), lambda: [10,20,30][I(1)], lambda: I(5) < 6.5, lambda: max(I(1),0.5), lambda: S('%s') % 5, lambda: '%s' % S('x'), lambda: 'a' in S('abc'), lambda: S('x').join(['a','b']), lambda: 'x'.join([S('a')]), lambda: type('x'.join([S('a')])), lambda: type(S('a').replace('z','y')), lambda: S('a') == 'a', lambda: 'a' == S('a'), lambda: S().__class__.__name__, lambda: len(S('ab'))]: t(f)
