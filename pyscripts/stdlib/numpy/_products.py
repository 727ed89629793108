"""Products of arrays, and sums along diagonals."""

import string

import matrix as _matrix
from matrix import asarray, dot

from ._axes import moveaxis
from ._joining import stack
from ._shapes import diagonal


def outer(a, b, out=None):
    """All products of a number of one and a number of the other."""
    return asarray(a).reshape(-1, 1) * asarray(b).reshape(1, -1)


def inner(a, b):
    """Sums of products along the last axes."""
    a, b = asarray(a), asarray(b)
    if a.ndim == 0 or b.ndim == 0:
        return a * b
    if a.shape[-1] != b.shape[-1]:
        shapes = [str(one.shape).replace(" ", "") for one in (a, b)]
        raise ValueError(f"shapes {shapes[0]} and {shapes[1]} not aligned: {a.shape[-1]} (dim {a.ndim - 1}) != "
                         f"{b.shape[-1]} (dim {b.ndim - 1})")
    return tensordot(a, b, (-1, -1))


def vdot(a, b):
    """The sum of the products of all numbers, the first conjugated."""
    return dot(asarray(a).ravel().conj(), asarray(b).ravel())


def vecdot(x1, x2, axis=-1):
    """Sums of products along an axis, the first conjugated."""
    return (asarray(x1).conj() * asarray(x2)).sum(axis=axis)


def tensordot(a, b, axes=2):
    """Sums of products along several axes of both."""
    a, b = asarray(a), asarray(b)
    if isinstance(axes, int):
        first, second = list(range(a.ndim - axes, a.ndim)), list(range(axes))
    else:
        first, second = ([one] if isinstance(one, int) else list(one) for one in axes)
    first, second = [one % a.ndim for one in first], [one % b.ndim for one in second]
    if [a.shape[one] for one in first] != [b.shape[one] for one in second]:
        raise ValueError("shape-mismatch for sum")
    kept = [one for one in range(a.ndim) if one not in first]
    others = [one for one in range(b.ndim) if one not in second]
    count = 1
    for one in first:
        count *= a.shape[one]
    left = a.transpose(kept + first).reshape(-1, count)
    right = b.transpose(second + others).reshape(count, -1)
    return (left @ right).reshape(tuple([a.shape[one] for one in kept] + [b.shape[one] for one in others]))[()]


def trace(a, offset=0, axis1=0, axis2=1):
    """The sum along the diagonal."""
    return diagonal(a, offset, axis1, axis2).sum(axis=-1)


def kron(a, b):
    """Each number of one times the whole other, side by side."""
    a, b = asarray(a), asarray(b)
    count = max(a.ndim, b.ndim)
    a = a.reshape((1,) * (count - a.ndim) + a.shape)
    b = b.reshape((1,) * (count - b.ndim) + b.shape)
    spread = a.reshape(tuple(side for pair in zip(a.shape, (1,) * count) for side in pair))
    other = b.reshape(tuple(side for pair in zip((1,) * count, b.shape) for side in pair))
    return (spread * other).reshape(tuple(one * two for one, two in zip(a.shape, b.shape)))


def cross(a, b, axisa=-1, axisb=-1, axisc=-1, axis=None):
    """The vector product in space."""
    if axis is not None:
        axisa = axisb = axisc = axis
    a, b = asarray(a), asarray(b)
    a, b = moveaxis(a, axisa, -1), moveaxis(b, axisb, -1)
    if a.shape[-1:] != (3,) or b.shape[-1:] != (3,):
        raise ValueError("Both input arrays must be (arrays of) 3-dimensional vectors, "
                         f"but they are {a.shape[-1]} and {b.shape[-1]} dimensional instead.")
    x, y, z = (a[..., i] for i in range(3))
    u, v, w = (b[..., i] for i in range(3))
    result = stack([asarray(y * w - z * v), asarray(z * u - x * w), asarray(x * v - y * u)], axis=-1)
    return moveaxis(result, -1, axisc)


