"""Densities estimated from data (`statistics.kde`), and numbers drawn from them."""

import math
from bisect import bisect_left, bisect_right
from math import erf, exp, sqrt, sumprod, tau
from statistics import NormalDist, StatisticsError

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


def _solved(kernel, start):
    """The place where a distribution has a value, by Newton's method from a good guess on."""
    density, distribution, _ = _KERNELS[kernel]

    def inverse(p):
        # Both halves are alike, and near 0 there is more to go by.
        if p > 0.5:
            return -inverse(1.0 - p)
        x = start(p)
        for _ in range(60):
            slope = density(x)
            if not slope:
                break
            step = (distribution(x) - p) / slope
            x = max(-1.0, x - step)
            if abs(step) < 1e-15:
                break
        return x

    return inverse


_INVERSES = {
    "normal": lambda p: NormalDist().inv_cdf(p),
    "logistic": lambda p: math.log(p / (1.0 - p)),
    "sigmoid": lambda p: math.log(math.tan(p * math.pi / 2)),
    "rectangular": lambda p: 2.0 * p - 1.0,
    "triangular": lambda p: sqrt(2.0 * p) - 1.0 if p < 0.5 else 1.0 - sqrt(2.0 - 2.0 * p),
    "parabolic": lambda p: 2.0 * math.cos((math.acos(2.0 * p - 1.0) + math.pi) / 3.0),
    "quartic": _solved("quartic", lambda p: (2.0 * p) ** 0.42 - 1.0),
    "triweight": _solved("triweight", lambda p: (2.0 * p) ** 0.34 - 1.0),
    "cosine": lambda p: 2.0 * math.asin(2.0 * p - 1.0) / math.pi,
}


def kde_random(data, h, kernel="normal", *, seed=None):
    """A function that draws numbers from the density which `kde` estimates."""
    if not len(data):
        raise StatisticsError("Empty data sequence")
    if not isinstance(data[0], (int, float)):
        raise TypeError("Data sequence must contain ints or floats")
    if h <= 0.0:
        raise StatisticsError(f"Bandwidth h must be positive, not {h=!r}")
    if kernel not in _KERNELS:
        raise StatisticsError(f"Unknown kernel name: {kernel!r}")
    inverse = next(_INVERSES[name] for name, known in _KERNELS.items() if known is _KERNELS[kernel])
    from random import Random
    generator = Random(seed)

    def rand():
        return generator.choice(data) + h * inverse(generator.random())

    rand.__doc__ = f"Random KDE selection with {h=!r} and {kernel=!r}"
    return rand


# Programs know them by the public module's name.
kde.__module__ = kde_random.__module__ = "statistics"
