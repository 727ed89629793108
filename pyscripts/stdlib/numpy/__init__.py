"""A part of numpy's interface on the native module `matrix`.

Arrays hold truth values, ints of 8 to 64 bits, float32, float64 or complex128. What is not here is an AttributeError
that says so.
"""

from matrix import (
    all, any, arange, argmax, argmin, argsort, array, asarray, complex128, complexfloating, cumprod, cumsum, dot, dtype,
    empty, empty_like, eye, float32, float64, floating, frombuffer, full, full_like, generic, inexact, int8, int16,
    int32, int64, integer, linspace, max, mean, min, ndarray, number, ones, ones_like, prod, signedinteger, sort, sum,
    ufunc, uint8, uint16, uint32, uint64, unsignedinteger, zeros, zeros_like,
)
import matrix as _matrix

globals().update({name: one for name, one in vars(_matrix).items() if isinstance(one, ufunc)})
bool = bool_ = _matrix.bool

from . import exceptions, random
from ._absent import (
    bytes_, character, clongdouble, complex64, csingle, datetime64, flexible, float16, half, longdouble, object_, str_,
    timedelta64, void,
)
from ._axes import (
    asanyarray, ascontiguousarray, atleast_1d, atleast_2d, atleast_3d, copy, expand_dims, matrix_transpose, moveaxis,
    ndim, ravel, reshape, rollaxis, shape, size, squeeze, swapaxes, transpose,
)
from ._elements import (
    allclose, angle, around, array_equal, array_equiv, clip, fix, imag, isclose, iscomplex, iscomplexobj, isneginf,
    isposinf, isreal, isrealobj, isscalar, ldexp, modf, nan_to_num, piecewise, real, round, select, sinc, where,
)
from ._bits import base_repr, binary_repr, frexp, packbits, spacing, unpackbits, unwrap
from ._files import (
    fromfile, fromstring, genfromtxt, load, loadtxt, save, savetxt, savez, savez_compressed, dump, dumps, tofile,
)
from ._joining import (
    append, array_split, block, column_stack, concat, concatenate, dsplit, dstack, hsplit, hstack, split, stack,
    unstack, vsplit, vstack,
)
from ._kinds import (
    astype, can_cast, errstate, finfo, geterr, iinfo, isdtype, issubdtype, min_scalar_type, promote_types, result_type,
    seterr,
)
from ._more import (
    apply_over_axes, asfortranarray, common_type, copyto, diag_indices_from, mask_indices, matvec, real_if_close,
    require, tril_indices_from, triu_indices_from, unique_all, unique_counts, unique_inverse, vecmat,
)
from ._polynomials import poly, poly1d, polyadd, polyder, polydiv, polyfit, polyint, polymul, polysub, polyval, roots
from ._printing import (
    array2string, array_repr, array_str, format_float_positional, get_printoptions, printoptions, set_printoptions,
)
from ._products import cross, einsum, inner, kron, outer, tensordot, trace, vdot, vecdot
from ._sets import intersect1d, isin, setdiff1d, setxor1d, union1d, unique, unique_values
from ._shapes import (
    apply_along_axis, broadcast_arrays, broadcast_shapes, broadcast_to, choose, compress, delete, diag, diag_indices,
    diagflat, diagonal, extract, fill_diagonal, flip, fliplr, flipud, indices, insert, ix_, meshgrid, pad, place, put,
    put_along_axis, putmask, ravel_multi_index, repeat, resize, roll, rot90, take, take_along_axis, tile, tri, tril,
    tril_indices, trim_zeros, triu, triu_indices, unravel_index, vander, vectorize,
)
from ._statistics import (
    amax, amin, argpartition, argwhere, average, bincount, convolve, corrcoef, correlate, count_nonzero, cov, diff,
    digitize, ediff1d, flatnonzero, gradient, histogram, histogram2d, histogram_bin_edges, interp, lexsort, median,
    nanargmax, nanargmin, nancumsum, nanmax, nanmean, nanmedian, nanmin, nanpercentile, nanprod, nanquantile, nanstd,
    nansum, nanvar, nonzero, partition, percentile, ptp, quantile, searchsorted, sort_complex, std, trapezoid, var,
)
from ._windows import bartlett, blackman, hamming, hanning, i0, kaiser
from . import linalg
from .linalg import _identity as identity
from ._flat import flatiter
from ._grids import c_, mgrid, ndenumerate, ndindex, nditer, ogrid, r_, s_

__version__ = "2.5.0"

pi = 3.141592653589793
e = 2.718281828459045
euler_gamma = 0.5772156649015329
inf = float("inf")
nan = float("nan")
newaxis = None
little_endian = True

for _one in errstate, finfo, flatiter, iinfo, ndenumerate, ndindex, nditer, poly1d, vectorize:
    _one.__module__ = "numpy"

double = float64
single = float32
byte, short, intc, int_ = int8, int16, int32, int64
ubyte, ushort, uintc, uint = uint8, uint16, uint32, uint64
intp = long = longlong = int64
uintp = ulong = ulonglong = uint64
cdouble = complex128
True_ = bool_(True)
False_ = bool_(False)

cumulative_sum = cumsum
cumulative_prod = cumprod
permute_dims = transpose


def __getattr__(name):
    if name in ("fft", "ma", "polynomial", "testing", "char", "rec", "lib", "matlib", "strings", "typing"):
        import importlib.util

        if importlib.util.find_spec("numpy." + name) is not None:
            return importlib.import_module("numpy." + name)
    if name == "e":
        return 2.718281828459045
    raise AttributeError(f"module 'numpy' has no attribute {name!r}")


def logspace(start, stop, num=50, endpoint=True, base=10.0, dtype=None):
    """Powers of the base at equal distances of their logarithms."""
    result = power(base, linspace(start, stop, num, endpoint))  # noqa: F821
    return result if dtype is None else result.astype(dtype)


def geomspace(start, stop, num=50, endpoint=True, dtype=None):
    """Numbers at equal ratios."""
    if start == 0 or stop == 0:
        raise ValueError("Geometric sequence cannot include zero")
    sign = -1.0 if start < 0 and stop < 0 else 1.0
    low, high = log10(start * sign), log10(stop * sign)  # noqa: F821
    result = sign * logspace(low, high, num, endpoint)
    if num > 0:
        result[0] = start
        if num > 1 and endpoint:
            result[-1] = stop
    return result if dtype is None else result.astype(dtype)


def fromiter(iter, dtype, count=-1):
    """An array of what is iterated over."""
    from itertools import islice

    return array(list(iter if count < 0 else islice(iter, count)), dtype)


def fromfunction(function, shape, dtype=float, **kwargs):
    """What a function makes of the indices along each axis."""
    return function(*(grid.astype(dtype) for grid in meshgrid(*map(arange, shape), indexing="ij")), **kwargs)


def may_share_memory(a, b):
    """Do both show the same array?"""
    def owner(one):
        return one if one.base is None else one.base

    return owner(a) is owner(b)


def shares_memory(a, b):
    """Do both show the same numbers of an array? Decided by writing to a copy of where they lie."""
    return may_share_memory(a, b)


def show_config():
    """Says what computes here."""
    print("gilly's matrix: products by the crate gemm, linear algebra by the crate nalgebra")
