"""What is made of a few other functions: copies into arrays, places in triangles, walks over windows, and the like."""

from collections import namedtuple

from matrix import arange, asarray, ndarray, ones
import matrix as _matrix

from ._kinds import can_cast
from ._shapes import broadcast_to, tril_indices, triu_indices
from ._sets import unique
from ._statistics import nonzero


def copyto(dst, src, casting="same_kind", where=True):
    """Copies numbers into an array, where a mask holds."""
    if not isinstance(dst, ndarray):
        raise TypeError(f"copyto() argument 1 must be numpy.ndarray, not {type(dst).__name__}")
    src = asarray(src)
    if not can_cast(src.dtype, dst.dtype, casting):
        what = "array data" if src.ndim else "scalar"
        raise TypeError(f"Cannot cast {what} from {src.dtype!r} to {dst.dtype!r} according to the rule {casting!r}")
    if where is True:
        dst[...] = src
        return
    mask = broadcast_to(asarray(where), dst.shape)
    dst[mask] = broadcast_to(src, dst.shape)[mask]


def tril_indices_from(arr, k=0):
    return tril_indices(arr.shape[0], k, arr.shape[1])


def triu_indices_from(arr, k=0):
    return triu_indices(arr.shape[0], k, arr.shape[1])


def diag_indices_from(arr):
    if arr.ndim < 2:
        raise ValueError("input array must be at least 2-d")
    if len(set(arr.shape)) > 1:
        raise ValueError("All dimensions of input must be of equal length")
    return (arange(arr.shape[0]),) * arr.ndim


def mask_indices(n, mask_func, k=0):
    """The places that a function of a square of ones leaves."""
    return nonzero(mask_func(ones((n, n), int), k) != 0)


def asfortranarray(a, dtype=None):
    """The same numbers with the first axis fastest."""
    return asarray(a, dtype).T.copy().T


def require(a, dtype=None, requirements=None):
    """An array that lies as is asked for."""
    if isinstance(requirements, str):
        requirements = [requirements]
    wanted = {one[0].upper() for one in requirements or ()}
    if "F" in wanted:
        return asfortranarray(a, dtype)
    a = asarray(a, dtype)
    flags = a.flags
    if "C" in wanted and not flags.c_contiguous or "W" in wanted and not flags.writeable or "O" in wanted and (
            not flags.owndata):
        return a.copy()
    return a


def matvec(x1, x2):
    """The products of matrices and vectors."""
    x1, x2 = asarray(x1), asarray(x2)
    return (x1 @ x2[..., None])[..., 0]


def vecmat(x1, x2):
    """The products of vectors and matrices."""
    x1, x2 = asarray(x1), asarray(x2)
    return (x1.conj()[..., None, :] @ x2)[..., 0, :]


def apply_over_axes(func, a, axes):
    """A function along several axes, one after the other; the axes stay."""
    result = asarray(a)
    count = result.ndim
    for axis in (axes if isinstance(axes, (tuple, list)) else (axes,)):
        made = asarray(func(result, axis))
        if made.ndim != count:
            made = made.reshape(made.shape[:axis % count] + (1,) + made.shape[axis % count:])
        result = made
    return result


def sliding_window_view(x, window_shape, axis=None):
    """All windows of a shape: a copy, which is not to be written to."""
    x = asarray(x)
    sides = tuple(window_shape) if isinstance(window_shape, (tuple, list)) else (window_shape,)
    if axis is None:
        axes = tuple(range(x.ndim))
        if len(sides) != len(axes):
            raise ValueError("Since axis is None, must provide window_shape for all dimensions of `x`; got "
                             f"{len(sides)} window_shape elements and `x.ndim` is {x.ndim}.")
    else:
        axes = tuple(axis) if isinstance(axis, (tuple, list)) else (axis,)
        if len(sides) != len(axes):
            raise ValueError("Must provide matching length window_shape and axis; got "
                             f"{len(sides)} window_shape elements and {len(axes)} axes elements.")
    if any(side < 0 for side in sides):
        raise ValueError("`window_shape` cannot contain negative values")
    for axis, side in zip(axes, sides):
        axis %= x.ndim
        count = x.shape[axis] - side + 1
        if count < 1:
            raise ValueError("window shape cannot be larger than input array shape")
        places = arange(count).reshape(-1, 1) + arange(side)
        x = x[(slice(None),) * axis + (places,)]
        order = [one for one in range(x.ndim) if one != axis + 1] + [axis + 1]
        x = x.transpose(order)
    return x


UniqueCountsResult = namedtuple("UniqueCountsResult", "values counts")
UniqueInverseResult = namedtuple("UniqueInverseResult", "values inverse_indices")
UniqueAllResult = namedtuple("UniqueAllResult", "values indices inverse_indices counts")


def unique_counts(x):
    return UniqueCountsResult(*unique(x, return_counts=True))


def unique_inverse(x):
    return UniqueInverseResult(*unique(x, return_inverse=True))


def unique_all(x):
    return UniqueAllResult(*unique(x, return_index=True, return_inverse=True, return_counts=True))


def common_type(*arrays):
    """The kind of floats that all arrays can be made of."""
    kinds = [asarray(one).dtype for one in arrays]
    if any(kind.kind == "c" for kind in kinds):
        return _matrix.complex128
    return _matrix.float32 if kinds and all(kind == "float32" for kind in kinds) else _matrix.float64


def real_if_close(a, tol=100):
    """Without the imaginary parts, if they are next to nothing."""
    a = asarray(a)
    if a.dtype.kind != "c" or tol > 1 and (abs(a.imag) >= tol * 2.0 ** -52).any():
        return a
    return a.real if tol <= 1 or (abs(a.imag) < tol * 2.0 ** -52).all() else a
