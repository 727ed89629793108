"""Distributions made of a generator's uniform, normal and exponential numbers, one number after the other as numpy draws
them: the methods of `numpy.random.Generator` that are not native.
"""

from math import ceil, exp, expm1, log, log1p, sqrt

from matrix import arange, array, asarray, empty, ndarray

from ._shapes import broadcast_arrays, broadcast_to


def _sides(size):
    return tuple(size) if isinstance(size, (tuple, list)) else (int(size),)


def _drawn(draw, parameters, size, dtype=float):
    """One number, or an array: of the size, or of the shape to which the parameters broadcast."""
    if any(isinstance(one, (ndarray, list, tuple)) for one in parameters):
        parameters = broadcast_arrays(*(asarray(one) for one in parameters))
        if size is not None:
            parameters = [broadcast_to(one, _sides(size)) for one in parameters]
        numbers = [draw(*one) for one in zip(*(one.ravel().tolist() for one in parameters))]
        return array(numbers, dtype).reshape(parameters[0].shape)
    if size is None:
        return draw(*parameters)
    shape = _sides(size)
    count = 1
    for side in shape:
        count *= side
    return array([draw(*parameters) for _ in range(count)], dtype).reshape(shape)


def _check(holds, message, *values):
    """Fails where a parameter is none that the distribution has."""
    for value in values:
        if not holds(asarray(value)).all():
            raise ValueError(message)


def _not_negative(**values):
    for name, value in values.items():
        _check(lambda numbers: numbers >= 0, f"{name} < 0", value)


def _positive(**values):
    for name, value in values.items():
        _check(lambda numbers: numbers > 0, f"{name} <= 0", value)


def lognormal(self, mean=0.0, sigma=1.0, size=None):
    _not_negative(sigma=sigma)
    return _drawn(lambda mean, sigma: exp(mean + sigma * self.standard_normal()), (mean, sigma), size)


def laplace(self, loc=0.0, scale=1.0, size=None):
    def draw(loc, scale):
        while True:
            u = self.random()
            if u >= 0.5:
                return loc - scale * log(2.0 - u - u)
            if u > 0.0:
                return loc + scale * log(u + u)

    _not_negative(scale=scale)
    return _drawn(draw, (loc, scale), size)


def logistic(self, loc=0.0, scale=1.0, size=None):
    def draw(loc, scale):
        while True:
            u = self.random()
            if u > 0.0:
                return loc + scale * log(u / (1.0 - u))

    _not_negative(scale=scale)
    return _drawn(draw, (loc, scale), size)


def gumbel(self, loc=0.0, scale=1.0, size=None):
    def draw(loc, scale):
        while True:
            u = 1.0 - self.random()
            if u < 1.0:
                return loc - scale * log(-log(u))

    _not_negative(scale=scale)
    return _drawn(draw, (loc, scale), size)


def weibull(self, a, size=None):
    _not_negative(a=a)
    return _drawn(lambda a: self.standard_exponential() ** (1.0 / a) if a else 0.0, (a,), size)


def pareto(self, a, size=None):
    _positive(a=a)
    return _drawn(lambda a: expm1(self.standard_exponential() / a), (a,), size)


def power(self, a, size=None):
    _positive(a=a)
    return _drawn(lambda a: (-expm1(-self.standard_exponential())) ** (1.0 / a), (a,), size)


def rayleigh(self, scale=1.0, size=None):
    _not_negative(scale=scale)
    return _drawn(lambda scale: scale * sqrt(2.0 * self.standard_exponential()), (scale,), size)


def standard_cauchy(self, size=None):
    return _drawn(lambda: self.standard_normal() / self.standard_normal(), (), size)


