"""Lengths, distances, sums of products and the gamma function, to the last digit."""
import fractions
import math
import random

source = random.Random(5)


def number():
    return source.uniform(-1, 1) * 10.0 ** source.randrange(-8, 9)


for size in (2, 3, 5, 12, 40):
    for _ in range(6):
        p, q = [number() for _ in range(size)], [number() for _ in range(size)]
        print(size, math.hypot(*p).hex(), math.dist(p, q).hex(), math.sumprod(p, q).hex())
for p in ([5e-324] * 7, [5e-324, 1e-310], [1e308, 1e308], [math.inf, math.nan], [math.nan, 1], [3, 4], [], [-2]):
    print(p, math.hypot(*p))
print(math.hypot(2.0 ** -1030, 2.0 ** -1031).hex(), math.hypot(*[2.0 ** -1060] * 4).hex(), math.hypot(*[1e300] * 9).hex())

for p, q in (
    ([10] * 3, [0.5] * 3), ([0.1] * 10, [1] * 10), ([1e308, 1e308, -1e308], [1, 1, 1]), ([1, 2], [3.0, 4]),
    ([2 ** 70, 1], [3, 4.5]), ([True, 2.5], [1, 2]), ([math.inf], [0]), ([1.5, 10 ** 400], [1, 1]), ([], []),
    ([10.0 ** 16, 1.0, -10.0 ** 16], [1, 1, 1]), ([1e200, -1e200, 1], [1e200, 1e200, 1]), ([1, 2, 3], [4, 5, 6]),
    ([fractions.Fraction(1, 3), 0.5], [3, 2]), ([0.5, fractions.Fraction(1, 3)], [2, 3]), ([-0.0], [1]), ([1.0, 2], [True, False]),
    (["a"], [2]), ([1], [1, 2]),
):
    try:
        print(repr(math.sumprod(p, q)))
    except Exception as error:
        print(type(error).__name__, error)

for _ in range(40):
    x = source.uniform(-1, 1) * 10.0 ** source.randrange(-3, 3)
    try:
        print(x, math.gamma(x).hex(), math.lgamma(x).hex())
    except OverflowError as error:
        print(x, error, math.lgamma(x).hex())
for x in (0.5, 1, 2, 3.5, 23, 24, 1e-21, -1e-21, 1e-310, 140.5, 150.5, 171.5, 172.0, -0.5, -150.5, -170.5, -200.5, -1000.5, 1e20,
          1e308, math.inf, -math.inf, math.nan, 0.0, -0.0, -3):
    for function in (math.gamma, math.lgamma):
        try:
            print(function.__name__, x, function(x))
        except Exception as error:
            print(function.__name__, x, type(error).__name__, error)
