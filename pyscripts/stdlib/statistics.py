"""Averages, spread and other statistics of data."""

import math
import numbers
import random
from bisect import bisect_left, bisect_right
from collections import Counter, namedtuple
from fractions import Fraction
from functools import reduce
from itertools import count, groupby, repeat
from math import erf, exp, fabs, fsum, hypot, log, sqrt, sumprod, tau
from operator import itemgetter

__all__ = [
    "NormalDist", "StatisticsError", "correlation", "covariance", "fmean", "geometric_mean", "harmonic_mean", "kde",
    "linear_regression", "mean", "median", "median_grouped", "median_high", "median_low", "mode",
    "multimode", "pstdev", "pvariance", "quantiles", "stdev", "variance",
]


class StatisticsError(ValueError):
    pass


# Exact sums.


def _exact(x):
    """A number as numerator and denominator; the denominator is None for what is not finite."""
    try:
        return x.as_integer_ratio()
    except AttributeError:
        pass
    except (OverflowError, ValueError):
        return x, None
    try:
        return x.numerator, x.denominator
    except AttributeError:
        raise TypeError(f"can't convert type '{type(x).__name__}' to numerator/denominator") from None


def _joined(one, other):
    """The type of results of two types."""
    if one is other or other is int or other is bool or issubclass(one, other):
        return one
    if one is int or issubclass(other, one):
        return other
    if issubclass(one, int):
        return other
    if issubclass(other, int):
        return one
    if issubclass(one, Fraction) and issubclass(other, float):
        return other
    if issubclass(one, float) and issubclass(other, Fraction):
        return one
    raise TypeError("don't know how to coerce %s and %s" % (one.__name__, other.__name__))


def _sum(data):
    """Type, exact sum and number of data."""
    number = 0
    partial = {}
    kind = int
    for x in data:
        number += 1
        if type(x) is not kind:
            kind = _joined(kind, type(x))
        numerator, denominator = _exact(x)
        partial[denominator] = partial.get(denominator, 0) + numerator
    if None in partial:
        total = partial[None]
    else:
        total = sum((Fraction(n, d) for d, n in partial.items()), Fraction(0))
    return kind, total, number


def _squares(data, center=None):
    """Type, exact sum of squared distances from the center, center, number of data."""
    data = list(data)
    kind, total, number = _sum(data)
    if not isinstance(total, Fraction):
        return kind, total, total, number
    if center is None:
        center = total / number if number else Fraction(0)
    else:
        center = Fraction(*_exact(center))
    squares = sum((((Fraction(*_exact(x)) - center) ** 2) for x in data), Fraction(0))
    return kind, squares, center, number


def _convert(value, kind):
    """An exact value as a type of the data."""
    if type(value) is kind:
        return value
    if issubclass(kind, int) and value.denominator != 1:
        kind = float
    try:
        return kind(value)
    except TypeError:
        return kind(value.numerator) / kind(value.denominator)


