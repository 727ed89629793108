"""Arrays joined and split."""

import builtins
from functools import reduce

import matrix as _matrix
from matrix import asarray, empty

from ._axes import _along, _axis, atleast_1d, atleast_2d, atleast_3d, expand_dims, moveaxis


def _kind_of_all(arrays):
    return reduce(_matrix._joined, (one.dtype for one in arrays))


def concatenate(arrays, axis=0, out=None, *, dtype=None, casting=None):
    """Arrays one after the other along an axis."""
    arrays = [asarray(one) for one in arrays]
    if not arrays:
        raise ValueError("need at least one array to concatenate")
    if axis is None:
        arrays, axis = [one.ravel() for one in arrays], 0
    first = arrays[0]
    if first.ndim == 0:
        raise ValueError("zero-dimensional arrays cannot be concatenated")
    axis = _axis(axis, first.ndim)
    for index, one in enumerate(arrays):
        if one.ndim != first.ndim:
            raise ValueError(
                "all the input arrays must have same number of dimensions, but the array at index 0 has "
                f"{first.ndim} dimension(s) and the array at index {index} has {one.ndim} dimension(s)"
            )
        for other in range(one.ndim):
            if other != axis and one.shape[other] != first.shape[other]:
                raise ValueError(
                    "all the input array dimensions except for the concatenation axis must match exactly, but along "
                    f"dimension {other}, the array at index 0 has size {first.shape[other]} and the array at index "
                    f"{index} has size {one.shape[other]}"
                )
    total = builtins.sum(one.shape[axis] for one in arrays)
    result = empty(first.shape[:axis] + (total,) + first.shape[axis + 1 :], dtype or _kind_of_all(arrays))
    start = 0
    for one in arrays:
        stop = start + one.shape[axis]
        result[_along(axis, slice(start, stop))] = one
        start = stop
    if out is None:
        return result
    out[...] = result
    return out


concat = concatenate


def stack(arrays, axis=0):
    """Arrays of the same shape along a new axis."""
    arrays = [asarray(one) for one in arrays]
    if not arrays:
        raise ValueError("need at least one array to stack")
    if len({one.shape for one in arrays}) > 1:
        raise ValueError("all input arrays must have the same shape")
    return concatenate([expand_dims(one, axis) for one in arrays], _axis(axis, arrays[0].ndim + 1))


def vstack(arrays):
    return concatenate([atleast_2d(one) for one in arrays])


def hstack(arrays):
    arrays = [atleast_1d(one) for one in arrays]
    return concatenate(arrays, 0 if arrays and arrays[0].ndim == 1 else 1)


def dstack(arrays):
    return concatenate([atleast_3d(one) for one in arrays], 2)


def unstack(x, *, axis=0):
    """The parts along an axis."""
    return tuple(moveaxis(x, axis, 0))


def block(arrays):
    """Arrays joined as nested lists say."""
    def joined(part, depth):
        if not isinstance(part, list):
            return asarray(part)
        parts = [joined(one, depth - 1) for one in part]
        count = builtins.max(depth, *(one.ndim for one in parts))
        parts = [one.reshape((1,) * (count - one.ndim) + one.shape) for one in parts]
        return concatenate(parts, -depth)

    def depth(part):
        return 1 + builtins.max((depth(one) for one in part), default=0) if isinstance(part, list) else 0

    return joined(arrays, depth(arrays))


def column_stack(arrays):
    arrays = [asarray(one) for one in arrays]
    return concatenate([one.reshape(-1, 1) if one.ndim < 2 else one for one in arrays], 1)


def append(a, values, axis=None):
    return concatenate([a, values], axis)


def array_split(a, parts, axis=0):
    """Parts as equal as can be, or cut at indices."""
    a = asarray(a)
    axis = _axis(axis, a.ndim)
    side = a.shape[axis]
    if not hasattr(parts, "__len__"):
        length, longer = divmod(side, parts)
        cuts = [0]
        for part in range(parts):
            cuts.append(cuts[-1] + length + (part < longer))
    else:
        cuts = [0, *parts, side]
    return [a[_along(axis, slice(start, stop))] for start, stop in zip(cuts, cuts[1:])]


def split(a, parts, axis=0):
    """Equal parts, or cut at indices."""
    if not hasattr(parts, "__len__") and asarray(a).shape[axis] % parts:
        raise ValueError("array split does not result in an equal division")
    return array_split(a, parts, axis)


def dsplit(a, parts):
    if asarray(a).ndim < 3:
        raise ValueError("dsplit only works on arrays of 3 or more dimensions")
    return split(a, parts, 2)


def vsplit(a, parts):
    return split(a, parts, 0)


def hsplit(a, parts):
    return split(a, parts, 0 if asarray(a).ndim == 1 else 1)
