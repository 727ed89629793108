"""Arrays cut, turned, repeated and filled."""

import builtins

from matrix import arange, array, asarray, empty, where, zeros

from ._axes import _along, _axis, expand_dims, moveaxis, swapaxes
from ._joining import concatenate, stack


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
    counts = asarray(repeats).ravel().tolist()
    counts = counts * side if len(counts) == 1 else counts
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
    if any(times < 0 for times in reps):
        raise ValueError("negative dimensions are not allowed")
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


def rot90(a, k=1, axes=(0, 1)):
    """Turned by so many right angles."""
    a = asarray(a)
    for _ in range(k % 4):
        a = swapaxes(flip(a, axes[1]), *axes)
    return a


def roll(a, shift, axis=None):
    """Shifted along an axis; what leaves one end comes in at the other."""
    a = asarray(a)
    if isinstance(axis, tuple):
        for one, by in zip(axis, shift if isinstance(shift, tuple) else (shift,) * len(axis)):
            a = roll(a, by, one)
        return a
    if axis is None:
        return roll(a.ravel(), shift, 0).reshape(a.shape)
    axis = _axis(axis, a.ndim)
    side = a.shape[axis]
    cut = -shift % side if side else 0
    return concatenate([a[_along(axis, slice(cut, None))], a[_along(axis, slice(cut))]], axis)


def diagonal(a, offset=0, axis1=0, axis2=1):
    """The numbers on a diagonal."""
    a = asarray(a)
    if a.ndim < 2:
        raise ValueError("diag requires an array of at least two dimensions")
    if a.ndim > 2 or axis1 % a.ndim != 0:
        a = moveaxis(a, (axis1, axis2), (-2, -1))
        if a.ndim > 2:
            lines = [diagonal(one, offset) for one in a.reshape((-1,) + a.shape[-2:])]
            return stack(lines).reshape(a.shape[:-2] + (-1,))
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
    if indexing not in ("xy", "ij"):
        raise ValueError("Valid values for `indexing` are 'xy' and 'ij'.")
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


def delete(arr, obj, axis=None):
    """Without the parts at some places along an axis."""
    arr = asarray(arr)
    if axis is None:
        arr, axis = arr.ravel(), 0
    axis = _axis(axis, arr.ndim)
    side = arr.shape[axis]
    keep = zeros(side, bool) == False  # noqa: E712
    if isinstance(obj, int) and not -side <= obj < side:
        raise IndexError(f"index {obj} is out of bounds for axis {axis} with size {side}")
    keep[obj] = False
    return arr[_along(axis, keep)]


def insert(arr, obj, values, axis=None):
    """With values inserted before places along an axis."""
    arr = asarray(arr)
    if axis is None:
        arr, axis = arr.ravel(), 0
    axis = _axis(axis, arr.ndim)
    side = arr.shape[axis]
    if isinstance(obj, slice):
        obj = list(range(*obj.indices(side)))
    places = asarray(obj)
    single = places.ndim == 0
    for place in places.ravel().tolist():
        if not -side <= place <= side:
            raise IndexError(f"index {place} is out of bounds for axis {axis} with size {side}")
    places = [int(place) + side if place < 0 else int(place) for place in places.ravel().tolist()]
    values = asarray(values, arr.dtype)
    if single:
        rest = arr.shape[:axis] + arr.shape[axis + 1 :]
        if arr.ndim == 1:
            values = values.ravel()
        else:
            values = moveaxis(values, 0, axis) if values.ndim == arr.ndim else expand_dims(
                broadcast_to(values, rest), axis)
        places = places * values.shape[axis]
    else:
        values = broadcast_to(values, arr.shape[:axis] + (len(places),) + arr.shape[axis + 1 :])
    order = sorted(range(len(places)), key=places.__getitem__)
    parts, start = [], 0
    for number in order:
        parts += [arr[_along(axis, slice(start, places[number]))], values[_along(axis, slice(number, number + 1))]]
        start = places[number]
    return concatenate(parts + [arr[_along(axis, slice(start, None))]], axis)


