"""Reductions, places, histograms."""

import builtins

import matrix as _matrix
from matrix import argsort, asarray, cumsum, empty, float64, isnan, mean, sort, sqrt, sum, where, zeros

from ._axes import _along, _axis
from ._joining import concatenate, stack

amin = _matrix.min
amax = _matrix.max


def _counted(a, axis):
    """How many numbers each result is made of."""
    if axis is None:
        return a.size
    count = 1
    for one in axis if isinstance(axis, tuple) else (axis,):
        count *= a.shape[one]
    return count


def var(a, axis=None, dtype=None, out=None, ddof=0, keepdims=False, *, where=None, mean=None, correction=None):
    """The mean square of the distances from the mean."""
    a = asarray(a, dtype)
    if where is not None:
        a = _matrix.where(where, a, float("nan"))
        return nanvar(a, axis, ddof=ddof if correction is None else correction, keepdims=keepdims)
    ddof = ddof if correction is None else correction
    rest = a - (_matrix.mean(a, axis=axis, keepdims=True) if mean is None else mean)
    squares = (rest * rest.conj()).real if rest.dtype.kind == "c" else rest * rest
    result = sum(squares, axis=axis, keepdims=keepdims) / float64(builtins.max(_counted(a, axis) - ddof, 0))
    if out is None:
        return result
    out[...] = result
    return out


def std(a, axis=None, dtype=None, out=None, ddof=0, keepdims=False, *, where=None, mean=None, correction=None):
    """The root of the mean square of the distances from the mean."""
    result = sqrt(var(a, axis, dtype, None, ddof, keepdims, where=where, mean=mean, correction=correction))
    if out is None:
        return result
    out[...] = result
    return out


def ptp(a, axis=None, out=None, keepdims=False):
    """The greatest number less the smallest."""
    return _matrix.max(a, axis, keepdims=keepdims) - _matrix.min(a, axis, keepdims=keepdims)


def average(a, axis=None, weights=None, returned=False, *, keepdims=False):
    """The mean, where numbers may have weights."""
    a = asarray(a)
    if weights is None:
        result = mean(a, axis, keepdims=keepdims)
        total = result * 0 + _counted(a, axis)
    else:
        weights = asarray(weights)
        if weights.shape != a.shape:
            if axis is None:
                raise TypeError("Axis must be specified when shapes of a and weights differ.")
            if weights.ndim != 1 or weights.size != a.shape[axis]:
                raise ValueError("Shape of weights must be consistent with shape of a along specified axis.")
            weights = weights.reshape(tuple(-1 if one == _axis(axis, a.ndim) else 1 for one in range(a.ndim)))
            weights = weights * (a == a) if a.dtype.kind != "f" else weights + a * 0
        total = sum(weights, axis, keepdims=keepdims)
        if _matrix.any(total == 0):
            raise ZeroDivisionError("Weights sum to zero, can't be normalized")
        result = sum(a * weights, axis, keepdims=keepdims) / total
    return (result, total) if returned else result


def nansum(a, axis=None, dtype=None, out=None, keepdims=False):
    a = asarray(a, dtype)
    return sum(where(isnan(a), 0, a), axis, keepdims=keepdims)


def nanprod(a, axis=None, dtype=None, out=None, keepdims=False):
    a = asarray(a, dtype)
    return _matrix.prod(where(isnan(a), 1, a), axis, keepdims=keepdims)


def nancumsum(a, axis=None):
    a = asarray(a)
    return cumsum(where(isnan(a), 0, a), axis)


def nanmean(a, axis=None, dtype=None, out=None, keepdims=False):
    a = asarray(a, dtype)
    return nansum(a, axis, keepdims=keepdims) / sum(a == a, axis, keepdims=keepdims)