def triangular(self, left, mode, right, size=None):
    def draw(left, mode, right):
        base, first = right - left, mode - left
        u = self.random()
        if u <= first / base:
            return left + sqrt(u * first * base)
        return right - sqrt((1.0 - u) * (right - mode) * base)

    if (asarray(left) > asarray(mode)).any():
        raise ValueError("left > mode")
    if (asarray(mode) > asarray(right)).any():
        raise ValueError("mode > right")
    if (asarray(left) == asarray(right)).any():
        raise ValueError("left == right")
    return _drawn(draw, (left, mode, right), size)


def _gamma(self, shape):
    """Marsaglia's and Tsang's way; for shapes below 1, rejection from two curves."""
    if shape == 1.0:
        return self.standard_exponential()
    if shape == 0.0:
        return 0.0
    if shape < 1.0:
        while True:
            u, v = self.random(), self.standard_exponential()
            if u <= 1.0 - shape:
                x = u ** (1.0 / shape)
                if x <= v:
                    return x
            else:
                y = -log((1.0 - u) / shape)
                x = (1.0 - shape + shape * y) ** (1.0 / shape)
                if x <= v + y:
                    return x
    b = shape - 1.0 / 3.0
    c = 1.0 / sqrt(9.0 * b)
    while True:
        while True:
            x = self.standard_normal()
            v = 1.0 + c * x
            if v > 0.0:
                break
        v = v * v * v
        u = self.random()
        if u < 1.0 - 0.0331 * (x * x) * (x * x):
            return b * v
        if u and log(u) < 0.5 * x * x + b * (1.0 - v + log(v)):
            return b * v


def standard_gamma(self, shape, size=None):
    _not_negative(shape=shape)
    return _drawn(lambda shape: _gamma(self, shape), (shape,), size)


def gamma(self, shape, scale=1.0, size=None):
    _not_negative(shape=shape, scale=scale)
    return _drawn(lambda shape, scale: scale * _gamma(self, shape), (shape, scale), size)


def beta(self, a, b, size=None):
    def draw(a, b):
        if a > 1.0 or b > 1.0:
            first = _gamma(self, a)
            return first / (first + _gamma(self, b))
        while True:
            u, v = self.random(), self.random()
            x, y = u ** (1.0 / a), v ** (1.0 / b)
            if x + y <= 1.0 and u + v > 0.0:
                if x + y > 0.0:
                    return x / (x + y)
                log_x, log_y = log(u) / a, log(v) / b
                most = max(log_x, log_y)
                log_x, log_y = log_x - most, log_y - most
                return exp(log_x - log(exp(log_x) + exp(log_y)))

    _positive(a=a, b=b)
    return _drawn(draw, (a, b), size)


def chisquare(self, df, size=None):
    _positive(df=df)
    return _drawn(lambda df: 2.0 * _gamma(self, df / 2.0), (df,), size)


def f(self, dfnum, dfden, size=None):
    def draw(dfnum, dfden):
        top = 2.0 * _gamma(self, dfnum / 2.0) * dfden
        return top / (2.0 * _gamma(self, dfden / 2.0) * dfnum)

    _positive(dfnum=dfnum, dfden=dfden)
    return _drawn(draw, (dfnum, dfden), size)


def standard_t(self, df, size=None):
    def draw(df):
        normal = self.standard_normal()
        return sqrt(df / 2.0) * normal / sqrt(_gamma(self, df / 2.0))

    _positive(df=df)
    return _drawn(draw, (df,), size)


def geometric(self, p, size=None):
    def draw(p):
        if p < 1.0 / 3.0:
            return ceil(-self.standard_exponential() / log1p(-p))
        u = self.random()
        count, chance, reached = 1, p, p
        while u > reached:
            chance *= 1.0 - p
            reached += chance
            count += 1
        return count

    _check(lambda numbers: (numbers > 0) & (numbers <= 1), "p <= 0, p > 1 or p contains NaNs", p)
    return _drawn(draw, (p,), size, int)


def negative_binomial(self, n, p, size=None):
    _positive(n=n)
    _check(lambda numbers: (numbers > 0) & (numbers <= 1), "p <= 0, p > 1 or p contains NaNs", p)
    return _drawn(lambda n, p: int(self.poisson((1.0 - p) / p * _gamma(self, n))), (n, p), size, int)


