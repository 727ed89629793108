import numpy as np

rng = np.random.default_rng(12)
print([round(float(x), 12) for x in rng.standard_exponential(5)], round(float(rng.exponential(3.0)), 12))
print(round(float(rng.exponential(size=300000).sum()), 6), round(float(rng.exponential(2, size=300000).max()), 9))
print(rng.poisson(3.5, 12).tolist(), rng.poisson(100, 12).tolist(), rng.poisson(0), rng.poisson(2e6), int(rng.poisson(15, 100000).sum()))
print(rng.binomial(10, 0.3, 12).tolist(), rng.binomial(1000, 0.4, 12).tolist(), rng.binomial(1000, 0.9), rng.binomial(10**6, 0.5, 5).tolist())
print(int(rng.binomial(500, 0.2, 100000).sum()), int(rng.binomial(5, 0.7, 100000).sum()), rng.binomial(0, 0.5))
a = np.arange(10)
rng.shuffle(a)
print(a, rng.permutation(6), rng.permutation([3, 1, 4, 1, 5]))
m = np.arange(12).reshape(4, 3)
rng.shuffle(m)
print(m, rng.permutation(m))
names = ["a", "b", "c", "d"]
rng.shuffle(names)
print(names)
print(rng.choice(5), rng.choice(5, 3), rng.choice([10, 20, 30], (2, 2)), rng.choice(100, 5, replace=False))
print(rng.choice(20000, 600, replace=False).sum(), rng.choice(20000, 5, replace=False), rng.choice(30, 4, replace=False, shuffle=False))
print(rng.choice(4, 8, p=[0.1, 0.2, 0.3, 0.4]), rng.choice(4, 3, replace=False, p=[0.1, 0.2, 0.3, 0.4]), rng.choice(m, 2))
print(rng.integers(0, 2, 10).sum(), rng.integers(-5, 5, 4), rng.integers(3, endpoint=True, size=(2, 3)))
loc = np.array([0.0, 100.0, 1000.0])
print([round(x, 9) for x in rng.normal(loc, 0.5).tolist()], rng.uniform(loc, loc + 1).tolist())
print(rng.random(), np.random.default_rng(rng) is rng)
for bad in (
    lambda: rng.choice(0), lambda: rng.choice(3, 4, replace=False), lambda: rng.choice(2, p=[0.5, 0.6]),
    lambda: rng.choice(2, p=[0.5]), lambda: rng.choice(2, 2, p=[1.0, 0.0], replace=False), lambda: rng.integers(5, 5),
    lambda: rng.normal(0, -1), lambda: rng.poisson(-1), lambda: rng.binomial(-1, 0.5), lambda: rng.binomial(1, 1.5),
    lambda: rng.exponential(-1), lambda: np.random.default_rng(-1),
):
    try:
        bad()
    except ValueError as error:
        print(error)