def nanmin(a, axis=None, out=None, keepdims=False):
    a = asarray(a)
    least = _matrix.min(where(isnan(a), float("inf"), a), axis, keepdims=keepdims)
    nothing = _matrix.all(isnan(a), axis, keepdims=keepdims)
    return where(nothing, float("nan"), least)[()] if a.dtype.kind == "f" else _matrix.min(a, axis, keepdims=keepdims)


def nanmax(a, axis=None, out=None, keepdims=False):
    return -nanmin(-asarray(a), axis, keepdims=keepdims)


def _known(a, worst):
    a = asarray(a)
    return where(isnan(a), worst, a) if a.dtype.kind == "f" else a


def nanargmin(a, axis=None):
    if _matrix.any(_matrix.all(isnan(asarray(a)), axis)):
        raise ValueError("All-NaN slice encountered")
    return _matrix.argmin(_known(a, float("inf")), axis)


def nanargmax(a, axis=None):
    if _matrix.any(_matrix.all(isnan(asarray(a)), axis)):
        raise ValueError("All-NaN slice encountered")
    return _matrix.argmax(_known(a, float("-inf")), axis)


def nanvar(a, axis=None, dtype=None, out=None, ddof=0, keepdims=False):
    a = asarray(a, dtype)
    count = sum(a == a, axis=axis, keepdims=True)
    rest = a - sum(where(isnan(a), 0, a), axis=axis, keepdims=True) / count
    return nansum(rest * rest, axis, keepdims=keepdims) / (sum(a == a, axis, keepdims=keepdims) - ddof)


def nanstd(a, axis=None, dtype=None, out=None, ddof=0, keepdims=False):
    return sqrt(nanvar(a, axis, dtype, out, ddof, keepdims))


def _without_nan(a, axis, function):
    a = asarray(a, float)
    if axis is None:
        flat = a.ravel()
        return function(flat[flat == flat])
    from ._shapes import apply_along_axis

    return apply_along_axis(lambda line: function(line[line == line]), axis, a)


def nanmedian(a, axis=None):
    return _without_nan(a, axis, median)


def nanpercentile(a, q, axis=None):
    return _without_nan(a, axis, lambda line: percentile(line, q))


def nanquantile(a, q, axis=None):
    return _without_nan(a, axis, lambda line: quantile(line, q))


def diff(a, n=1, axis=-1, prepend=None, append=None):
    """Differences of neighbours."""
    a = asarray(a)
    if a.ndim == 0:
        raise ValueError("diff requires input that is at least one dimensional")
    axis = _axis(axis, a.ndim)
    ends = []
    for end in (prepend, append):
        if end is not None:
            end = asarray(end)
            sides = tuple(1 if one == axis else side for one, side in enumerate(a.shape))
            end = zeros(sides, end.dtype) + end if end.ndim == 0 else end
        ends.append(end)
    parts = [one for one in (ends[0], a, ends[1]) if one is not None]
    a = concatenate(parts, axis) if len(parts) > 1 else a
    for _ in range(n):
        later, earlier = a[_along(axis, slice(1, None))], a[_along(axis, slice(None, -1))]
        a = later != earlier if a.dtype == bool else later - earlier
    return a


def ediff1d(ary, to_end=None, to_begin=None):
    return diff(asarray(ary).ravel(), prepend=None)