def multinomial(self, n, pvals, size=None):
    chances = asarray(pvals, float)
    if (chances < 0).any() or (chances > 1).any():
        raise ValueError("pvals < 0, pvals > 1 or pvals contains NaNs")
    if chances[:-1].sum() > 1.0 + 1e-12:
        raise ValueError("sum(pvals[:-1]) > 1.0")
    chances = chances.tolist()

    def draw():
        counts, rest, left = [0] * len(chances), int(n), 1.0
        for place, chance in enumerate(chances[:-1]):
            counts[place] = int(self.binomial(rest, chance / left))
            rest -= counts[place]
            if rest <= 0:
                break
            left -= chance
        if rest > 0:
            counts[-1] = rest
        return counts

    return _vectors(draw, len(chances), size, int)


def _vectors(draw, length, size, dtype):
    """One vector, or an array of them."""
    if size is None:
        return array(draw(), dtype)
    shape = _sides(size)
    vectors = empty(shape + (length,), dtype)
    rows = vectors.reshape(-1, length)
    for place in range(len(rows)):
        rows[place] = draw()
    return vectors


def dirichlet(self, alpha, size=None):
    shapes = asarray(alpha, float).ravel().tolist()
    if any(not shape >= 0 for shape in shapes):
        raise ValueError("alpha < 0")

    def draw():
        if max(shapes) < 0.1:
            # So small shapes make gamma numbers that are all zero: parts are broken off the rest one by one.
            rest, parts = 1.0, []
            for place, shape in enumerate(shapes[:-1]):
                part = beta(self, shape, sum(shapes[place + 1:]))
                parts.append(rest * part)
                rest *= 1.0 - part
            return parts + [rest]
        numbers = [_gamma(self, shape) for shape in shapes]
        inverse = 1.0 / sum(numbers)
        return [number * inverse for number in numbers]

    return _vectors(draw, len(shapes), size, float)


def multivariate_normal(self, mean, cov, size=None, check_valid="warn", tol=1e-8, *, method="svd"):
    from .linalg import cholesky, eigh, svd

    mean, cov = asarray(mean, float), asarray(cov, float)
    if mean.ndim != 1:
        raise ValueError("mean must be 1 dimensional")
    if cov.ndim != 2 or cov.shape[0] != cov.shape[1]:
        raise ValueError("cov must be 2 dimensional and square")
    if len(mean) != len(cov):
        raise ValueError("mean and cov must have same length")
    if method not in ("svd", "eigh", "cholesky"):
        raise ValueError("method must be one of {'eigh', 'svd', 'cholesky'}")
    shape = () if size is None else _sides(size)
    drawn = self.standard_normal(shape + mean.shape).reshape(-1, len(mean))
    if method == "cholesky":
        factor = cholesky(cov)
    elif method == "eigh":
        values, vectors = eigh(cov)
        factor = vectors * abs(values) ** 0.5
    else:
        vectors, values, _ = svd(cov)
        factor = vectors * values ** 0.5
    return (mean + drawn @ factor.T).reshape(shape + mean.shape)


def permuted(self, x, *, axis=None, out=None):
    x = asarray(x)
    result = x.copy() if out is None else out
    if out is not None:
        result[...] = x
    if axis is None:
        flat = result.ravel()
        order = arange(flat.size)
        self.shuffle(order)
        result[...] = flat[order].reshape(result.shape)
        return result
    moved = result.swapaxes(axis, -1)
    lines = moved.copy().reshape(-1, moved.shape[-1])
    for line in range(len(lines)):
        order = arange(lines.shape[1])
        self.shuffle(order)
        lines[line] = lines[line][order]
    moved[...] = lines.reshape(moved.shape)
    return result


def bytes(self, length):
    words = self.integers(0, 2 ** 32, -(-length // 4), dtype="uint32")
    return words.tobytes()[:length]
