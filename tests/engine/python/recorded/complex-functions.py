import cmath
def t(f):
    try: r = f(); return repr(r)
    except Exception as e: return type(e).__name__+" "+str(e)
for z in (0,1,-1,1j,-1j,2+3j,-2.5+0.5j,0.1-0.2j,-4,complex(-4,-0.0),1e-5+1e5j,300+2j,0.5,2,-3-4j):
    for f in ("sqrt","exp","log","log10","sin","cos","tan","asin","acos","atan","sinh","cosh","tanh","asinh","acosh","atanh","phase","polar","isnan","isinf","isfinite"):
        print(f,z,t(lambda:[complex(round(complex(v).real,9),round(complex(v).imag,9)) for v in (lambda r: r if isinstance(r,tuple) else (r,))(getattr(cmath,f)(z))]))
print(t(lambda:cmath.rect(2,cmath.pi/3)),t(lambda:cmath.log(8,2)),t(lambda:cmath.exp(1j*cmath.pi)),t(lambda:cmath.sqrt("1")),t(lambda:cmath.isclose(1,1+1e-10j)),t(lambda:cmath.isclose(1,1,rel_tol=-1)),t(lambda:cmath.log(0)),t(lambda:cmath.exp(1000)),cmath.inf,cmath.infj,cmath.nanj,cmath.tau,t(lambda:cmath.sqrt(-1)),t(lambda:cmath.polar(1+1j)),t(lambda:cmath.phase(-1)),t(lambda:cmath.exp(float("-inf"))),t(lambda:cmath.cosh(float("inf"))),t(lambda:cmath.sqrt(float("inf"))),t(lambda:cmath.sqrt(None)))
print([n for n in dir(cmath) if not n.startswith("_")])