def gradient(f, *varargs, axis=None, edge_order=1):
    """Slopes: of the neighbours on both sides, at the ends of one."""
    f = asarray(f)
    f = f if f.dtype.kind in "fc" else f.astype(float)
    axes = range(f.ndim) if axis is None else [_axis(one, f.ndim) for one in (axis if isinstance(axis, tuple)
                                                                              else (axis,))]
    steps = list(varargs) if len(varargs) == len(axes) else [varargs[0] if varargs else 1.0] * len(axes)
    results = []
    for one, step in zip(axes, steps):
        if f.shape[one] < 2:
            raise ValueError("Shape of array too small to calculate a numerical gradient, "
                             "at least (edge_order + 1) elements are required.")
        step = asarray(step)
        at = lambda start, stop: _along(one, slice(start, stop))
        result = empty(f.shape, f.dtype)
        if step.ndim:
            gaps = diff(step).reshape(tuple(-1 if other == one else 1 for other in range(f.ndim)))
            left, right = gaps[at(None, -1)], gaps[at(1, None)]
            result[at(1, -1)] = (
                -right / (left * (left + right)) * f[at(None, -2)]
                + (right - left) / (left * right) * f[at(1, -1)]
                + left / (right * (left + right)) * f[at(2, None)]
            )
            first, last = gaps[at(None, 1)], gaps[at(-1, None)]
        else:
            result[at(1, -1)] = (f[at(2, None)] - f[at(None, -2)]) / (2.0 * step)
            first = last = step
        result[at(0, 1)] = (f[at(1, 2)] - f[at(0, 1)]) / first
        result[at(-1, None)] = (f[at(-1, None)] - f[at(-2, -1)]) / last
        results.append(result)
    return results[0] if len(results) == 1 else tuple(results)


def flatnonzero(a):
    a = asarray(a).ravel()
    return _matrix.arange(a.size)[a != 0]


def nonzero(a):
    """The places of what is not zero, an array for each axis."""
    a = asarray(a)
    if a.ndim == 0:
        raise ValueError("Calling nonzero on 0d arrays is not allowed. Use np.atleast_1d(scalar).nonzero() instead. "
                         "If the context of this error is of the form `arr[nonzero(cond)]`, just use `arr[cond]`.")
    places = flatnonzero(a)
    result = []
    for side in a.shape[::-1]:
        result.append(places % side)
        places = places // side
    return tuple(result[::-1])


def argwhere(a):
    return stack(nonzero(a), axis=1) if asarray(a).ndim else zeros((int(asarray(a) != 0), 0), int)


def count_nonzero(a, axis=None, *, keepdims=False):
    count = sum(asarray(a) != 0, axis, keepdims=keepdims)
    return count if getattr(count, "ndim", 0) else int(count) if axis is None else count


def lexsort(keys, axis=-1):
    """The places in the order of several keys, the last of them first."""
    keys = [asarray(one) for one in keys]
    order = _matrix.arange(keys[0].size)
    for key in keys:
        order = order[argsort(key[order])]
    return order


def sort_complex(a):
    return sort(asarray(a, complex))


def partition(a, kth, axis=-1):
    """Sorted as far as is needed: here, sorted."""
    return sort(a, axis)


def argpartition(a, kth, axis=-1):
    return argsort(a, axis)


def digitize(x, bins, right=False):
    """The numbers of the bins."""
    bins = asarray(bins)
    if bins.size > 1 and not ((bins[1:] >= bins[:-1]).all() or (bins[1:] <= bins[:-1]).all()):
        raise ValueError("bins must be monotonically increasing or decreasing")
    side = "left" if right else "right"
    if bins.size > 1 and bins[0] > bins[-1]:
        return bins.size - searchsorted(bins[::-1], x, "right" if right else "left")
    return searchsorted(bins, x, side)


def searchsorted(a, v, side="left", sorter=None):
    """Where numbers would be inserted into a sorted array."""
    import bisect

    if side not in ("left", "right"):
        raise ValueError(f"search side must be 'left' or 'right' (got {side!r})")
    numbers = (asarray(a) if sorter is None else asarray(a)[sorter]).tolist()
    find = bisect.bisect_left if side == "left" else bisect.bisect_right
    v = asarray(v)
    if v.ndim == 0:
        return _matrix.int64(find(numbers, v.item()))
    return asarray([find(numbers, one) for one in v.ravel().tolist()], int).reshape(v.shape)


