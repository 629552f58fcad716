import random, pickle, copy
def t(f):
    try: r = f(); print(repr(r))
    except Exception as e: print(type(e).__name__, e)
for sd in (0,42,-7,2**70,"hello",b"xyz",bytearray(b"q"),None if 0 else 3):
    random.seed(sd)
    R=random
    print(sd,[f() for f in (R.random,lambda:R.uniform(1,9),lambda:R.triangular(0,10,3),lambda:R.triangular(),lambda:R.triangular(2,2,2),lambda:R.randint(1,100),lambda:R.choice("abcdef"),lambda:R.randrange(0,100,7),lambda:R.gauss(0,1),lambda:R.normalvariate(1,2),lambda:R.lognormvariate(0,1),lambda:R.expovariate(2),lambda:R.vonmisesvariate(1,4),lambda:R.vonmisesvariate(0,0),lambda:R.gammavariate(2,3),lambda:R.gammavariate(1,3),lambda:R.gammavariate(.5,3),lambda:R.betavariate(2,5),lambda:R.paretovariate(3),lambda:R.weibullvariate(1,2),lambda:R.getrandbits(70),lambda:R.randbytes(5),lambda:R.choices("abc",k=4),lambda:R.choices("abc",[1,5,2],k=4),lambda:R.choices([1,2],cum_weights=[1,10],k=3),lambda:R.sample(range(100),5),lambda:R.sample("abcdefghij",8),lambda:R.sample(["r","b"],counts=[4,2],k=5),lambda:R.sample(range(10**6),30)[:4])])
    l=list(range(10)); R.shuffle(l); print(l)
random.seed("a",version=1); print(random.random())
random.seed(1)
if hasattr(random,"binomialvariate"):
    print([random.binomialvariate(n,p) for n,p in ((1,.5),(10,.3),(100,.5),(1000,.9),(20,.05),(50,.999))]); t(lambda: random.binomialvariate(-1)); t(lambda: random.binomialvariate(3,2)); t(lambda: random.expovariate())
s=random.getstate(); a=[random.random() for _ in range(3)]; random.setstate(s); print(a==[random.random() for _ in range(3)], len(s), s[0], len(s[1]), s[2])
r=random.Random(5); r2=pickle.loads(pickle.dumps(r)); print(r.random()==r2.random(), copy.copy(r).random()==r.random(), random.Random(5).random()==random.Random(5).random())
for f in (lambda: random.seed([]), lambda: random.randrange(0), lambda: random.randrange(5,5), lambda: random.randrange(5,1,2), lambda: random.randrange(1,5,0), lambda: random.randint(5,1), lambda: random.choice([]), lambda: random.choice({1}), lambda: random.sample({1,2},1), lambda: random.sample([1],2), lambda: random.sample([1],-1), lambda: random.sample([1,2],1,counts=[1]), lambda: random.sample([1,2],1,counts=[1.5,2]), lambda: random.sample([1,2],1,counts=[0,0]), lambda: random.choices([]), lambda: random.choices([1],[0]), lambda: random.choices([1,2],[1]), lambda: random.choices([1,2],[1,2],cum_weights=[1,2]), lambda: random.choices([1,2],3), lambda: random.choices([1],[float("inf")]), lambda: random.randrange(1.5), lambda: random.randrange(3.0) if 0 else 1, lambda: random.shuffle((1,2)), lambda: random.setstate((1,2,3)), lambda: random.gammavariate(0,1), lambda: random.SystemRandom().getstate(), lambda: 0<=random.SystemRandom().random()<1, lambda: random.SystemRandom().randint(3,3), lambda: random.getrandbits(-1), lambda: random.randbytes(0), lambda: random.shuffle("abc"), lambda: random.randint(1.0,2)): t(f)
class My(random.Random):
    def random(self): return .25
print(My().randrange(10), My().choice("abcd"), My().sample(range(5),2), My().shuffle([1]))
