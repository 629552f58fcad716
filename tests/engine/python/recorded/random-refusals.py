# random: what it refuses, and what older versions warn of.
import random
import warnings

warnings.simplefilter("error")

def attempt(f):
    try:
        print(f())
    except Exception as error:
        print(type(error).__name__, error)


r = random.Random(1)
attempt(lambda: r.sample({1}, 1))
attempt(lambda: r.seed((1, 2)))
attempt(lambda: r.randrange(3.0))
attempt(lambda: r.randrange(1.5))
attempt(lambda: r.randrange(0))
attempt(lambda: r.randrange(5, 5))
attempt(lambda: r.randrange(1, 5, 0))
attempt(lambda: r.randint(5, 1))
attempt(lambda: r.choice([]))
attempt(lambda: r.choices([], k=1))
attempt(lambda: r.choices([1, 2], [0, 0]))
attempt(lambda: r.choices([1], [1], cum_weights=[1]))
attempt(lambda: r.choices([1, 2], [1]))
attempt(lambda: r.sample([1, 2], 3))
attempt(lambda: r.sample([1, 2], -1))
attempt(lambda: r.sample([1, 2], counts=[1, 2], k=3))
attempt(lambda: r.shuffle((1, 2)))
attempt(lambda: r.shuffle([1, 2], lambda: 0.5))
attempt(lambda: r.gauss())
attempt(lambda: r.expovariate())
attempt(lambda: r.randbytes(3))
attempt(lambda: r.getrandbits(-1))
attempt(lambda: r.getrandbits(0))
attempt(lambda: r.triangular(1, 1))
attempt(lambda: r.sample(dict(a=1), 1))
attempt(lambda: r.choice({1, 2}))
attempt(lambda: r.choice(5))
warnings.simplefilter("ignore")
attempt(lambda: r.sample({1}, 1))
attempt(lambda: (r.seed((1, 2)), 0)[1])
attempt(lambda: r.randrange(3.0))
