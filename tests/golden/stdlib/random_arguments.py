import random

r = random.Random(42)
print(r.random(), r.randint(1, 6), r.randrange(0, 100, 5), r.choice("abcdef"), r.sample(range(100), 5), r.uniform(1, 2), r.getrandbits(70), r.randbytes(4), r.choices("abc", weights=[5, 1, 0], k=6))
items = list(range(8))
r.shuffle(items)
print(items, r.gauss(0, 1), r.triangular(), r.betavariate(1, 2), r.expovariate(), r.binomialvariate(10, 0.5))
state = r.getstate()
first = r.random()
r.setstate(state)
print(first == r.random(), random.Random("text").random(), random.Random(b"bytes").random(), random.Random(1.5).random(), random.Random(-7).random() == random.Random(7).random())
for call in (lambda: r.randint(5, 1), lambda: r.randrange(0), lambda: r.randrange(1, 5, 0), lambda: r.randrange(1.5), lambda: r.choice([]), lambda: r.sample([1], 2), lambda: r.sample({1, 2}, 1), lambda: r.sample([1], -1), lambda: r.choices([]), lambda: r.choices("ab", weights=[1]), lambda: r.choices("ab", weights=[0, 0]), lambda: r.choices("ab", weights=[1], cum_weights=[1]), lambda: r.getrandbits(-1), lambda: r.shuffle((1, 2)), lambda: random.Random([]), lambda: r.sample("ab", counts=[1], k=1), lambda: r.choice(5), lambda: r.setstate((1, 2, 3))):
    try:
        print(call())
    except Exception as error:
        print(type(error).__name__, error)
