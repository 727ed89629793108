"""Arrays joined, cut, turned and repeated."""

import builtins

from matrix import arange, array, asarray, empty, where, zeros


def ndim(a):
    return asarray(a).ndim


def shape(a):
    return asarray(a).shape


def size(a, axis=None):
    return asarray(a).size if axis is None else asarray(a).shape[axis]


def reshape(a, shape):
    return asarray(a).reshape(shape)


def ravel(a):
    return asarray(a).ravel()


def transpose(a, axes=None):
    return asarray(a).transpose(axes)


def _axis(axis, count):
    """An axis counted from the front."""
    if not -count <= axis < count:
        raise ValueError(f"axis {axis} is out of bounds for array of dimension {count}")
    return axis % count


def swapaxes(a, axis1, axis2):
    a = asarray(a)
    order = list(range(a.ndim))
    axis1, axis2 = _axis(axis1, a.ndim), _axis(axis2, a.ndim)
    order[axis1], order[axis2] = axis2, axis1
    return a.transpose(order)


def moveaxis(a, source, destination):
    a = asarray(a)
    source, destination = _axis(source, a.ndim), _axis(destination, a.ndim)
    order = [axis for axis in range(a.ndim) if axis != source]
    order.insert(destination, source)
    return a.transpose(order)


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


def _kind_of_all(arrays):
    kinds = {str(one.dtype) for one in arrays}
    if len(kinds) == 1:
        return kinds.pop()
    if "float64" in kinds or {"float32", "int64"} <= kinds:
        return "float64"
    return "float32" if "float32" in kinds else "int64"


def _along(axis, key):
    """A key that picks along one axis."""
    return (slice(None),) * axis + (key,)


def concatenate(arrays, axis=0):
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
    result = empty(first.shape[:axis] + (total,) + first.shape[axis + 1 :], _kind_of_all(arrays))
    start = 0
    for one in arrays:
        stop = start + one.shape[axis]
        result[_along(axis, slice(start, stop))] = one
        start = stop
    return result


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
    if isinstance(parts, int):
        length, longer = divmod(side, parts)
        cuts = [0]
        for part in range(parts):
            cuts.append(cuts[-1] + length + (part < longer))
    else:
        cuts = [0, *parts, side]
    return [a[_along(axis, slice(start, stop))] for start, stop in zip(cuts, cuts[1:])]


def split(a, parts, axis=0):
    """Equal parts, or cut at indices."""
    if isinstance(parts, int) and asarray(a).shape[axis] % parts:
        raise ValueError("array split does not result in an equal division")
    return array_split(a, parts, axis)


def vsplit(a, parts):
    return split(a, parts, 0)


def hsplit(a, parts):
    return split(a, parts, 0 if asarray(a).ndim == 1 else 1)


def broadcast_to(a, shape):
    """Repeated along new or short axes; a copy."""
    a = asarray(a)
    shape = shape if isinstance(shape, tuple) else tuple(shape) if isinstance(shape, list) else (shape,)
    result = empty(shape, a.dtype)
    try:
        result[...] = a
    except ValueError:
        raise ValueError(
            "operands could not be broadcast together with remapped shapes [original->remapped]: "
            f"{_text(a.shape)}  and requested shape {_text(shape)}"
        ) from None
    return result


def _text(shape):
    return str(shape).replace(" ", "")


def repeat(a, repeats, axis=None):
    """Each number, or each part along an axis, so many times."""
    a = asarray(a)
    if axis is None:
        a, axis = a.ravel(), 0
    axis = _axis(axis, a.ndim)
    side = a.shape[axis]
    counts = [repeats] * side if isinstance(repeats, int) else asarray(repeats).tolist()
    if len(counts) != side:
        raise ValueError(f"operands could not be broadcast together with shape ({side},) ({len(counts)},)")
    places = [place for place, count in enumerate(counts) for _ in range(count)]
    return a[_along(axis, array(places, int))]


