"""Functions of each number, or of pairs of numbers."""

import builtins

import matrix as _matrix
from matrix import asarray


def _result(array):
    """An array without axes as its number."""
    return array.item() if isinstance(array, _matrix.ndarray) and array.ndim == 0 else array


def add(a, b):
    return _result(asarray(a) + b)


def subtract(a, b):
    return _result(asarray(a) - b)


def multiply(a, b):
    return _result(asarray(a) * b)


def divide(a, b):
    return _result(asarray(a) / b)


def mod(a, b):
    return _result(asarray(a) % b)


def power(a, b):
    return _result(asarray(a) ** b)


def negative(a):
    return _result(-asarray(a))


def reciprocal(a):
    return _result(1 / asarray(a))


def square(a):
    a = asarray(a)
    return _result(a * a)


def equal(a, b):
    return _result(asarray(a) == b)


def not_equal(a, b):
    return _result(asarray(a) != b)


def less(a, b):
    return _result(asarray(a) < b)


def less_equal(a, b):
    return _result(asarray(a) <= b)


def greater(a, b):
    return _result(asarray(a) > b)


def greater_equal(a, b):
    return _result(asarray(a) >= b)


def logical_and(a, b):
    return _result((asarray(a) != 0) & (asarray(b) != 0))


def logical_or(a, b):
    return _result((asarray(a) != 0) | (asarray(b) != 0))


def logical_xor(a, b):
    return _result((asarray(a) != 0) ^ (asarray(b) != 0))


def logical_not(a):
    return _result(asarray(a) == 0)


def abs(a):
    return _result(asarray(a).__abs__())


absolute = fabs = abs


def isnan(a):
    a = asarray(a)
    return _result(a != a)


def isinf(a):
    return _result(asarray(a).__abs__() == float("inf"))


def isfinite(a):
    return _result(asarray(a).__abs__() < float("inf"))


def sign(a):
    a = asarray(a)
    if a.dtype == bool:
        raise TypeError("ufunc 'sign' did not contain a loop with signature matching types (bool,) -> None")
    signs = (a > 0).astype(a.dtype) - (a < 0).astype(a.dtype)
    return _result(where(isnan(a), a, signs) if a.dtype.kind == "f" else signs)


def clip(a, a_min=None, a_max=None):
    """Numbers below the least or above the greatest become those."""
    a = asarray(a)
    if a_min is not None:
        a = _matrix.maximum(a, a_min)
    if a_max is not None:
        a = _matrix.minimum(a, a_max)
    return a


def round(a, decimals=0):
    """Rounded to so many decimals, halves to the even neighbour."""
    a = asarray(a)
    if a.dtype.kind != "f":
        if decimals >= 0:
            return _result(a + 0)
        unit = 10**-decimals
        return _result((_matrix.rint(a / unit) * unit).astype(int))
    if decimals == 0:
        return _result(_matrix.rint(a))
    unit = 10.0 ** builtins.abs(decimals)
    return _result(_matrix.rint(a * unit) / unit if decimals > 0 else _matrix.rint(a / unit) * unit)


def where(condition, *choices):
    """Numbers of one array or the other; without these, where the condition holds."""
    if not choices:
        from ._statistics import nonzero

        return nonzero(condition)
    return _matrix.where(condition, *choices)


def isclose(a, b, rtol=1e-05, atol=1e-08, equal_nan=False):
    """Which numbers are nearly equal?"""
    a, b = asarray(a), asarray(b)
    near = (a == b) | isfinite(b) & ((a - b).__abs__() <= b.__abs__() * rtol + atol)
    return _result(near | isnan(a) & isnan(b) if equal_nan else near)


def allclose(a, b, rtol=1e-05, atol=1e-08, equal_nan=False):
    """Are all numbers nearly equal?"""
    return bool(_matrix.all(isclose(a, b, rtol, atol, equal_nan)))


def array_equal(a, b):
    """Do both have the same shape and numbers?"""
    a, b = asarray(a), asarray(b)
    return a.shape == b.shape and bool((a == b).all())
