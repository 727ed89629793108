import statistics
from decimal import Decimal
from fractions import Fraction

print(statistics.mean([1, 2, 3, 4]), statistics.mean([1, 2]), statistics.mean([Fraction(1, 2), 1]), statistics.mean([Decimal("0.5"), 1]), statistics.fmean([1, 2], weights=[3, 1]), statistics.median([3, 1, 2]), statistics.median([1, 2, 3, 4]), statistics.median_low([1, 2, 3, 4]), statistics.median_high([1, 2, 3, 4]), statistics.mode("aabbb"), statistics.multimode("aabb"), statistics.mode("ab"))
print(statistics.stdev([1, 2, 3, 4]), statistics.pstdev([1, 2, 3]), statistics.variance([1, 2, 3]), statistics.pvariance([1, 1]), statistics.quantiles([1, 2, 3, 4, 5], n=4), statistics.geometric_mean([1, 4]), statistics.harmonic_mean([40, 60]), statistics.correlation([1, 2, 3], [2, 4, 6]), statistics.linear_regression([1, 2], [3, 5]))
for call in (lambda: statistics.mean([]), lambda: statistics.median([]), lambda: statistics.mode([]), lambda: statistics.stdev([1]), lambda: statistics.pstdev([]), lambda: statistics.quantiles([], n=4), lambda: statistics.quantiles([1, 2], n=0), lambda: statistics.geometric_mean([-1]), lambda: statistics.harmonic_mean([-1]), lambda: statistics.correlation([1], [1]), lambda: statistics.mean(["a"]), lambda: statistics.mean(5), lambda: statistics.fmean([1], weights=[1, 2]), lambda: statistics.multimode([])):
    try:
        print(call())
    except Exception as error:
        print(type(error).__name__, error)
print(statistics.StatisticsError.__mro__[1].__name__, statistics.NormalDist(100, 15).cdf(115), statistics.NormalDist.from_samples([1, 2, 3]))