def bincount(x, weights=None, minlength=0):
    """How often each whole number comes."""
    x = asarray(x)
    if x.dtype.kind not in "iub" and x.size:
        raise TypeError(f"Cannot cast array data from dtype('{x.dtype}') to dtype('int64') according to the rule 'safe'")
    if x.size and x.min() < 0:
        raise ValueError("'list' argument must have no negative elements")
    numbers = x.tolist()
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
    edges = histogram_bin_edges(a, bins, range)
    count = edges.size - 1
    inside = (a >= edges[0]) & (a <= edges[-1])
    places = _matrix.minimum(searchsorted(edges, a[inside], "right") - 1, count - 1)
    if weights is not None:
        weights = asarray(weights).ravel()[inside]
    counts = bincount(places, weights, count)
    if density:
        return counts / diff(edges) / counts.sum(), edges
    return counts, edges


def histogram_bin_edges(a, bins=10, range=None, weights=None):
    """The edges of the bins that a histogram has."""
    a = asarray(a).ravel()
    if isinstance(bins, str):
        raise TypeError(f"the bins '{bins}' are not supported: give their number or their edges")
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
    return edges


def histogram2d(x, y, bins=10, range=None, density=None, weights=None):
    """How many points lie in each bin of a grid, and the edges of the bins."""
    x, y = asarray(x), asarray(y)
    bins = bins if isinstance(bins, (list, tuple)) and len(bins) == 2 else (bins, bins)
    ranges = range if range is not None else (None, None)
    edges = [histogram_bin_edges(one, bin, span) for one, bin, span in zip((x, y), bins, ranges)]
    inside = (x >= edges[0][0]) & (x <= edges[0][-1]) & (y >= edges[1][0]) & (y <= edges[1][-1])
    places = [
        _matrix.minimum(searchsorted(edge, one[inside], "right") - 1, edge.size - 2)
        for one, edge in zip((x, y), edges)
    ]
    sides = edges[0].size - 1, edges[1].size - 1
    weights = None if weights is None else asarray(weights)[inside]
    counts = bincount(places[0] * sides[1] + places[1], weights, sides[0] * sides[1]).astype(float).reshape(sides)
    if density:
        counts = counts / counts.sum() / (diff(edges[0]).reshape(-1, 1) * diff(edges[1]))
    return counts, *edges


_METHODS = "linear", "lower", "higher", "nearest", "midpoint"


def quantile(a, q, axis=None, out=None, overwrite_input=False, method="linear", keepdims=False):
    """Numbers below which these shares of all lie, between neighbours where need be."""
    a, q = asarray(a), asarray(q, float)
    if (q < 0).any() or (q > 1).any():
        raise ValueError("Quantiles must be in the range [0, 1]")
    return _quantile(a, q, axis, method, keepdims)


def percentile(a, q, axis=None, out=None, overwrite_input=False, method="linear", keepdims=False):
    """The same with the shares in hundredths."""
    q = asarray(q, float)
    if (q < 0).any() or (q > 100).any():
        raise ValueError("Percentiles must be in the range [0, 100]")
    return _quantile(asarray(a), asarray(q / 100), axis, method, keepdims)


def _quantile(a, q, axis, method, keepdims):
    if method not in _METHODS:
        raise ValueError(f"method '{method}' is not supported: one of {', '.join(_METHODS)} is")
    shape = a.shape
    if axis is None:
        a, axis, goes = a.ravel(), 0, range(len(shape))
    else:
        axis = _axis(axis, a.ndim)
        goes = (axis,)
    if not a.size:
        return float64(float("nan"))
    a = sort(a, axis)
    parts = []
    for share in q.ravel().tolist():
        place = share * (a.shape[axis] - 1)
        low = int(place)
        high = builtins.min(low + 1, a.shape[axis] - 1)
        part = place - low
        if method != "linear":
            part = {"lower": 0.0, "higher": float(part > 0), "midpoint": 0.5 * (part > 0)}.get(method, float(
                part > 0.5 or part == 0.5 and low % 2 == 1))
        below, above = a[_along(axis, low)], a[_along(axis, high)]
        one = below + (above - below) * part if part < 0.5 else above - (above - below) * (1 - part)
        if a.dtype.kind == "f":
            one = where(isnan(a[_along(axis, -1)]), float("nan"), one)[()]
        elif method in ("lower", "higher", "nearest"):
            one = asarray(one).astype(a.dtype)[()]
        if keepdims:
            one = asarray(one).reshape(tuple(1 if axis in goes else side for axis, side in enumerate(shape)))
        parts.append(one)
    return parts[0] if q.ndim == 0 else stack([asarray(one) for one in parts]).reshape(
        q.shape + asarray(parts[0]).shape)


