import numpy as np

for seed in (0, 42, 12345678901234567890, [1, 2, 3, 4, 5, 6]):
    rng = np.random.default_rng(seed)
    print(rng.random(), rng.random(3).tolist(), rng.random((2, 2)))
    print(rng.standard_normal(4), [round(x, 9) for x in rng.standard_normal(1000).tolist()[-3:]])
    print(rng.integers(10, size=8).tolist(), rng.integers(5, 10), rng.integers(0, 2**40, 3).tolist(), rng.integers(1, 6, 4, endpoint=True).tolist())
    print(rng.uniform(2, 5, 2), rng.normal(10, 2, 2))
rng = np.random.default_rng(7)
many = rng.standard_normal(200000)
print(round(float(many.mean()), 10), round(float(many.max()), 10), round(float((many > 3.6541528853610088).sum())))
