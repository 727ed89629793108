"""Numbers of events for the older generator: of Poisson's distribution and the binomial one.

`draw` gives fractions. What is native for `Generator` is here in Python (`counts.rs` has the same in Rust).
"""

from math import exp, floor, lgamma, log, sqrt


def poisson(draw, lam):
    """A number of Poisson's distribution with this mean."""
    if lam == 0.0:
        return 0
    if lam >= 10.0:
        return _rejected(draw, lam)
    # Products of fractions, until they fall below e**-mean.
    least, product, count = exp(-lam), draw(), 0
    while product > least:
        product *= draw()
        count += 1
    return count


def _rejected(draw, lam):
    """By transformed rejection (Hörmann's PTRS)."""
    b = 0.931 + 2.53 * sqrt(lam)
    a = -0.059 + 0.02483 * b
    inverse = 1.1239 + 1.1328 / (b - 3.4)
    sure = 0.9277 - 3.6224 / (b - 2.0)
    while True:
        u, v = draw() - 0.5, draw()
        edge = 0.5 - abs(u)
        count = floor((2.0 * a / edge + b) * u + lam + 0.43)
        if edge >= 0.07 and v <= sure:
            return count
        if count < 0 or edge < 0.013 and v > edge:
            continue
        density = -lam + count * log(lam) - lgamma(count + 1.0)
        if log(v) + log(inverse) - log(a / (edge * edge) + b) <= density:
            return count


def binomial(draw, n, p):
    """The number of successes in so many trials."""
    rare = min(p, 1.0 - p)
    count = (_inverted if rare * n <= 30.0 else _btpe)(draw, n, rare)
    return count if p <= 0.5 else n - count


def _inverted(draw, n, p):
    """By inversion, where few successes are to be expected."""
    failure, mean = 1.0 - p, n * p
    none = exp(n * log(failure))
    most = int(min(n, mean + 10.0 * sqrt(mean * failure + 1.0)))
    count, share, left = 0, none, draw()
    while left > share:
        count += 1
        if count > most:
            count, share, left = 0, none, draw()
            continue
        left -= share
        share = (n - count + 1) * p * share / (count * failure)
    return count


def _btpe(draw, n, r):
    """Algorithm BTPE of Kachitvichyanukul and Schmeiser: a triangle in the middle, parallelograms beside it and
    exponential tails lie over the distribution. The names are the paper's."""
    q = 1.0 - r
    mean = n * r + r
    m = floor(mean)
    p1 = floor(2.195 * sqrt(n * r * q) - 4.6 * q) + 0.5
    xm = m + 0.5
    xl, xr = xm - p1, xm + p1
    c = 0.134 + 20.5 / (15.3 + m)
    left, right = (mean - xl) / (mean - xl * r), (xr - mean) / (xr * q)
    left, right = left * (1.0 + left / 2.0), right * (1.0 + right / 2.0)
    p2 = p1 * (1.0 + 2.0 * c)
    p3 = p2 + c / left
    p4 = p3 + c / right
    while True:
        u, v = draw() * p4, draw()
        if u <= p1:
            return floor(xm - p1 * v + u)
        if u <= p2:
            x = xl + (u - p1) / c
            v = v * c + 1.0 - abs(m - x + 0.5) / p1
            if v > 1.0:
                continue
            y = floor(x)
        elif v == 0.0:
            continue
        elif u <= p3:
            y = floor(xl + log(v) / left)
            if y < 0:
                continue
            v *= (u - p2) * left
        else:
            y = floor(xr - log(v) / right)
            if y > n:
                continue
            v *= (u - p3) * right
        if _accepts(n, r, q, m, xm, y, v):
            return y


def _accepts(n, r, q, m, xm, y, v):
    variance = n * r * q
    k = abs(y - m)
    if k <= 20 or k >= variance / 2.0 - 1.0:
        # The ratio of the probabilities of y and m, step by step.
        s = r / q
        a = s * (n + 1)
        ratio = 1.0
        for i in range(min(m, y) + 1, max(m, y) + 1):
            ratio = ratio * (a / i - s) if m < y else ratio / (a / i - s)
        return v <= ratio
    rho = k / variance * ((k * (k / 3.0 + 0.625) + 0.16666666666666666) / variance + 0.5)
    t = -k * k / (2.0 * variance)
    height = log(v)
    if height < t - rho:
        return True
    if height > t + rho:
        return False
    x, f, z, w = y + 1.0, m + 1.0, n + 1.0 - m, n - y + 1.0
    bound = (xm * log(f / x) + (n - m + 0.5) * log(z / w) + (y - m) * log(w * r / (x * q))
             + _stirling(f) + _stirling(z) - _stirling(x) - _stirling(w))
    return height <= bound


def _stirling(x):
    square = x * x
    series = 99.0 - 140.0 / square
    return (13860.0 - (462.0 - (132.0 - series / square) / square) / square) / x / 166320.0
