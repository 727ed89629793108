"""The axes of arrays: how many there are, in which order, and how to pick along one."""

import builtins
from operator import index

from matrix import asarray


def ndim(a):
    return asarray(a).ndim


def shape(a):
    return asarray(a).shape


def size(a, axis=None):
    return asarray(a).size if axis is None else asarray(a).shape[axis]


def reshape(a, shape, order="C"):
    return asarray(a).reshape(shape, order=order)


def ravel(a, order="C"):
    return asarray(a).ravel(order)


def copy(a, order="C"):
    return asarray(a).copy()


def asanyarray(a, dtype=None):
    return asarray(a, dtype)


def ascontiguousarray(a, dtype=None):
    """The array, or a copy whose numbers lie in the order of their indices."""
    a = asarray(a, dtype)
    return a if a.flags.c_contiguous else a.copy()


def atleast_3d(a):
    a = asarray(a)
    return a if a.ndim >= 3 else a.reshape(a.shape + (1,)) if a.ndim == 2 else a.reshape(1, -1, 1)


def matrix_transpose(a):
    return swapaxes(a, -1, -2)


def transpose(a, axes=None):
    return asarray(a).transpose(axes)


def _axis(axis, count):
    """An axis counted from the front."""
    axis = index(axis)
    if not -count <= axis < count:
        from .exceptions import AxisError

        raise AxisError(axis, count)
    return axis % count


def swapaxes(a, axis1, axis2):
    a = asarray(a)
    order = list(range(a.ndim))
    axis1, axis2 = _axis(axis1, a.ndim), _axis(axis2, a.ndim)
    order[axis1], order[axis2] = axis2, axis1
    return a.transpose(order)


def moveaxis(a, source, destination):
    a = asarray(a)
    source, destination = (
        [_axis(one, a.ndim) for one in (axis if isinstance(axis, (tuple, list)) else (axis,))]
        for axis in (source, destination)
    )
    if len(source) != len(destination):
        raise ValueError("`source` and `destination` arguments must have the same number of elements")
    order = [axis for axis in range(a.ndim) if axis not in source]
    for to, axis in sorted(zip(destination, source)):
        order.insert(to, axis)
    return a.transpose(order)


def rollaxis(a, axis, start=0):
    a = asarray(a)
    axis, start = _axis(axis, a.ndim), start + a.ndim if start < 0 else start
    return moveaxis(a, axis, start - 1 if axis < start else start)


def expand_dims(a, axis):
    """With axes of one index at these places."""
    a = asarray(a)
    axes = axis if isinstance(axis, tuple) else (axis,)
    count = a.ndim + len(axes)
    axes = [_axis(axis, count) for axis in axes]
    sides = iter(a.shape)
    return a.reshape(tuple(1 if axis in axes else next(sides) for axis in range(count)))


def squeeze(a, axis=None):
    """Without the axes of one index."""
    a = asarray(a)
    if axis is None:
        axes = [axis for axis, side in enumerate(a.shape) if side == 1]
    else:
        axes = [_axis(axis, a.ndim) for axis in (axis if isinstance(axis, tuple) else (axis,))]
        if builtins.any(a.shape[axis] != 1 for axis in axes):
            raise ValueError("cannot select an axis to squeeze out which has size not equal to one")
    return a.reshape(tuple(side for axis, side in enumerate(a.shape) if axis not in axes))


def atleast_1d(a):
    a = asarray(a)
    return a.reshape(1) if a.ndim == 0 else a


def atleast_2d(a):
    a = asarray(a)
    return a if a.ndim >= 2 else a.reshape(1, -1)


def _along(axis, key):
    """A key that picks along one axis."""
    return (slice(None),) * axis + (key,)
