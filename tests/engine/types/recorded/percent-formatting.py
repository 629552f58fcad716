# Every conversion of the % operator on values that fit and values that do not.
def t(f):
    try: print(repr(f()))
    except Exception as e: print(type(e).__name__, e)
for f in ['%d','%5d','%-5d|','%05d','%+d','% d','%x','%#x','%X','%#X','%o','%#o','%e','%.3e','%f','%.2f','%g','%#g','%s','%10s|','%-10s|','%.2s','%r','%a','%c','%i','%u','%5.1f','%05.1f','%-05d|','%+05d','%.5d','%#.5x','%%','%5%','%','%(a','%(a)','%*d','%.*f','%ld','%z','%y','a%','%E','%G','%F','% 05d','%#o']:
    for v in (42, -7, 3.7, 'a', 'ab', None, [1], (1,), (5,42), (2, 3.14159), {'a':1}, 10**20, True, 'é', b'x'):
        try: print(f, repr(v), repr(f % v))
        except Exception as e: print(f, repr(v), type(e).__name__, e)
