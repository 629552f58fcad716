from fractions import Fraction as F
import numbers, copy, pickle, math, operator
def t(f):
    try: r = f(); print(type(r).__name__, repr(r))
    except Exception as e: print(type(e).__name__, e)
for a in [(), (3,), ("3/4",), (" -7/3 ",), ("1.25",), ("-1e3",), ("1_000/3",), ("3 / 4",), ("1e-2",), (".5",), ("abc",), ("1/0",), (1, 0), (-5, 0), (6, -8), (0.5,), (0.1,), (float("inf"),), (float("nan"),), (1.5, 2), (F(1,2), F(3,4)), (True,), (None,), ([],), (1j,), ("",), ("1/2/3",)]:
    t(lambda: F(*a))
a, b = F(3, 4), F(-5, 6)
for op in (operator.add, operator.sub, operator.mul, operator.truediv, operator.floordiv, operator.mod, divmod, operator.pow, operator.lt, operator.eq, operator.ge):
    for x in (b, 2, -2, 0, 0.5, True, F(0), F(1, 2), "x", None):
        print(op.__name__, x, end=" "); t(lambda: op(a, x))
        print(op.__name__, x, end=" r "); t(lambda: op(x, a))
        print(op.__name__, x, end=" n "); t(lambda: op(F(-1,2), x))
for s in ("", "10", ">10", "<10", "^10", "=+10", "#", "_", ",", ".2f", "010.2f", "<010.2f", "e", ".3e", "g", ".3g", "%", ".1%", "#.0f", "z.0f", "+.3f", "x=10.1f", "d", "s", ",.2f", "012,.3f", ".4_f", "*^20.2E", "G", ".10g"):
    for v in (F(22, 7), F(-1, 3), F(5), F(0), F(123456789, 100), F(-1, 1000)):
        print(repr(s), v, end=" "); t(lambda: format(v, s))
for v in (F(5,2), F(7,2), F(-5,2), F(1,3), F(-1,3), F(17)):
    print(round(v), math.floor(v), math.ceil(v), math.trunc(v), int(v), float(v), round(v, 1), round(v, -1), bool(v), abs(v), -v, +v, hash(v) == hash(F(v)), str(v), repr(v))
print(hash(F(1,2)) == hash(0.5), hash(F(3)) == hash(3), {F(1,2): 1}[0.5], F(1,2) == 0.5, F(1,3) == 1/3, F(1,2) in [0.5], F(1,2) == 0.5+0j, F(1,2) != "a")
print(F(3.141592653589793).limit_denominator(100), F("3.1415926535897932").limit_denominator(1000), F(math.pi).limit_denominator(), F(1,3).limit_denominator(2), F(4321, 8765).limit_denominator(10000))
t(lambda: F(1,2).limit_denominator(0))
print(isinstance(F(1), numbers.Rational), isinstance(F(1), numbers.Real), isinstance(1, numbers.Integral), isinstance(1.0, numbers.Real), isinstance(1.0, numbers.Rational), isinstance(1j, numbers.Complex), isinstance(True, numbers.Integral), issubclass(int, numbers.Number), isinstance("1", numbers.Number))
print(copy.copy(a) is a, copy.deepcopy(a) is a, pickle.loads(pickle.dumps(a)) == a, a.as_integer_ratio(), a.numerator, a.denominator)
t(lambda: F.from_float(0.25)); t(lambda: F.from_float(3)); t(lambda: F.from_float("x")); t(lambda: F.from_decimal(0.5)); t(lambda: F(1,2).numerator.x)
t(lambda: sum([F(1,10)]*10)); t(lambda: setattr(F(1,2), "numerator", 3)); t(lambda: F(1, 2).foo); t(lambda: F(8,27) ** F(1,3)); t(lambda: F(0) ** -2); t(lambda: 2 ** F(2)); t(lambda: 2 ** F(-2)); t(lambda: 2.0 ** F(2)); t(lambda: pow(F(1,2), 2, 3))
t(lambda: sorted([F(1,2), 0.3, 1, F(1,3)])); t(lambda: min(F(1,2), 0.3)); t(lambda: math.gcd(F(1,2), 2)); t(lambda: math.sqrt(F(1,4))); t(lambda: complex(F(1,2))); t(lambda: numbers.Integral())
class My(F): pass
t(lambda: My(1,2)); t(lambda: My(1,2) + My(1,2)); t(lambda: copy.copy(My(1,2)))
print(F.__mro__, [n for n in F.__dict__ if not n.startswith("_")], numbers.__all__, F.__hash__ is not None)
class Odd(numbers.Integral): pass
t(Odd)
class R(numbers.Real):
    def __init__(s, v): s.v = v
t(lambda: R(1))
