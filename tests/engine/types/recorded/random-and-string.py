# Random numbers from a seed, the names of string, and what the clocks refuse.
import random
random.seed(42)
print(random.random(), random.randint(1, 6), random.randrange(0, 100, 7), random.choice('abcdef'))
l = list(range(10)); random.shuffle(l); print(l)
print(random.sample(range(100), 5), random.sample(range(1000), 30)[:5], random.choices('abc', k=5), random.choices('abc', [5, 3, 1], k=5))
print(random.uniform(1, 2), random.gauss(0, 1), random.gauss(), random.expovariate(2), random.triangular(), random.normalvariate())
print(random.getrandbits(70), random.randbytes(5), random.getrandbits(0))
r = random.Random(10**30); print(r.random()); s = r.getstate(); a = r.random(); r.setstate(s); print(a == r.random())
random.seed(-5); print(random.random()); random.seed(True); print(random.random())
for f in (lambda: random.randrange(0), lambda: random.randint(5, 1), lambda: random.choice([]), lambda: random.sample([1], 2), lambda: random.randrange(1, 5, 0), lambda: random.getrandbits(-1), lambda: random.seed([1])):
    try: print(f())
    except Exception as e: print(type(e).__name__, e)
import string
print(string.ascii_letters, string.digits, string.punctuation, repr(string.printable), string.hexdigits, string.octdigits, repr(string.whitespace), string.capwords(' hello  wORLD '))
import time
for f in (lambda: time.sleep(-1), lambda: time.sleep('a')):
    try: print(f())
    except Exception as e: print(type(e).__name__, e)
import random as r2
print(r2 is random)
