"""Numbers in digits and bits, and other looks at single numbers."""

from matrix import arange, asarray, uint8, zeros
import matrix as _matrix

from ._joining import concatenate

_DIGITS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ"


def base_repr(number, base=2, padding=0):
    """A number's digits to a base."""
    if base > len(_DIGITS):
        raise ValueError("Bases greater than 36 not handled in base_repr.")
    if base < 2:
        raise ValueError("Bases less than 2 not handled in base_repr.")
    number, digits = int(number), []
    rest = abs(number)
    while rest:
        rest, digit = divmod(rest, base)
        digits.append(_DIGITS[digit])
    text = "0" * padding + "".join(reversed(digits))
    return ("-" if number < 0 else "") + (text if digits else text or "0")


def binary_repr(num, width=None):
    """A number's bits; negative ones as their complement to two, if a width is given."""
    num = int(num)
    if num >= 0 or width is None:
        bits = f"{num:b}"
        if width is not None and len(bits) > width:
            raise ValueError(f"Insufficient bit width={width} provided for binwidth={len(bits)}")
        return bits.rjust(width or 0, "0")
    least = (-num - 1).bit_length() + 1
    if least > width:
        raise ValueError(f"Insufficient bit width={width} provided for binwidth={least}")
    return f"{num + (1 << width):b}".rjust(width, "1")


def packbits(a, /, axis=None, bitorder="big"):
    """Truth values as the bits of bytes."""
    a = asarray(a)
    if a.dtype.kind not in "biu":
        raise TypeError("Expected an input array of integer or boolean data type")
    moved = (a.ravel() if axis is None else a.swapaxes(axis, -1)) != 0
    count = moved.shape[-1]
    padded = zeros(moved.shape[:-1] + (-(-count // 8) * 8,), int)
    padded[..., :count] = moved
    powers = 1 << (arange(7, -1, -1) if bitorder == "big" else arange(8))
    packed = (padded.reshape(moved.shape[:-1] + (-1, 8)) * powers).sum(axis=-1).astype(uint8)
    return packed if axis is None else packed.swapaxes(axis, -1)


def unpackbits(a, /, axis=None, count=None, bitorder="big"):
    """The bits of bytes."""
    a = asarray(a)
    if a.dtype != uint8:
        raise TypeError("Expected an input array of unsigned byte data type")
    moved = a.ravel() if axis is None else a.swapaxes(axis, -1)
    shifts = arange(7, -1, -1) if bitorder == "big" else arange(8)
    bits = (moved.reshape(moved.shape + (1,)).astype(int) >> shifts & 1).astype(uint8)
    bits = bits.reshape(moved.shape[:-1] + (8 * moved.shape[-1],))
    if count is not None:
        missing = count - bits.shape[-1]
        bits = bits[..., :count] if missing <= 0 else concatenate(
            [bits, zeros(bits.shape[:-1] + (missing,), uint8)], axis=-1)
    return bits if axis is None else bits.swapaxes(axis, -1)


def frexp(x):
    """Each number as a part from 0.5 to below 1 and a power of two."""
    from math import frexp

    x = asarray(x, float)
    parts = [frexp(number) for number in x.ravel().tolist()]
    mantissas = asarray([part for part, _ in parts], float).reshape(x.shape)
    exponents = asarray([power for _, power in parts], "int32").reshape(x.shape)
    return (mantissas, exponents) if x.ndim else (mantissas[()], exponents[()])


def spacing(x):
    """The distance to the next number away from zero."""
    x = asarray(x, float)
    result = _matrix.nextafter(x, _matrix.copysign(float("inf"), x)) - x
    return result


def unwrap(p, discont=None, axis=-1, *, period=6.283185307179586):
    """Angles without jumps: whole turns are added where neighbours are more than half a turn apart."""
    p = asarray(p, float).swapaxes(axis, -1)
    steps = p[..., 1:] - p[..., :-1]
    half = period / 2
    discont = half if discont is None else max(discont, half)
    turned = (steps + half) % period - half
    turned[(turned == -half) & (steps > 0)] = half
    fixes = turned - steps
    fixes[abs(steps) < discont] = 0.0
    result = p.copy()
    result[..., 1:] += fixes.cumsum(axis=-1)
    return result.swapaxes(axis, -1)
