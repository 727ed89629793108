"""Seeded sequences of random, weights, samples, and what each function refuses."""
import random


def attempt(function):
    try:
        print(repr(function()))
    except Exception as error:
        print(type(error).__name__, error)

r = random.Random(42)
print(r.random(), r.randint(1, 6), r.randrange(0, 100, 7), r.choice("abc"), r.uniform(1, 2), r.getrandbits(70), r.sample(range(10), 3), r.choices("ab", k=4), r.choices([1, 2], weights=[0, 1], k=2), r.triangular(0, 1), r.gauss(0, 1), r.normalvariate(), r.expovariate(1), r.betavariate(1, 2), r.randbytes(3), r.binomialvariate(10, 0.5))
x = list(range(8))
r.shuffle(x)
print(x, r.sample("abc", counts=[1, 0, 2], k=2))
state = r.getstate()
first = r.random()
r.setstate(state)
print(first == r.random(), len(state), state[0])
for seed in (None if False else 0, "text", b"bytes", 1.5, -1, 2**100, bytearray(b"x")):
    print(repr(seed), random.Random(seed).random())
for bad in ((lambda: r.randint(2, 1)), (lambda: r.randrange(0)), (lambda: r.randrange(5, 5)), (lambda: r.randrange(1, 5, 0)), (lambda: r.randrange(1.5)), (lambda: r.choice([])), (lambda: r.choice({1, 2})), (lambda: r.choice(5)), (lambda: r.sample([1], 2)), (lambda: r.sample({1, 2}, 1)), (lambda: r.sample([1], -1)), (lambda: r.choices([], k=1)), (lambda: r.choices([1], weights=[1, 2])), (lambda: r.choices([1], weights=[0])), (lambda: r.choices([1], weights=[1], cum_weights=[1])), (lambda: r.shuffle((1, 2))), (lambda: r.getrandbits(-1)), (lambda: r.getrandbits(0)), (lambda: r.setstate(5)), (lambda: random.Random([])), (lambda: r.expovariate(0)), (lambda: r.randbytes(-1)), (lambda: r.sample("ab", counts=[1], k=1)), (lambda: r.binomialvariate(1, 2)), (lambda: r.gammavariate(-1, 1)), (lambda: r.randint("a", 1)), (lambda: r.seed(version=5))):
    attempt(bad)
