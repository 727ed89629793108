"""A part of numpy's interface on the native module `matrix`.

Arrays hold float64, float32, int64 or bool. What is not here is not supported.
"""

from matrix import (
    all, any, arange, arccos, arccosh, arcsin, arcsinh, arctan, arctan2, arctanh, argmax, argmin, argsort, array,
    asarray, cbrt, ceil, cos, cosh, cumprod, cumsum, dot, empty, empty_like, exp, exp2, expm1, eye,
    floor, full, full_like, hypot, linspace, log, log10, log1p, log2, max, maximum, mean, min, minimum, ndarray, ones,
    ones_like, prod, rint, sin, sinh, sort, sqrt, sum, tan, tanh, trunc, zeros, zeros_like,
)

from . import random
from ._elements import (
    abs, absolute, add, allclose, array_equal, clip, divide, equal, fabs, greater, greater_equal, isclose, isfinite,
    isinf, isnan, less, less_equal, logical_and, logical_not, logical_or, logical_xor, mod, multiply, negative,
    not_equal, power, reciprocal, round, sign, square, subtract, where,
)
from ._shapes import (
    append, array_split, atleast_1d, atleast_2d, broadcast_to, column_stack, concatenate, diag, diagonal, expand_dims,
    flip, fliplr, flipud, hsplit, hstack, ix_, meshgrid, moveaxis, ndim, ravel, repeat, reshape, roll, rot90, shape,
    size, split, squeeze, stack, swapaxes, tile, transpose, tril, triu, vsplit, vstack,
)
from ._statistics import (
    amax, amin, argwhere, average, bincount, convolve, corrcoef, count_nonzero, cov, diff, flatnonzero, histogram,
    interp, median, nanmax, nanmean, nanmin, nanstd, nansum, nanvar, nonzero, percentile, ptp, quantile, searchsorted,
    std, trapezoid, unique, var,
)
from ._products import cross, inner, kron, matmul, outer, trace, vdot
from . import linalg
from .linalg import _identity as identity

pi = 3.141592653589793
e = 2.718281828459045
euler_gamma = 0.5772156649015329
inf = float("inf")
nan = float("nan")
newaxis = None

float64 = float
int64 = int
bool_ = bool


class float32(float):
    """A number rounded to 32 bits, as a Python float."""

    def __new__(cls, number=0.0):
        return array(number, "float32").item()


def dtype(kind):
    """The kind as an object."""
    return empty(0, kind).dtype


class iinfo:
    """The limits of int64."""

    bits = 64
    min = -(2**63)
    max = 2**63 - 1

    def __init__(self, kind):
        if dtype(kind) != int64:
            raise ValueError(f"Invalid integer data type {dtype(kind).kind!r}.")
        self.dtype = dtype(kind)


class finfo:
    """The limits of a kind of floats."""

    def __init__(self, kind=float):
        self.dtype = dtype(kind)
        if self.dtype.kind != "f":
            raise ValueError(f"data type {kind!r} not inexact")
        single = self.dtype == "float32"
        self.bits = 32 if single else 64
        self.eps = 2.0 ** (-23 if single else -52)
        self.max = (2 - self.eps) * 2.0 ** (127 if single else 1023)
        self.min = -self.max
        self.tiny = self.smallest_normal = 2.0 ** (-126 if single else -1022)


def deg2rad(x):
    """Angles in radians."""
    return x * (pi / 180)


def rad2deg(x):
    """Angles in degrees."""
    return x * (180 / pi)


radians = deg2rad
degrees = rad2deg


def logspace(start, stop, num=50, endpoint=True, base=10.0):
    """Powers of the base at equal distances of their logarithms."""
    return base ** linspace(start, stop, num, endpoint)


def fromiter(iterable, dtype):
    """An array of what is iterated over."""
    return array(list(iterable), dtype)


def fromfunction(function, shape, dtype=float):
    """What a function makes of the indices along each axis."""
    return function(*(grid.astype(dtype) for grid in meshgrid(*map(arange, shape), indexing="ij")))
