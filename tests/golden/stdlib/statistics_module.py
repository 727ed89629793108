from statistics import *
from fractions import Fraction as F
d = [1, 2, 2, 3, 4, 7, 9]
print(mean(d), mean([1.5, 2.25]), mean([F(1, 3), F(1, 6)]), mean([1, 2]), fmean(d), fmean([1, 2], [3, 1]), geometric_mean([1, 4, 16]), harmonic_mean([40, 60]), harmonic_mean([40, 60], weights=[5, 30]), median(d), median([1, 2, 3, 4]), median_low([1, 2, 3, 4]), median_high([1, 2, 3, 4]), median_grouped([1, 2, 2, 3, 4, 4, 4, 5]), mode(d), mode('aabbb'), multimode('aabbc'), multimode([]))
print(variance(d), pvariance(d), stdev(d), pstdev(d), stdev([1.5, 2.5, 4.75]), pstdev([F(1, 2), F(3, 2)]), variance([1, 2, 3, 4]), pvariance([0.1] * 3), stdev([1e10, 1e10 + 1]), quantiles(d), quantiles(d, n=10), quantiles(d, method='inclusive'), quantiles([5]))
x, y = [1, 2, 3, 4, 5], [2.1, 3.9, 6.2, 7.8, 10.1]
print(covariance(x, y), correlation(x, y), correlation(x, [1, 4, 9, 16, 25], method='ranked'), linear_regression(x, y), linear_regression(x, y, proportional=True))
n = NormalDist(100, 15); m = NormalDist.from_samples([1, 2, 3, 4, 5])
print(n, n.pdf(110), n.cdf(115), n.inv_cdf(0.975), n.quantiles(), n.overlap(NormalDist(110, 10)), n.zscore(130), n + 5, n * 2, n + m, -n, n == NormalDist(100, 15), m, n.samples(2, seed=3), n.variance, n.inv_cdf(1e-12), n.inv_cdf(0.2), 2 - n, n / 3)
f = kde([1, 2, 4], h=0.5); print(f(2), f(0), kde([1, 2, 4], h=1, kernel='triangular', cumulative=True)(2.5), f.__doc__)
for bad in (lambda: mean([]), lambda: median([]), lambda: mode([]), lambda: variance([1]), lambda: stdev([]), lambda: geometric_mean([-1]), lambda: harmonic_mean([-1, 2]), lambda: quantiles([]), lambda: correlation([1, 1], [1, 2]), lambda: NormalDist(0, -1), lambda: n.inv_cdf(2), lambda: covariance([1], [1, 2]), lambda: mean(['a']), lambda: fmean([])):
    try: print(bad())
    except Exception as e: print(type(e).__name__, e)