def _square_root(value, kind):
    """The square root of a fraction, rounded once."""
    numerator, denominator = value.numerator, value.denominator
    if kind is not float and not issubclass(kind, (int, float, Fraction)):
        return kind(numerator).__truediv__(kind(denominator)).sqrt()
    # An integer root of so many bits that the float is rounded rightly, the last bit telling of what is left.
    shift = (numerator.bit_length() - denominator.bit_length() - 109) // 2
    if shift >= 0:
        below, above = denominator << 2 * shift, numerator
    else:
        below, above = denominator, numerator << -2 * shift
    root = math.isqrt(above // below)
    root |= root * root * below != above
    return float(root << shift) if shift >= 0 else root / (1 << -shift)


def _not_empty(number, what):
    if number < 1:
        raise StatisticsError(what)


# Averages.


def mean(data):
    """The arithmetic mean."""
    kind, total, number = _sum(data)
    _not_empty(number, "mean requires at least one data point")
    return _convert(total / number, kind)


def fmean(data, weights=None):
    """The arithmetic mean in floats, perhaps with weights."""
    if weights is None:
        try:
            number = len(data)
        except TypeError:
            data = list(data)
            number = len(data)
        if not number:
            raise StatisticsError("fmean requires at least one data point")
        return fsum(data) / number
    if not isinstance(weights, (list, tuple)):
        weights = list(weights)
    if not isinstance(data, (list, tuple)):
        data = list(data)
    if len(data) != len(weights):
        raise StatisticsError("data and weights must be the same length")
    total = fsum(weights)
    if not total:
        raise StatisticsError("sum of weights must be non-zero")
    return sumprod(data, weights) / total


def geometric_mean(data):
    """The root of the product."""
    number = 0
    found_zero = False

    def logarithms():
        nonlocal number, found_zero
        for number, x in enumerate(data, 1):
            if x > 0.0 or math.isnan(x):
                yield log(x)
            elif x == 0.0:
                found_zero = True
            else:
                raise StatisticsError("No negative inputs allowed", x)

    total = fsum(logarithms())
    if not number:
        raise StatisticsError("Must have a non-empty dataset")
    if math.isnan(total):
        return math.nan
    if found_zero:
        return math.nan if total == math.inf else 0.0
    return exp(total / number)


def harmonic_mean(data, weights=None):
    """The reciprocal of the mean of reciprocals."""
    data = list(data)
    message = "harmonic mean does not support negative values"
    if not data:
        raise StatisticsError("harmonic_mean requires at least one data point")
    if len(data) == 1 and weights is None:
        x = data[0]
        if isinstance(x, (numbers.Real, Fraction)):
            if x < 0:
                raise StatisticsError(message)
            return x
        raise TypeError("unsupported type")
    if weights is None:
        weights, sum_weights = repeat(1, len(data)), len(data)
    else:
        weights = list(weights)
        if len(weights) != len(data):
            raise StatisticsError("Number of weights does not match data size")
        _, sum_weights, _ = _sum(_not_negative(weights, message))
    try:
        data = list(_not_negative(data, message))
        kind, total, _ = _sum(w / x if w else 0 for w, x in zip(weights, data))
    except ZeroDivisionError:
        return 0
    if total <= 0:
        raise StatisticsError("Weighted sum must be positive")
    return _convert(sum_weights / total, kind)


def _not_negative(values, message):
    for x in values:
        if x < 0:
            raise StatisticsError(message)
        yield x


def median(data):
    """The middle of the sorted data."""
    data = sorted(data)
    number = len(data)
    _not_empty(number, "no median for empty data")
    middle = number // 2
    return data[middle] if number % 2 else (data[middle - 1] + data[middle]) / 2


def median_low(data):
    """The middle, or the lower of the two."""
    data = sorted(data)
    _not_empty(len(data), "no median for empty data")
    return data[(len(data) - 1) // 2]


def median_high(data):
    """The middle, or the higher of the two."""
    data = sorted(data)
    _not_empty(len(data), "no median for empty data")
    return data[len(data) // 2]


def median_grouped(data, interval=1.0):
    """The middle of data that stand for intervals."""
    data = sorted(data)
    number = len(data)
    if not number:
        raise StatisticsError("no median for empty data")
    x = data[number // 2]
    below = bisect_left(data, x)
    within = bisect_right(data, x, lo=below) - below
    try:
        interval, x = float(interval), float(x)
    except ValueError:
        raise TypeError("Value cannot be converted to a float") from None
    return x - interval / 2.0 + interval * (number / 2 - below) / within


def mode(data):
    """What is there most often; the first of several."""
    pairs = Counter(iter(data)).most_common(1)
    if not pairs:
        raise StatisticsError("no mode for empty data")
    return pairs[0][0]


def multimode(data):
    """All that are there most often."""
    counts = Counter(iter(data))
    if not counts:
        return []
    most = max(counts.values())
    return [value for value, count in counts.items() if count == most]


def quantiles(data, *, n=4, method="exclusive"):
    """The points that cut data into parts of equal probability."""
    if n < 1:
        raise StatisticsError("n must be at least 1")
    data = sorted(data)
    size = len(data)
    if size < 2:
        if size == 1:
            return data * (n - 1)
        raise StatisticsError("must have at least one data point")
    if method == "inclusive":
        m = size - 1
        result = []
        for i in range(1, n):
            j, delta = divmod(i * m, n)
            result.append((data[j] * (n - delta) + data[j + 1] * delta) / n)
        return result
    if method == "exclusive":
        m = size + 1
        result = []
        for i in range(1, n):
            j = i * m // n
            j = 1 if j < 1 else size - 1 if j > size - 1 else j
            delta = i * m - j * n
            result.append((data[j - 1] * (n - delta) + data[j] * delta) / n)
        return result
    raise ValueError(f"Unknown method: {method!r}")


# Spread.


def variance(data, xbar=None):
    """The variance of a sample."""
    kind, squares, _, number = _squares(data, xbar)
    if number < 2:
        raise StatisticsError("variance requires at least two data points")
    return _convert(squares / (number - 1), kind)


def pvariance(data, mu=None):
    """The variance of all."""
    kind, squares, _, number = _squares(data, mu)
    _not_empty(number, "pvariance requires at least one data point")
    return _convert(squares / number, kind)


def stdev(data, xbar=None):
    """The standard deviation of a sample."""
    kind, squares, _, number = _squares(data, xbar)
    if number < 2:
        raise StatisticsError("stdev requires at least two data points")
    return _square_root(squares / (number - 1), kind)


def pstdev(data, mu=None):
    """The standard deviation of all."""
    kind, squares, _, number = _squares(data, mu)
    _not_empty(number, "pstdev requires at least one data point")
    return _square_root(squares / number, kind)


# Two variables.


def covariance(x, y, /):
    """How two variables vary together."""
    number = len(x)
    if len(y) != number:
        raise StatisticsError("covariance requires that both inputs have same number of data points")
    if number < 2:
        raise StatisticsError("covariance requires at least two data points")
    x_mean, y_mean = fsum(x) / number, fsum(y) / number
    return sumprod((a - x_mean for a in x), (b - y_mean for b in y)) / (number - 1)


def correlation(x, y, /, *, method="linear"):
    """Pearson's or Spearman's coefficient."""
    number = len(x)
    if len(y) != number:
        raise StatisticsError("correlation requires that both inputs have same number of data points")
    if number < 2:
        raise StatisticsError("correlation requires at least two data points")
    if method not in {"linear", "ranked"}:
        raise ValueError(f"Unknown method: {method!r}")
    if method == "ranked":
        start = (number - 1) / -2
        x, y = _ranks(x, start), _ranks(y, start)
    else:
        x_mean, y_mean = fsum(x) / number, fsum(y) / number
        x, y = [a - x_mean for a in x], [b - y_mean for b in y]
    both = sumprod(x, y)
    try:
        return both / sqrt(sumprod(x, x) * sumprod(y, y))
    except ZeroDivisionError:
        raise StatisticsError("at least one of the inputs is constant") from None


def _ranks(data, start):
    """The ranks of data; equal ones share theirs."""
    pairs = sorted(zip(data, count()))
    result = [0] * len(pairs)
    place = start
    for _, group in groupby(pairs, key=itemgetter(0)):
        group = list(group)
        rank = place + (len(group) - 1) / 2
        for _, original in group:
            result[original] = rank
        place += len(group)
    return result


LinearRegression = namedtuple("LinearRegression", ("slope", "intercept"))


def linear_regression(x, y, /, *, proportional=False):
    """The line with the least squared distances."""
    number = len(x)
    if len(y) != number:
        raise StatisticsError("linear regression requires that both inputs have same number of data points")
    if number < 2:
        raise StatisticsError("linear regression requires at least two data points")
    if not proportional:
        x_mean, y_mean = fsum(x) / number, fsum(y) / number
        x, y = [a - x_mean for a in x], (b - y_mean for b in y)
    both = sumprod(x, y) + 0.0
    squares = sumprod(x, x)
    try:
        slope = both / squares
    except ZeroDivisionError:
        raise StatisticsError("x is constant") from None
    intercept = 0.0 if proportional else y_mean - slope * x_mean
    return LinearRegression(slope=slope, intercept=intercept)


# Density.

_KERNELS = {
    "normal": (lambda t: exp(-0.5 * t * t) / sqrt(tau), lambda t: 0.5 * (1.0 + erf(t / sqrt(2.0))), None),
    "logistic": (lambda t: 0.5 / (1.0 + math.cosh(t)), lambda t: 1.0 - 1.0 / (exp(t) + 1.0), None),
    "sigmoid": (lambda t: 1 / math.pi / math.cosh(t), lambda t: 2 / math.pi * math.atan(exp(t)), None),
    "rectangular": (lambda t: 0.5, lambda t: 0.5 * t + 0.5, 1.0),
    "triangular": (
        lambda t: 1.0 - abs(t), lambda t: t * t * (0.5 if t < 0.0 else -0.5) + t + 0.5, 1.0
    ),
    "parabolic": (lambda t: 0.75 * (1.0 - t * t), lambda t: -0.25 * t**3 + 0.75 * t + 0.5, 1.0),
    "quartic": (
        lambda t: 0.9375 * (1.0 - t * t) ** 2, lambda t: sumprod((0.1875, -0.625, 0.9375, 0.5), (t**5, t**3, t, 1.0)), 1.0
    ),
    "triweight": (
        lambda t: 1.09375 * (1.0 - t * t) ** 3,
        lambda t: sumprod((-0.15625, 0.65625, -1.09375, 1.09375, 0.5), (t**7, t**5, t**3, t, 1.0)), 1.0,
    ),
    "cosine": (
        lambda t: math.pi / 4 * math.cos(math.pi / 2 * t), lambda t: 0.5 * math.sin(math.pi / 2 * t) + 0.5, 1.0
    ),
}
for _name, _same in (
    ("gauss", "normal"), ("uniform", "rectangular"), ("epanechnikov", "parabolic"), ("biweight", "quartic")
):
    _KERNELS[_name] = _KERNELS[_same]


def kde(data, h, kernel="normal", *, cumulative=False):
    """A function that estimates the density (or the distribution) from which data come."""
    number = len(data)
    if not number:
        raise StatisticsError("Empty data sequence")
    if not isinstance(data[0], (int, float)):
        raise TypeError("Data sequence must contain ints or floats")
    if h <= 0.0:
        raise StatisticsError(f"Bandwidth h must be positive, not {h=!r}")
    if kernel not in _KERNELS:
        raise StatisticsError(f"Unknown kernel name: {kernel!r}")
    density, distribution, support = _KERNELS[kernel]
    sample = sorted(data)

    def near(x):
        if support is None:
            return sample, 0
        reach = h * support
        first = bisect_left(sample, x - reach)
        return sample[first:bisect_right(sample, x + reach)], first

    def pdf(x):
        return sum(density((x - value) / h) for value in near(x)[0]) / (number * h)

    def cdf(x):
        values, before = near(x)
        return sum((distribution((x - value) / h) for value in values), before) / number

    estimate = cdf if cumulative else pdf
    estimate.__doc__ = f"{'CDF' if cumulative else 'PDF'} estimate with {h=!r} and {kernel=!r}"
    return estimate


# The normal distribution.


class NormalDist:
    """A normal distribution."""

    __slots__ = {"_mu": "Arithmetic mean of a normal distribution", "_sigma": "Standard deviation of a normal distribution"}

    def __init__(self, mu=0.0, sigma=1.0):
        if sigma < 0.0:
            raise StatisticsError("sigma must be non-negative")
        self._mu = float(mu)
        self._sigma = float(sigma)

    @classmethod
    def from_samples(cls, data):
        """The distribution with mean and deviation of data."""
        data = list(data)
        if len(data) < 2:
            raise StatisticsError("stdev requires at least two data points")
        return cls(float(mean(data)), float(stdev(data)))

    def samples(self, n, *, seed=None):
        """So many random numbers."""
        draw = random.random if seed is None else random.Random(seed).random
        return [_inverse(draw(), self._mu, self._sigma) for _ in repeat(None, n)]

    def pdf(self, x):
        """The density."""
        spread = self._sigma * self._sigma
        if not spread:
            raise StatisticsError("pdf() not defined when sigma is zero")
        difference = x - self._mu
        return exp(difference * difference / (-2.0 * spread)) / sqrt(tau * spread)

    def cdf(self, x):
        """The probability of at most x."""
        if not self._sigma:
            raise StatisticsError("cdf() not defined when sigma is zero")
        return 0.5 * (1.0 + erf((x - self._mu) / (self._sigma * sqrt(2.0))))

    def inv_cdf(self, p):
        """The number that is not exceeded with a probability."""
        if p <= 0.0 or p >= 1.0:
            raise StatisticsError("p must be in the range 0.0 < p < 1.0")
        return _inverse(p, self._mu, self._sigma)

    def quantiles(self, n=4):
        """The points that cut the distribution into parts of equal probability."""
        return [self.inv_cdf(i / n) for i in range(1, n)]

    def overlap(self, other):
        """The area that two densities share."""
        if not isinstance(other, NormalDist):
            raise TypeError("Expected another NormalDist instance")
        x, y = self, other
        if (y._sigma, y._mu) < (x._sigma, x._mu):
            x, y = y, x
        x_variance, y_variance = x.variance, y.variance
        if not x_variance or not y_variance:
            raise StatisticsError("overlap() not defined when sigma is zero")
        difference = y_variance - x_variance
        distance = fabs(y._mu - x._mu)
        if not difference:
            return 1.0 - erf(distance / (2.0 * x._sigma * sqrt(2.0)))
        a = x._mu * y_variance - y._mu * x_variance
        b = x._sigma * y._sigma * sqrt(distance * distance + difference * log(y_variance / x_variance))
        first, second = (a + b) / difference, (a - b) / difference
        return 1.0 - (fabs(y.cdf(first) - x.cdf(first)) + fabs(y.cdf(second) - x.cdf(second)))

    def zscore(self, x):
        """How many deviations x is from the mean."""
        if not self._sigma:
            raise StatisticsError("zscore() not defined when sigma is zero")
        return (x - self._mu) / self._sigma

    @property
    def mean(self):
        return self._mu

    @property
    def median(self):
        return self._mu

    @property
    def mode(self):
        return self._mu

    @property
    def stdev(self):
        return self._sigma

    @property
    def variance(self):
        return self._sigma * self._sigma

    def __add__(x1, x2):
        if isinstance(x2, NormalDist):
            return NormalDist(x1._mu + x2._mu, hypot(x1._sigma, x2._sigma))
        return NormalDist(x1._mu + x2, x1._sigma)

    __radd__ = __add__

    def __sub__(x1, x2):
        if isinstance(x2, NormalDist):
            return NormalDist(x1._mu - x2._mu, hypot(x1._sigma, x2._sigma))
        return NormalDist(x1._mu - x2, x1._sigma)

    def __rsub__(x1, x2):
        return -(x1 - x2)

    def __mul__(x1, x2):
        return NormalDist(x1._mu * x2, x1._sigma * fabs(x2))

    __rmul__ = __mul__

    def __truediv__(x1, x2):
        return NormalDist(x1._mu / x2, x1._sigma / fabs(x2))

    def __pos__(x1):
        return NormalDist(x1._mu, x1._sigma)

    def __neg__(x1):
        return NormalDist(-x1._mu, x1._sigma)

    def __eq__(x1, x2):
        if not isinstance(x2, NormalDist):
            return NotImplemented
        return x1._mu == x2._mu and x1._sigma == x2._sigma

    def __hash__(self):
        return hash((self._mu, self._sigma))

    def __repr__(self):
        return f"{type(self).__name__}(mu={self._mu!r}, sigma={self._sigma!r})"

    def __getstate__(self):
        return self._mu, self._sigma

    def __setstate__(self, state):
        self._mu, self._sigma = state


def _ratio(above, below, r):
    return reduce(lambda total, factor: total * r + factor, above) / reduce(
        lambda total, factor: total * r + factor, below
    )


def _inverse(p, mu, sigma):
    """The inverse of the distribution by Wichura's algorithm AS 241 (Applied Statistics, 1988)."""
    q = p - 0.5
    if fabs(q) <= 0.425:
        r = 0.180625 - q * q
        x = _ratio(
            (2.5090809287301226727e+3, 3.3430575583588128105e+4, 6.7265770927008700853e+4, 4.5921953931549871457e+4,
             1.3731693765509461125e+4, 1.9715909503065514427e+3, 1.3314166789178437745e+2, 3.3871328727963666080e+0),
            (5.2264952788528545610e+3, 2.8729085735721942674e+4, 3.9307895800092710610e+4, 2.1213794301586595867e+4,
             5.3941960214247511077e+3, 6.8718700749205790830e+2, 4.2313330701600911252e+1, 1.0),
            r,
        ) * q
        return mu + x * sigma
    r = sqrt(-log(p if q <= 0.0 else 1.0 - p))
    if r <= 5.0:
        x = _ratio(
            (7.74545014278341407640e-4, 2.27238449892691845833e-2, 2.41780725177450611770e-1,
             1.27045825245236838258e+0, 3.64784832476320460504e+0, 5.76949722146069140550e+0,
             4.63033784615654529590e+0, 1.42343711074968357734e+0),
            (1.05075007164441684324e-9, 5.47593808499534494600e-4, 1.51986665636164571966e-2,
             1.48103976427480074590e-1, 6.89767334985100004550e-1, 1.67638483018380384940e+0,
             2.05319162663775882187e+0, 1.0),
            r - 1.6,
        )
    else:
        x = _ratio(
            (2.01033439929228813265e-7, 2.71155556874348757815e-5, 1.24266094738807843860e-3,
             2.65321895265761230930e-2, 2.96560571828504891230e-1, 1.78482653991729133580e+0,
             5.46378491116411436990e+0, 6.65790464350110377720e+0),
            (2.04426310338993978564e-15, 1.42151175831644588870e-7, 1.84631831751005468180e-5,
             7.86869131145613259100e-4, 1.48753612908506148525e-2, 1.36929880922735805310e-1,
             5.99832206555887937690e-1, 1.0),
            r - 5.0,
        )
    return mu + (-x if q < 0.0 else x) * sigma
