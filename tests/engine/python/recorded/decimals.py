from decimal import *
import operator, random, copy, pickle, math
from fractions import Fraction
D=Decimal
def t(f):
    try: r = f(); return repr(r)
    except Exception as e: return type(e).__name__ + " " + str(e)
random.seed(7)
c=getcontext()
c.prec = 28
for v in ("1e5","1E-7","0.00001","0.0000001","123e-10","1234.5e10","0e5","0e-10"," 12 ","1_000.5","+.5","5.","٣.٥","inf","-nan","snan5","nan0012","1e","e5","","--1","1.2.3","0x10","1e400","1 2"):
    print(v, t(lambda: D(v)), t(lambda: str(D(v))), t(lambda: D(v).to_eng_string()), t(lambda: D(v).as_tuple()))
for x in (D("1.5"),D("0.1"),D(3),D("NaN"),D("Infinity")):
    for y in (1.5,0.1,3,float("nan"),float("inf"),Fraction(3,2),Fraction(1,10),True,3+0j,1.5+1j,"x",None):
        print(x,y,[t(lambda: op(x,y)) for op in (operator.eq,operator.ne,operator.lt,operator.ge)],[t(lambda: op(y,x)) for op in (operator.eq,operator.lt)], t(lambda: x+y), t(lambda: y*x), t(lambda: x**y))
for v in ("1","0.5","1.25","100","1E+3","-3","0.1","1E-20","-0.75","123.456"):
    print(hash(D(v))==hash(Fraction(v)), hash(D(v))==hash(float(v)), t(lambda: D(v).as_integer_ratio()), int(D(v)), float(D(v)), complex(D(v)), math.floor(D(v)), math.ceil(D(v)), t(lambda: D(v) in {Fraction(v)}))
with localcontext() as ctx:
    ctx.prec=6
    print(D(1)/7, getcontext().prec)
print(D(1)/7, getcontext())
a=D("1.10"); print(copy.copy(a) is a, copy.deepcopy(a) is a, pickle.loads(pickle.dumps(a)), repr(pickle.loads(pickle.dumps(getcontext()))))
print(sum([D("0.1")]*10), max(D(1),D("1.0")), sorted([D(3),1,D("2.5"),0.5]), D("0.1")+D("0.2")==D("0.3"), round(D("2.675"),2), round(D("2.5")), divmod(D(-7),2), D(-7)%3, D(-7)//2, pow(D(2),10,1000), D(2)**D("0.5"), D("1e3").normalize(), D("1200").normalize())
e=ExtendedContext.copy(); print(e.divide(1,3), e.flags[Inexact], e.power(2,-1), e.create_decimal("1.23456789012"), e.sqrt(2), e.Etiny(), e.Etop(), e.radix(), e.to_sci_string(D("1e10")), e.divide(1,0), e.is_nan(D("nan")), e.copy_sign(1,-2), e.abs(-5), e.minus(3), e.plus(D("-0")), e.divmod(7,2), e.remainder(7,-3), e.max(1,2), e.number_class(3))
c.capitals=0; print(D("1e10"), repr(D("1E-10"))); c.capitals=1
c.flags[Inexact]=True; print(c); c.clear_flags(); print(c.flags==c.copy().flags, c.traps==c.flags, len(c.flags), list(c.traps)[:2], c.traps.copy()[Overflow])
class T(D):
    def __new__(cls,*a): return super().__new__(cls,*a)
print(repr(T("1.5")), T(2)+1, type(T(2)), type(T(2).sqrt()), isinstance(T(1),D), type(T.from_float(0.5)))
c.traps[Inexact]=True
print(t(lambda: D(1)/3)); c.traps[Inexact]=False
c.prec=50; print(D(2).sqrt(), D(1).exp(), D(10).ln(), D(2).log10(), D(1)/3, D(3)**100, D("1.0000001").ln(), D("0.999").ln(), D(7)**D("0.333"))
print(D(2)**200, 2**200, D(10)**-5, D("1.1")**20, D("-2")**3, D("-2")**-3, D(1)**D("0.3"), D("1.00")**2, D(4)**D("0.5"), D(0)**D("0.5"), t(lambda: D("inf")**-1))
for b in (32,64,128):
    if "IEEEContext" in globals(): print(IEEEContext(b))
def fn():
    x=D("1.1"); x+=1; x*=2; x/=3; x-=1; x//=1; return x
print(fn(), D(5).compare(D(3)), D("1.234").quantize(D("0.1"), rounding=ROUND_UP), D("1.25").quantize(D("0.1")), D("1.35").quantize(D("0.1"), ROUND_DOWN), D("7.5").to_integral_value(ROUND_HALF_UP), D(123).scaleb(2), D(5).logb(), D("12.3").adjusted())
