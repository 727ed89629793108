"""Reductions, places, sets of numbers, histograms."""

import builtins

import matrix as _matrix
from matrix import argsort, asarray, cumsum, empty, mean, sort, sqrt, sum, where, zeros

from ._elements import isnan
from ._shapes import _along, _axis, concatenate, stack

amin = _matrix.min
amax = _matrix.max


def var(a, axis=None, dtype=None, ddof=0, keepdims=False):
    """The mean square of the distances from the mean."""
    a = asarray(a)
    rest = a - mean(a, axis=axis, keepdims=True)
    squares = sum(rest * rest, axis=axis, keepdims=keepdims)
    if axis is None:
        count = a.size
    else:
        count = 1
        for one in axis if isinstance(axis, tuple) else (axis,):
            count *= a.shape[one]
    return asarray(squares) / (count - ddof) if isinstance(squares, _matrix.ndarray) else _ratio(squares, count - ddof)


def _ratio(a, b):
    return a / b if b else float("nan")


def std(a, axis=None, dtype=None, ddof=0, keepdims=False):
    """The root of the mean square of the distances from the mean."""
    return sqrt(var(a, axis, dtype, ddof, keepdims))


def ptp(a, axis=None):
    """The greatest number less the smallest."""
    return _matrix.max(a, axis) - _matrix.min(a, axis)


def average(a, axis=None, weights=None):
    """The mean, where numbers may have weights."""
    if weights is None:
        return mean(a, axis)
    a, weights = asarray(a), asarray(weights)
    if weights.ndim < a.ndim and axis is not None:
        weights = weights.reshape(tuple(-1 if one == _axis(axis, a.ndim) else 1 for one in range(a.ndim)))
    return sum(a * weights, axis) / sum(where(a == a, weights, weights), axis)


def nansum(a, axis=None):
    a = asarray(a)
    return sum(where(isnan(a), 0, a), axis)


def nanmean(a, axis=None):
    a = asarray(a)
    return nansum(a, axis) / sum(a == a, axis)


def nanmin(a, axis=None):
    a = asarray(a)
    least = _matrix.min(where(isnan(a), float("inf"), a), axis)
    return where(_matrix.all(isnan(a), axis), float("nan"), least) if axis is not None else least


def nanmax(a, axis=None):
    a = asarray(a)
    greatest = _matrix.max(where(isnan(a), float("-inf"), a), axis)
    return where(_matrix.all(isnan(a), axis), float("nan"), greatest) if axis is not None else greatest


def nanvar(a, axis=None, ddof=0):
    a = asarray(a)
    count = sum(a == a, axis=axis, keepdims=True)
    rest = a - sum(where(isnan(a), 0, a), axis=axis, keepdims=True) / count
    return nansum(rest * rest, axis) / (sum(a == a, axis) - ddof)


def nanstd(a, axis=None, ddof=0):
    return sqrt(nanvar(a, axis, ddof))


def diff(a, n=1, axis=-1):
    """Differences of neighbours."""
    a = asarray(a)
    axis = _axis(axis, a.ndim)
    for _ in range(n):
        a = a[_along(axis, slice(1, None))] - a[_along(axis, slice(None, -1))]
    return a


def flatnonzero(a):
    a = asarray(a).ravel()
    return _matrix.arange(a.size)[a != 0]


def nonzero(a):
    """The places of what is not zero, an array for each axis."""
    a = asarray(a)
    places = flatnonzero(a)
    result = []
    for side in a.shape[::-1]:
        result.append(places % side)
        places = places // side
    return tuple(result[::-1])


def argwhere(a):
    return stack(nonzero(a), axis=1)


def count_nonzero(a, axis=None):
    return sum(asarray(a) != 0, axis)


def unique(a, return_index=False, return_inverse=False, return_counts=False):
    """The different numbers in order; where they first are, which each is, how often they come."""
    a = asarray(a)
    flat = a.ravel()
    order = argsort(flat)
    ordered = flat[order]
    is_new = zeros(flat.size, bool)
    is_new[:1] = True
    is_new[1:] = ordered[1:] != ordered[:-1]
    result = [ordered[is_new]]
    if return_index:
        result.append(order[is_new])
    if return_inverse:
        inverse = empty(flat.size, int)
        inverse[order] = cumsum(is_new) - 1
        result.append(inverse.reshape(a.shape))
    if return_counts:
        result.append(diff(concatenate([flatnonzero(is_new), [flat.size]])))
    return tuple(result) if len(result) > 1 else result[0]


def searchsorted(a, v, side="left"):
    """Where numbers would be inserted into a sorted array."""
    import bisect

    numbers = asarray(a).tolist()
    find = bisect.bisect_left if side == "left" else bisect.bisect_right
    v = asarray(v)
    if v.ndim == 0:
        return find(numbers, v.item())
    return asarray([find(numbers, one) for one in v.ravel().tolist()], int).reshape(v.shape)


def bincount(x, weights=None, minlength=0):
    """How often each whole number comes."""
    numbers = asarray(x).tolist()
    counts = [0] * builtins.max(minlength, builtins.max(numbers, default=-1) + 1)
    if weights is None:
        for one in numbers:
            counts[one] += 1
        return asarray(counts, int)
    for one, weight in zip(numbers, asarray(weights).tolist()):
        counts[one] += weight
    return asarray(counts, float)


