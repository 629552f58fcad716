# Conversions, operators and methods of int, float, complex and bool, with the texts of their errors.
class A:
    def __index__(s): return 'a'
    def __float__(s): return 'a'
    def __int__(s): return 'a'
def t(f):
    try: print(f())
    except Exception as e: print(type(e).__name__, e)
t(lambda: [1][A()]); t(lambda: float(A())); t(lambda: int(A())); t(lambda: range(A())); t(lambda: hex(A()));t(lambda: complex(A()))
t(lambda: pow(2,3,'a')); t(lambda: pow(2,-1,4)); t(lambda: 2<<-1); t(lambda: print>>3)
t(lambda: int('0_1',0)); t(lambda: int('1'*5000)); t(lambda: int(b'1x')); t(lambda: int('\u0663')); t(lambda: int('x'*300))
t(lambda: (5).to_bytes(1,'x')); t(lambda: (-5).to_bytes(1)); t(lambda: (5).to_bytes(-1)); t(lambda: int.from_bytes('a')); t(lambda: int.from_bytes([1,300])); t(lambda: int.from_bytes(3))
t(lambda: int()); t(lambda: int(x=1)); t(lambda: int('1',base=40)); t(lambda: int(base=4)); t(lambda: int(1,2,3)); t(lambda: int('1', 2.0))
t(lambda: float(None)); t(lambda: float('1_0.5_0e1_0')); t(lambda: float('1__0')); t(lambda: float(b'1x')); t(lambda:float(10**400)); t(lambda:float(1,2)); t(lambda:float(x=1))
t(lambda: 1.5 .as_integer_ratio()); t(lambda: float('nan').as_integer_ratio()); t(lambda: float('inf').as_integer_ratio())
t(lambda: complex('1+2j')); t(lambda: complex('a')); t(lambda: complex('1',2)); t(lambda: complex(1,'2')); t(lambda: complex(None)); t(lambda: complex(1,None)); t(lambda: complex(real=1,imag=2)); t(lambda: complex('(1-2j)')); t(lambda:complex(1j,2j))
t(lambda: 1j<2); t(lambda: 1j//2); t(lambda: 1j%2); t(lambda: divmod(1j,2)); t(lambda: pow(1j,2,3)); t(lambda: 0j**-1); t(lambda: (1+2j)**2); t(lambda: (1+2j)**(1+1j)); t(lambda: int(1j)); t(lambda: float(1j))
t(lambda: 10**400*1.0); t(lambda: (-8)**(1/3)); t(lambda: 1<<(1<<70)); t(lambda: 1>>(1<<70)); t(lambda: pow(2.0,3,2)); t(lambda: pow(2.0,3.0,None)); t(lambda: 1e308*10); t(lambda: round(1e308,-308)); t(lambda: round(1.5,None)); t(lambda: round(15,-1)); t(lambda: round(25,-1)); t(lambda: round(1.5,'a'))
t(lambda: True.__repr__()); t(lambda: ~True); t(lambda: bool(1,2)); t(lambda: True^1); t(lambda: (True).__and__(1.0)); t(lambda: (1).__add__(1.0)); t(lambda: type('B',(bool,),{}))
t(lambda: (3.7).__floor__()); t(lambda: (3.7).__trunc__()); t(lambda: (255).__format__('x')); t(lambda: float.fromhex('0x1.8p1')); t(lambda: (0.1).hex()); t(lambda: (5e-324).hex()); t(lambda: float.fromhex('zz'));t(lambda: (-0.0).hex())
t(lambda: (1.5).is_integer()); t(lambda: (3).is_integer()); t(lambda: 5 .bit_count()); t(lambda: (1).real); t(lambda: (1).as_integer_ratio())
t(lambda: float.__getformat__('double')); t(lambda: float.from_number(3)); t(lambda: complex.from_number(3)); 
t(lambda: 5 % -3); t(lambda: -5 % 3); t(lambda: 5.5 % -3); t(lambda: -0.0 % 3); t(lambda: divmod(-7.5,2)); t(lambda: -7.5//2); t(lambda: 7//-0.5); t(lambda: float('inf')//1); t(lambda: 1e300//1e-300); t(lambda: 5.0 % float('inf')); t(lambda: -5.0 % float('inf'))