def tile(a, reps):
    """The whole array, so many times along each axis."""
    a = asarray(a)
    reps = tuple(reps) if isinstance(reps, (tuple, list)) else (reps,)
    count = builtins.max(a.ndim, len(reps))
    reps = (1,) * (count - len(reps)) + reps
    a = a.reshape((1,) * (count - a.ndim) + a.shape)
    for axis, times in enumerate(reps):
        a = concatenate([a] * times, axis) if times else a[_along(axis, slice(0))]
    return a.copy() if set(reps) == {1} else a


def flip(a, axis=None):
    """In reverse order along an axis, or along all."""
    a = asarray(a)
    if axis is None:
        return a[(slice(None, None, -1),) * a.ndim]
    for one in axis if isinstance(axis, tuple) else (axis,):
        a = a[_along(_axis(one, a.ndim), slice(None, None, -1))]
    return a


def flipud(a):
    return flip(a, 0)


def fliplr(a):
    return flip(a, 1)


def rot90(a, k=1):
    """Turned by so many right angles."""
    a = asarray(a)
    for _ in range(k % 4):
        a = flip(a, 1).T
    return a


def roll(a, shift, axis=None):
    """Shifted along an axis; what leaves one end comes in at the other."""
    a = asarray(a)
    if axis is None:
        return roll(a.ravel(), shift, 0).reshape(a.shape)
    axis = _axis(axis, a.ndim)
    side = a.shape[axis]
    cut = -shift % side if side else 0
    return concatenate([a[_along(axis, slice(cut, None))], a[_along(axis, slice(cut))]], axis)


def diagonal(a, offset=0):
    """The numbers on a diagonal."""
    a = asarray(a)
    if a.ndim != 2:
        raise ValueError("diag requires an array of at least two dimensions")
    rows, columns = a.shape
    length = builtins.max(builtins.min(rows + builtins.min(offset, 0), columns - builtins.max(offset, 0)), 0)
    start = offset if offset >= 0 else -offset * columns
    return a.ravel()[start : start + length * (columns + 1) : columns + 1]


def diag(v, k=0):
    """A matrix with these numbers on a diagonal, or the numbers on a matrix's diagonal."""
    v = asarray(v)
    if v.ndim == 2:
        return diagonal(v, k)
    if v.ndim != 1:
        raise ValueError("Input must be 1- or 2-d.")
    side = v.size + builtins.abs(k)
    result = zeros(side * side, v.dtype)
    start = k if k >= 0 else -k * side
    result[start : start + v.size * (side + 1) : side + 1] = v
    return result.reshape(side, side)


def _above(a, k):
    rows, columns = a.shape[-2:]
    return arange(columns).reshape(1, -1) - arange(rows).reshape(-1, 1) > k


def tril(a, k=0):
    """Zeros above a diagonal."""
    a = asarray(a)
    return where(_above(a, k), zeros(1, a.dtype), a)


def triu(a, k=0):
    """Zeros below a diagonal."""
    a = asarray(a)
    return where(_above(a, k - 1), a, zeros(1, a.dtype))


def meshgrid(*axes, indexing="xy"):
    """Coordinates of all points of a grid."""
    axes = [asarray(one).ravel() for one in axes]
    turned = indexing == "xy" and len(axes) > 1
    order = [1, 0, *range(2, len(axes))] if turned else range(len(axes))
    shape = tuple(axes[axis].size for axis in order)
    grids = []
    for place, one in enumerate(axes):
        sides = [1] * len(axes)
        sides[list(order).index(place)] = one.size
        grids.append(broadcast_to(one.reshape(tuple(sides)), shape))
    return tuple(grids)


def ix_(*places):
    """Keys that pick the crossings of rows and columns."""
    result = []
    for axis, one in enumerate(places):
        one = asarray(one)
        if one.dtype == bool:
            one = arange(one.size)[one]
        sides = [1] * len(places)
        sides[axis] = one.size
        result.append(one.reshape(tuple(sides)))
    return tuple(result)
