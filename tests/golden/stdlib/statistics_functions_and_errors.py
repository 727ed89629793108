"""Averages, spreads, quantiles and correlation, with empty and odd data."""
import fractions
import decimal
import statistics as s


def attempt(function):
    try:
        print(repr(function()))
    except Exception as error:
        print(type(error).__name__, error)

data = [1, 2, 2, 3, 10]
print(s.mean(data), s.fmean(data), s.median(data), s.median_low([1, 2, 3, 4]), s.median_high([1, 2, 3, 4]), s.median_grouped([1, 2, 2, 3]), s.mode(data), s.multimode("aabb"), s.pstdev(data), s.stdev(data), s.variance(data), s.pvariance([1, 2]), s.geometric_mean([1, 4]), s.harmonic_mean([1, 2]), s.quantiles(data), s.quantiles(data, n=10, method="inclusive"), s.fmean([1, 2], weights=[3, 1]), s.harmonic_mean([1, 2], weights=[1, 3]))
print(s.mean([fractions.Fraction(1, 3), 1]), s.mean([decimal.Decimal("0.1"), decimal.Decimal("0.2")]), s.mean([True, False]), s.median(["b", "a", "c"]), s.mode(["x"]), s.correlation([1, 2, 3], [2, 4, 7]), s.covariance([1, 2, 3], [1, 2, 4]), s.linear_regression([1, 2, 3], [2, 4, 6]), s.mean([1, 2.5]), s.mean([10**400, 10**400]) == 10**400, s.variance([1, 2], xbar=1.5), s.multimode([]))
for bad in ((lambda: s.mean([])), (lambda: s.median([])), (lambda: s.mode([])), (lambda: s.stdev([1])), (lambda: s.variance([])), (lambda: s.geometric_mean([0, 1])), (lambda: s.geometric_mean([-1])), (lambda: s.harmonic_mean([-1])), (lambda: s.harmonic_mean([])), (lambda: s.quantiles([1])), (lambda: s.quantiles([])), (lambda: s.quantiles([1, 2], n=0)), (lambda: s.quantiles([1, 2], method="x")), (lambda: s.mean(["a"])), (lambda: s.mean(5)), (lambda: s.fmean([])), (lambda: s.fmean([1], weights=[1, 2])), (lambda: s.fmean([1], weights=[0])), (lambda: s.correlation([1], [1])), (lambda: s.correlation([1, 1], [1, 2])), (lambda: s.covariance([1, 2], [1])), (lambda: s.linear_regression([1, 1], [1, 2])), (lambda: s.median([1, "a"])), (lambda: s.pvariance([])), (lambda: s.median_grouped([])), (lambda: s.fmean(["a"]))):
    attempt(bad)
n = s.NormalDist(10, 2)
print(n, n.mean, n.stdev, n.variance, n.cdf(10), n.pdf(10), n.zscore(14), n.inv_cdf(0.5), n + 5, n * 2, -n, n + s.NormalDist(1, 2), n.quantiles(4), n.overlap(s.NormalDist(11, 2)), s.NormalDist.from_samples([1, 2, 3]), n == s.NormalDist(10, 2))
attempt(lambda: s.NormalDist(0, -1))
attempt(lambda: n.inv_cdf(0))