def resize(a, new_shape):
    """Of another size, with the numbers repeated where there are too few."""
    flat = asarray(a).ravel()
    new_shape = new_shape if isinstance(new_shape, tuple) else (new_shape,)
    count = 1
    for side in new_shape:
        count *= side
    if not flat.size:
        return zeros(new_shape, flat.dtype)
    return tile(flat, -(-count // flat.size))[:count].reshape(new_shape)


def take(a, indices, axis=None, mode="raise"):
    """Parts along an axis."""
    a, indices = asarray(a), asarray(indices)
    if axis is None:
        a, axis = a.ravel(), 0
    axis = _axis(axis, a.ndim)
    side = a.shape[axis]
    if mode == "wrap":
        indices = indices % side
    elif mode == "clip":
        indices = where(indices < 0, 0, where(indices >= side, side - 1, indices))
    return a[_along(axis, indices if indices.ndim else indices.item())]


def put(a, ind, v, mode="raise"):
    """Replaces numbers at places of all of them."""
    places = asarray(ind).ravel()
    a.flat[places] = resize(v, (places.size,))


def putmask(a, mask, values):
    """Replaces numbers where a mask holds."""
    mask = asarray(mask)
    a[mask] = resize(values, (a.size,)).reshape(a.shape)[mask]


def place(arr, mask, vals):
    """Replaces numbers where a mask holds, by these in turn."""
    mask = asarray(mask)
    arr[mask] = resize(vals, (int(mask.sum()),))


def extract(condition, arr):
    return asarray(arr).ravel()[asarray(condition).ravel() != 0]


def compress(condition, a, axis=None):
    """Parts along an axis where a condition holds."""
    a = asarray(a)
    if axis is None:
        a, axis = a.ravel(), 0
    places = [place for place, one in enumerate(asarray(condition).tolist()) if one]
    return a[_along(_axis(axis, a.ndim), array(places, int))]


def choose(a, choices):
    """Numbers of several arrays, by number of the array."""
    a = asarray(a)
    result = None
    for number, choice in enumerate(choices):
        choice = asarray(choice)
        result = where(a == number, choice, choice if result is None else result)
    return result


def take_along_axis(arr, indices, axis=-1):
    """Numbers along an axis, by places of each line."""
    arr, indices = asarray(arr), asarray(indices)
    if axis is None:
        arr, axis = arr.ravel(), 0
    axis = _axis(axis, arr.ndim)
    return arr[_keys_along(arr, indices, axis)]


def put_along_axis(arr, indices, values, axis):
    axis = _axis(axis, arr.ndim)
    arr[_keys_along(arr, asarray(indices), axis)] = values


def _keys_along(arr, indices, axis):
    keys = []
    for one, side in enumerate(arr.shape):
        sides = [1] * arr.ndim
        sides[one] = side
        keys.append(indices if one == axis else arange(side).reshape(tuple(sides)))
    return tuple(keys)


def pad(array, pad_width, mode="constant", **options):
    """With further numbers at the ends of each axis."""
    a = asarray(array)
    if isinstance(pad_width, dict):
        pad_width = [pad_width.get(axis, 0) for axis in range(a.ndim)]
    widths = broadcast_to(asarray(pad_width) if not isinstance(pad_width, list) else asarray([
        (one, one) if isinstance(one, int) else tuple(one) for one in pad_width]), (a.ndim, 2)).tolist()
    if any(width < 0 for pair in widths for width in pair):
        raise ValueError("index can't contain negative values")
    for axis, (before, after) in enumerate(widths):
        side = a.shape[axis]
        if mode == "constant":
            values = broadcast_to(asarray(options.get("constant_values", 0)), (a.ndim, 2)).tolist()[axis]
            ends = [
                zeros(a.shape[:axis] + (count,) + a.shape[axis + 1 :], a.dtype) + asarray(value, a.dtype)
                for count, value in ((before, values[0]), (after, values[1]))
            ]
            a = concatenate([ends[0].astype(a.dtype), a, ends[1].astype(a.dtype)], axis)
            continue
        places = range(-before, side + after)
        if mode == "edge":
            places = [builtins.min(builtins.max(place, 0), side - 1) for place in places]
        elif mode == "wrap":
            places = [place % side for place in places]
        elif mode in ("reflect", "symmetric"):
            period = 2 * side - 2 if mode == "reflect" else 2 * side
            places = [place % builtins.max(period, 1) for place in places]
            last = period if mode == "reflect" else period - 1
            places = [place if place < side else last - place for place in places]
        else:
            raise ValueError(f"mode '{mode}' is not supported")
        a = a[_along(axis, asarray(list(places), int))]
    return a


def tri(N, M=None, k=0, dtype=float):
    """Ones on and below a diagonal."""
    return (~_above(zeros((N, N if M is None else M)), k)).astype(dtype)


def diagflat(v, k=0):
    return diag(asarray(v).ravel(), k)


def vander(x, N=None, increasing=False):
    """Powers of numbers as columns."""
    x = asarray(x)
    powers = arange(x.size if N is None else N)
    return x.reshape(-1, 1) ** (powers if increasing else powers[::-1])


def tril_indices(n, k=0, m=None):
    return (~_above(zeros((n, n if m is None else m)), k)).nonzero()


def triu_indices(n, k=0, m=None):
    return _above(zeros((n, n if m is None else m)), k - 1).nonzero()


def diag_indices(n, ndim=2):
    return (arange(n),) * ndim


def fill_diagonal(a, val, wrap=False):
    """Writes numbers to the diagonal."""
    count = builtins.min(a.shape)
    a[(arange(count),) * a.ndim] = resize(val, (count,)) if asarray(val).ndim else val


def indices(dimensions, dtype=int):
    """The indices along each axis, for each place of a grid."""
    return stack(meshgrid(*(arange(side) for side in dimensions), indexing="ij")).astype(dtype)


def unravel_index(indices, shape):
    """Places among all numbers as indices along each axis."""
    indices = asarray(indices)
    count = 1
    for side in shape:
        count *= side
    for place in indices.ravel().tolist():
        if not 0 <= place < count:
            raise ValueError(f"index {place} is out of bounds for array with size {count}")
    result = []
    for side in reversed(shape):
        result.append(indices % side)
        indices = indices // side
    return tuple(result[::-1])


def ravel_multi_index(multi_index, dims):
    """Indices along each axis as places among all numbers."""
    result = 0
    for one, side in zip(multi_index, dims):
        one = asarray(one)
        if ((one < 0) | (one >= side)).any():
            raise ValueError("invalid entry in coordinates array")
        result = result * side + one
    return result


def broadcast_shapes(*shapes):
    """The shape that all broadcast to."""
    result = ()
    for shape in shapes:
        shape = shape if isinstance(shape, tuple) else (shape,)
        count = builtins.max(len(result), len(shape))
        pairs = zip((1,) * (count - len(result)) + result, (1,) * (count - len(shape)) + shape)
        sides = []
        for one, other in pairs:
            if one != other and 1 not in (one, other):
                raise ValueError(
                    "shape mismatch: objects cannot be broadcast to a single shape.  Mismatch is between arg 0 with "
                    f"shape {shapes[0]} and arg 1 with shape {shape}."
                )
            sides.append(other if one == 1 else one)
        result = tuple(sides)
    return result


def broadcast_arrays(*args):
    """All with the shape they broadcast to."""
    args = [asarray(one) for one in args]
    shape = broadcast_shapes(*(one.shape for one in args))
    return tuple(broadcast_to(one, shape) for one in args)


def trim_zeros(filt, trim="fb"):
    """Without the zeros at the ends."""
    places = asarray(filt).nonzero()[0]
    if not places.size:
        return filt[:0]
    start = int(places[0]) if "f" in trim.lower() else 0
    stop = int(places[-1]) + 1 if "b" in trim.lower() else len(filt)
    return filt[start:stop]


def apply_along_axis(func1d, axis, arr, *args, **kwargs):
    """A function of each line along an axis."""
    arr = moveaxis(asarray(arr), axis, -1)
    lines = [asarray(func1d(line, *args, **kwargs)) for line in arr.reshape(-1, arr.shape[-1])]
    result = stack(lines).reshape(arr.shape[:-1] + lines[0].shape)
    return moveaxis(result, -1, axis) if lines[0].ndim else result


class vectorize:
    """A function of single numbers as one of arrays."""

    def __init__(self, pyfunc, otypes=None, doc=None, excluded=None, cache=False, signature=None):
        self.pyfunc, self.otypes = pyfunc, otypes
        self.__doc__ = doc or pyfunc.__doc__
        self.__name__ = getattr(pyfunc, "__name__", "vectorize")

    def __call__(self, *args):
        args = broadcast_arrays(*args)
        made = [self.pyfunc(*numbers) for numbers in zip(*(one.ravel() for one in args))]
        if not made:
            raise ValueError("cannot call `vectorize` on size 0 inputs unless `otypes` is set")
        if isinstance(made[0], tuple):
            return tuple(asarray(list(one)).reshape(args[0].shape) for one in zip(*made))
        result = asarray(made, self.otypes[0] if self.otypes else None).reshape(args[0].shape)
        return result