def median(a, axis=None, out=None, overwrite_input=False, keepdims=False):
    """The number in the middle, or the mean of the two."""
    a = asarray(a)
    if isinstance(axis, tuple):
        from ._axes import moveaxis

        kept = a.ndim - len(axis)
        a = moveaxis(a, axis, tuple(range(kept, a.ndim)))
        a, axis = a.reshape(a.shape[:kept] + (-1,)), -1
    shape = a.shape
    if axis is None:
        a, axis, goes = a.ravel(), 0, range(len(shape))
    else:
        axis = _axis(axis, a.ndim)
        goes = (axis,)
    side = a.shape[axis]
    if not side:
        return float64(float("nan"))
    a = sort(a, axis)
    middle = mean(a[_along(axis, slice((side - 1) // 2, side // 2 + 1))], axis)
    if a.dtype.kind == "f":
        middle = where(isnan(a[_along(axis, -1)]), float("nan"), middle)[()]
    if keepdims:
        middle = asarray(middle).reshape(tuple(1 if one in goes else side for one, side in enumerate(shape)))
    return middle


def cov(m, y=None, rowvar=True, bias=False, ddof=None):
    """Covariances of the rows."""
    ddof = (0 if bias else 1) if ddof is None else ddof
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
        return float64(1.0)
    spread = sqrt(c.ravel()[:: c.shape[0] + 1])
    return c / spread.reshape(-1, 1) / spread.reshape(1, -1)


def interp(x, xp, fp, left=None, right=None, period=None):
    """Numbers on the lines between points."""
    x, xp, fp = asarray(x, float), asarray(xp, float), asarray(fp, float)
    if xp.size != fp.size:
        raise ValueError("fp and xp are not of the same length.")
    if not xp.size:
        raise ValueError("array of sample points is empty")
    if period is not None:
        x, xp = x % period, xp % period
        order = argsort(xp)
        xp, fp = xp[order], fp[order]
        xp = concatenate([xp[-1:] - period, xp, xp[:1] + period])
        fp = concatenate([fp[-1:], fp, fp[:1]])
    below, above = fp[0] if left is None else left, fp[-1] if right is None else right
    if xp.size == 1:
        return where(x < xp[0], below, where(x > xp[0], above, fp[0]))[()]
    places = asarray(searchsorted(xp, x, "right")) - 1
    places = asarray(_matrix.maximum(_matrix.minimum(places, xp.size - 2), 0))
    start = xp[places]
    slopes = (fp[places + 1] - fp[places]) / (xp[places + 1] - start)
    result = slopes * (x - start) + fp[places]
    result = where(x < xp[0], below, where(x > xp[-1], above, where(x == xp[-1], fp[-1], result)))
    return result[()]


def trapezoid(y, x=None, dx=1.0, axis=-1):
    """The area below lines between points."""
    y = asarray(y)
    axis = _axis(axis, y.ndim)
    steps = dx if x is None else diff(asarray(x))
    if getattr(steps, "ndim", 0) == 1:
        steps = steps.reshape(tuple(-1 if one == axis else 1 for one in range(y.ndim)))
    return sum(steps * (y[_along(axis, slice(1, None))] + y[_along(axis, slice(None, -1))]) / 2.0, axis)


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


def correlate(a, v, mode="valid"):
    """Sums of products with the other array at each offset."""
    return convolve(a, asarray(v)[::-1], mode)
