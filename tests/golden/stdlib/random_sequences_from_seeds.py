import random

for seed in (0, 42, -42, 2**70, 1.5, "text", b"bytes", bytearray(b"bytes"), True):
    r = random.Random(seed)
    print(repr(seed), r.random(), r.getrandbits(40), r.randint(1, 100), r.randrange(0, 100, 7), r.choice("abcdef"))
for seed in ([], None if 0 else (1, 2), {}):
    try:
        random.Random(seed)
    except TypeError as error:
        print(error)
r = random.Random(7)
items = list(range(10))
r.shuffle(items)
print(items, r.sample(range(1000), 5), r.sample("abc", counts=[3, 0, 2], k=4), r.choices("xyz", weights=[1, 2, 7], k=8),
      r.choices([1, 2], cum_weights=[1, 4], k=5))
print(r.uniform(1, 5), r.triangular(0, 10, 3), r.betavariate(2, 3), r.expovariate(1.5), r.gammavariate(2, 1), r.gauss(0, 1),
      r.lognormvariate(0, 1), r.normalvariate(5, 2), r.vonmisesvariate(1, 2), r.paretovariate(3), r.weibullvariate(1, 2))
print(r.randbytes(5), r.getrandbits(0), r.getrandbits(1), r.getrandbits(200), r.binomialvariate(10, 0.3), r.binomialvariate(1000, 0.9))
state = r.getstate()
first = [r.random() for _ in range(3)]
r.setstate(state)
print(first == [r.random() for _ in range(3)], state[0], len(state[1]), state[2])
for text in """
r.randint(5, 1)
r.randrange(0)
r.randrange(1, 10, 0)
r.randrange(1.5)
r.randrange(1, 10, 2.0)
r.randrange(5, 1, -2) in (5, 3)
r.choice([])
r.choices([], k=1)
r.choices([1, 2], weights=[0, 0])
r.choices([1, 2], weights=[1])
r.choices([1, 2], weights=[1, 2], cum_weights=[1, 3])
r.choices([1, 2], weights=[1, float("inf")])
r.sample([1, 2], 3)
r.sample([1, 2], -1)
r.sample({1, 2}, 1)
r.sample([1, 2], counts=[1], k=1)
r.sample([1, 2], counts=[-1, 2], k=1)
r.sample([1], counts=[1.5], k=1)
r.shuffle((1, 2))
r.shuffle("ab")
r.getrandbits(-1)
r.getrandbits(1.5)
r.randbytes(-1)
r.setstate((1, 2))
r.setstate((5, (), None))
r.setstate((3, (1, 2), None))
r.binomialvariate(-1)
r.binomialvariate(1, 2)
r.expovariate(0)
random.Random(1, 2)
r.seed("x", version=1)
random.seed(3), random.random()
""".strip().splitlines():
    try:
        print(text, "->", eval(text))
    except Exception as error:
        print(text, type(error).__name__, error)


class Low(random.Random):
    def random(self):
        return 0.25


print(Low().choice("abcd"), Low().randint(1, 8), Low().shuffle(items), items, Low().sample(range(8), 3))
r.seed("x", version=1)
print(r.random(), random.SystemRandom().random() < 1, random.SystemRandom().getrandbits(8) < 256)
try:
    random.SystemRandom().getstate()
except NotImplementedError as error:
    print(error)