def _letters(text, operands):
    """The letters of each operand and of the result; `...` becomes letters as well."""
    text = text.replace(" ", "")
    inputs, arrow, output = text.partition("->")
    inputs = inputs.split(",")
    if len(inputs) != len(operands):
        raise ValueError("more operands provided to einstein function than specified in the subscripts string"
                         if len(inputs) < len(operands) else
                         "fewer operands provided to einstein function than specified in the subscripts string")
    free = [letter for letter in string.ascii_letters if letter not in text]
    hidden = 0
    for place, (letters, one) in enumerate(zip(inputs, operands)):
        if "..." in letters:
            count = one.ndim - len(letters) + 3
            hidden = max(hidden, count)
            inputs[place] = letters.replace("...", "".join(free[-count:]) if count else "")
        if len(inputs[place]) != one.ndim:
            kind = "many" if len(inputs[place]) > one.ndim else "few"
            if kind == "many":
                raise ValueError(f"einstein sum subscripts string contains too many subscripts for operand {place}")
            raise ValueError("operand has more dimensions than subscripts given in einstein sum, but no '...' "
                             "ellipsis provided to broadcast the extra dimensions.")
    spread = "".join(free[-hidden:]) if hidden else ""
    if arrow:
        return inputs, output.replace("...", spread)
    once = sorted(letter for letter in set("".join(inputs)) if "".join(inputs).count(letter) == 1)
    return inputs, spread + "".join(letter for letter in once if letter not in spread)


def _laid_out(one, letters, order):
    """An operand with its axes in an order of letters; a letter that comes twice is a diagonal."""
    seen = ""
    while letters != seen:
        letter = next((letter for letter in letters if letters.count(letter) > 1), None)
        if letter is None:
            break
        first = letters.index(letter)
        second = letters.index(letter, first + 1)
        one = diagonal(one, 0, first, second)
        letters = letters[:first] + letters[first + 1 : second] + letters[second + 1 :] + letter
    one = one.transpose([letters.index(letter) for letter in order if letter in letters])
    return one[tuple(slice(None) if letter in letters else None for letter in order)]


def einsum(subscripts, *operands, out=None, optimize=False, dtype=None):
    """Sums of products as letters for axes say: `"ij,jk->ik"` is the product of matrices."""
    operands = [asarray(one, dtype) for one in operands]
    inputs, output = _letters(subscripts, operands)
    for letter in output:
        if letter not in "".join(inputs):
            raise ValueError(f"einstein sum subscripts string included output subscript '{letter}' which never "
                             "appeared in an input")
    if len(operands) == 2 and (quick := _as_product(inputs, output, operands)) is not None:
        result = quick
    else:
        summed = sorted(set("".join(inputs)) - set(output))
        order = output + "".join(summed)
        result = None
        for letters, one in zip(inputs, operands):
            one = asarray(_laid_out(one, letters, order))
            result = one if result is None else result * one
        if summed:
            result = _matrix.sum(result, axis=tuple(range(len(output), len(order))))
        elif len(operands) == 1:
            result = result.copy()
    if out is None:
        return asarray(result)[()] if not output else result
    out[...] = result
    return out


def _as_product(inputs, output, operands):
    """What is one product of matrices, through the kernel for those."""
    left, right = inputs
    if len(set(left)) != len(left) or len(set(right)) != len(right):
        return None
    shared = [letter for letter in left if letter in right]
    if not shared or any(letter in output for letter in shared):
        return None
    rest = [letter for letter in left + right if letter not in shared]
    if sorted(rest) != sorted(output):
        return None
    sides = [[one.shape[letters.index(letter)] for letter in shared] for one, letters in zip(operands, inputs)]
    if sides[0] != sides[1]:
        return None
    axes = [[letters.index(letter) for letter in shared] for letters in inputs]
    result = asarray(tensordot(*operands, axes))
    return result.transpose([rest.index(letter) for letter in output])
