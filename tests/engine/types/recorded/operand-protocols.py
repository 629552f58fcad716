# Where __index__, reflected methods and in-place operators are asked.
def t(f):
    try: print(repr(f()))
    except Exception as e: print(type(e).__name__, e)
class A:
    def __init__(s,v): s.v=v
    def __radd__(s,o): return ('radd',o)
    def __index__(s): return s.v
    def __rpow__(s,o,m=None): return ('rpow',o,m)
for f in [lambda: 1+A(2), lambda: 1.5+A(2), lambda: 'a'+A(2), lambda: [1]+A(2), lambda: 'ab'*A(2), lambda: A(2)*'ab', lambda: A(2)*[1], lambda: 2**A(1), lambda: pow(2,A(1)), lambda: [1,2,3][A(1)], lambda: int(A(3)), lambda: float(A(3)), lambda: complex(A(3)), lambda: bin(A(5)), lambda: '%x' % A(255), lambda: '%d' % A(255), lambda: '%c' % A(65), lambda: chr(A(65)), lambda: range(A(2)), lambda: round(1.234,A(1)), lambda: 1<<A(2), lambda: A(1)<<2, lambda: (5).to_bytes(A(2)), lambda: 'abc'.center(A(7)), lambda: bytes(A(2)), lambda: 'abc'[A(1):], lambda: -A(1), lambda: ~A(1), lambda: abs(A(1)), lambda: A(1)//2, lambda: divmod(A(1),2), lambda: A(1)@2, lambda: A(1)>>1, lambda: A(1)&1, lambda: A(1)%1]: t(f)
x=5
for op in ['+=','-=','*=','/=','//=','%=','**=','<<=','>>=','&=','|=','^=','@=']:
    for v in ["'a'", "2", "1.5", "None", "[1]", "True", "2j"]:
        try:
            ns={'x':7}; exec(f'x{op}{v}', ns); print(op, v, ns['x'])
        except Exception as e: print(op, v, type(e).__name__, e)