def histogram(a, bins=10, range=None, density=False, weights=None):
    """How many numbers lie in each bin, and the edges of the bins."""
    a = asarray(a).ravel()
    if isinstance(bins, int):
        low, high = range if range is not None else (float(a.min()), float(a.max())) if a.size else (0.0, 1.0)
        if low > high:
            raise ValueError("max must be larger than min in range parameter.")
        if low == high:
            low, high = low - 0.5, high + 0.5
        edges = _matrix.linspace(low, high, bins + 1)
    else:
        edges = asarray(bins)
        if (edges[:-1] > edges[1:]).any():
            raise ValueError("`bins` must increase monotonically, when an array")
    count = edges.size - 1
    inside = (a >= edges[0]) & (a <= edges[-1])
    places = _matrix.minimum(searchsorted(edges, a[inside], "right") - 1, count - 1)
    if weights is not None:
        weights = asarray(weights).ravel()[inside]
    counts = bincount(places, weights, count)
    if density:
        return counts / diff(edges) / counts.sum(), edges
    return counts, edges


def quantile(a, q, axis=None):
    """Numbers below which these shares of all lie, between neighbours where need be."""
    a = asarray(a)
    if axis is None:
        a, axis = a.ravel(), 0
    axis = _axis(axis, a.ndim)
    if not a.size:
        return float("nan")
    a = sort(a, axis)
    q = asarray(q, float)
    if (q < 0).any() or (q > 1).any():
        raise ValueError("Quantiles must be in the range [0, 1]")
    parts = []
    for share in q.ravel().tolist():
        place = share * (a.shape[axis] - 1)
        low = int(place)
        high = builtins.min(low + 1, a.shape[axis] - 1)
        below, above = a[_along(axis, low)], a[_along(axis, high)]
        part = place - low
        parts.append(below + (above - below) * part if part < 0.5 else above - (above - below) * (1 - part))
    if a.dtype.kind == "f" and a.ndim == 1 and a[-1] != a[-1]:
        parts = [float("nan")] * len(parts)
    return parts[0] if q.ndim == 0 else stack([asarray(one) for one in parts])


def percentile(a, q, axis=None):
    if (asarray(q) < 0).any() or (asarray(q) > 100).any():
        raise ValueError("Percentiles must be in the range [0, 100]")
    return quantile(a, asarray(q) / 100, axis)


def median(a, axis=None):
    """The number in the middle, or the mean of the two."""
    a = asarray(a)
    if axis is None:
        a, axis = a.ravel(), 0
    axis = _axis(axis, a.ndim)
    side = a.shape[axis]
    if not side:
        return float("nan")
    a = sort(a, axis)
    middle = a[_along(axis, slice((side - 1) // 2, side // 2 + 1))]
    middle = mean(middle, axis)
    return where(isnan(a[_along(axis, -1)]), float("nan"), middle) if a.ndim > 1 else (
        float("nan") if a[-1] != a[-1] else middle
    )


def cov(m, y=None, rowvar=True, ddof=1):
    """Covariances of the rows."""
    m = _rows(m, y, rowvar)
    rest = m - mean(m, axis=1, keepdims=True)
    result = (rest @ rest.T) / (m.shape[1] - ddof)
    return result if result.size > 1 else result.reshape(())


def _rows(m, y, rowvar):
    m = asarray(m, float)
    m = m.reshape(1, -1) if m.ndim == 1 else m if rowvar else m.T
    return m if y is None else concatenate([m, _rows(y, None, rowvar)])


def corrcoef(x, y=None, rowvar=True):
    """Correlations of the rows."""
    c = cov(x, y, rowvar)
    if c.ndim == 0:
        return 1.0
    spread = sqrt(c.ravel()[:: c.shape[0] + 1])
    return c / spread.reshape(-1, 1) / spread.reshape(1, -1)


def interp(x, xp, fp):
    """Numbers on the lines between points."""
    x, xp, fp = asarray(x, float), asarray(xp, float), asarray(fp, float)
    places = asarray(searchsorted(xp, x, "right")) - 1
    places = _matrix.maximum(_matrix.minimum(places, xp.size - 2), 0)
    left, right = xp[places], xp[places + 1]
    slopes = (fp[places + 1] - fp[places]) / (right - left)
    result = slopes * (x - left) + fp[places]
    result = where(x <= xp[0], fp[0], where(x >= xp[-1], fp[-1], result))
    return result.item() if result.ndim == 0 else result


def trapezoid(y, x=None, dx=1.0):
    """The area below lines between points."""
    y = asarray(y)
    steps = dx if x is None else diff(asarray(x))
    return sum(steps * (y[..., 1:] + y[..., :-1]) / 2.0, -1)


def convolve(a, v, mode="full"):
    """Sums of products with the other array in reverse, at each offset."""
    a, v = asarray(a), asarray(v)
    if not a.size or not v.size:
        raise ValueError(f"{'a' if not a.size else 'v'} cannot be empty")
    if v.size > a.size:
        a, v = v, a
    result = zeros(a.size + v.size - 1, (a[:1] * v[:1]).dtype)
    for place, factor in enumerate(v.tolist()):
        result[place : place + a.size] += a * factor
    if mode == "same":
        start = (v.size - 1) // 2
        return result[start : start + a.size]
    return result[v.size - 1 : a.size] if mode == "valid" else result
