"""Averages, spread and other statistics of data."""

import math
import numbers
from _normal_distribution import NormalDist
from bisect import bisect_left, bisect_right
from collections import Counter, namedtuple
from fractions import Fraction
from itertools import count, groupby, repeat
from math import exp, fsum, log, sqrt, sumprod
from operator import itemgetter

__all__ = [
    "NormalDist", "StatisticsError", "correlation", "covariance", "fmean", "geometric_mean", "harmonic_mean", "kde",
    "kde_random",
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


# It draws on what is above.
from _statistics_density import kde, kde_random
