import numpy as np

a = np.array([[3.0, 1.0, 2.0], [9.0, 7.0, 8.5]])
b = np.arange(24).reshape(2, 3, 4)
print(a.std(), a.std(axis=0), np.std(a, axis=1, ddof=1), np.var(a, axis=-1, keepdims=True), np.var([1, 2, 3, 4]))
print(a.sum(axis=1, keepdims=True), b.sum(axis=(0, 2)), b.max(axis=(1, 2)), b.mean(axis=(0, 1), keepdims=True), b.sum(axis=-1), np.prod(b[0, :2], axis=0))
print(a.max(axis=0, keepdims=True), a.argmax(axis=1), a.argmin(), np.sum(a > 2, axis=0), np.all(a > 2, axis=1), a.sum(keepdims=True))
print(np.cumsum([1, 2, 3]), np.cumsum(a, axis=0), a.cumsum(axis=1), np.cumprod([1.5, 2, 4]), np.cumsum(a), np.diff([1, 4, 9, 16]), np.diff(a), np.diff([1, 4, 9, 16], n=2), np.diff(a, axis=0))
print(np.sort(a), np.sort(a, axis=0), np.sort(a, axis=None), np.argsort([3, 1, 2]), np.argsort(a, axis=0), np.sort([True, False]), np.sort([2.0, float("nan"), 1.0]))
c = np.array([3, 1, 2])
c.sort()
print(c, np.unique([3, 1, 2, 3, 1]), *np.unique([3, 1, 2, 3, 1], return_index=True, return_inverse=True, return_counts=True))
print(np.clip(a, 2, 8), a.clip(2, 8), np.clip([1, 5, 9], None, 6), np.round([1.255, 2.5, 3.5, -1.5], 1), np.round([0.5, 1.5, 2.5]), a.round(), np.maximum(a, 3), np.minimum([1, 5], [4, 2]), np.maximum([1.0, float("nan")], 0))
print(np.log2([1, 8]), np.log10([1, 1000.0]), np.log1p([0, 1.0]), np.expm1([0, 1.0]), np.arctan([0, 1.0]), np.arctan2([1.0, -1], [1.0, -1]), np.sinh([0, 1.0]), np.cosh([0, 1.0]), np.power(2, [1, 2, 3]), np.sign([-2, 0, 5]), np.sign([-0.5, 2.5]), np.hypot(3.0, [4.0]))
n = np.array([1.0, float("nan"), 3.0, float("inf")])
print(np.isnan(n), np.isinf(n), np.isfinite(n), np.nansum(n[:3]), np.nanmean(n[:3]), np.nanmax(n[:3]), np.nanmin(n), np.nanstd(n[:3]), np.nansum([[1.0, float("nan")], [2.0, 3.0]], axis=0))
print(np.nonzero([0, 3, 0, 4]), np.argwhere(a > 2), np.flatnonzero([[0, 1], [2, 0]]), np.where(a > 7), np.where(a > 7, a, 0), np.count_nonzero(a > 2))
print(np.searchsorted([1, 3, 5], [0, 3, 6]), np.searchsorted([1, 3, 5], 3, side="right"), np.bincount([0, 2, 2, 5]), *np.histogram([1, 2, 1, 4, 5], bins=4), *np.histogram([1, 2, 3], bins=[0, 1.5, 3]), np.histogram([1.0, 2, 3, 4], 2, density=True)[0])
print(np.median(a), np.median(a, axis=0), np.percentile(a, 50), np.percentile(a, [25, 75]), np.percentile([1, 2, 3, 4], 40, axis=0), np.quantile(a, 0.1), np.average([1, 2, 3], weights=[3, 2, 1]), np.ptp([3, 9, 1]))
print(np.array_equal(a, a.copy()), np.isclose([1.0, 2.0], [1.0 + 1e-9, 2.1]), np.allclose(a, a + 1e-9), np.array_equal([1], [1, 2]), np.isclose([float("nan")], [float("nan")], equal_nan=True))
print(np.interp([0.5, 1.5, 5], [0, 1, 2], [0, 10, 40]), np.interp(1.5, [0, 1, 2], [0, 10, 40]), np.trapezoid([1, 2, 3]), np.convolve([1, 2, 3], [0, 1, 0.5]), np.convolve([1, 2, 3], [1, 1], "same"), np.cov([1, 2, 3], [3, 5, 8]), np.corrcoef([1, 2, 3], [3, 2, 1]))
print(a.dtype, b.dtype, repr(a.dtype), a.dtype == np.float64, a.dtype == "float64", a.dtype == np.int64, (a > 1).dtype == bool, a.astype(np.float32).dtype, a.itemsize, a.nbytes, np.dtype("int64").itemsize, np.finfo(np.float64).eps, np.iinfo(np.int64).max)
print(np.logspace(0, 2, 3), np.degrees(np.pi), np.logical_and([1, 0], [1, 1]), np.add(1, [1, 2]), np.abs([-1, 2]), np.square([1, 2]))
for bad in (lambda: a.sum(axis=2), lambda: np.min(np.zeros(0)), lambda: np.quantile(a, 2), lambda: np.sort(a, axis=5)):
    try:
        bad()
    except (ValueError, IndexError) as error:
        print(error)
