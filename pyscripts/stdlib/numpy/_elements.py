"""Functions of each number that are made of others."""

import builtins

import matrix as _matrix
from matrix import asarray, isfinite, isnan

pi = 3.141592653589793


_GIVEN = object()


def clip(a, a_min=_GIVEN, a_max=_GIVEN, out=None, *, min=None, max=None):
    """Numbers below the least or above the greatest become those."""
    if a_min is _GIVEN and a_max is _GIVEN:
        a_min = a_max = None
    elif a_min is _GIVEN or a_max is _GIVEN:
        missing = "a_min" if a_min is _GIVEN else "a_max"
        raise TypeError(f"clip() missing 1 required positional argument: {missing!r}")
    a = asarray(a)
    least, greatest = a_min if a_min is not None else min, a_max if a_max is not None else max
    if least is not None:
        a = _matrix.maximum(a, least)
    if greatest is not None:
        a = _matrix.minimum(a, greatest)
    if out is None:
        return a if least is not None or greatest is not None else +a
    out[...] = a
    return out


def round(a, decimals=0, out=None):
    """Rounded to so many decimals, halves to the even neighbour."""
    a = asarray(a)
    if a.dtype.kind == "c":
        result = round(a.real, decimals) + 1j * round(a.imag, decimals)
    elif a.dtype.kind != "f":
        unit = 10 ** -builtins.min(decimals, 0)
        result = (_matrix.rint(a / unit) * unit).astype(a.dtype if a.dtype != bool else "int64") if unit > 1 else a + 0
    elif decimals == 0:
        result = _matrix.rint(a)
    else:
        unit = 10.0 ** builtins.abs(decimals)
        result = _matrix.rint(a * unit) / unit if decimals > 0 else _matrix.rint(a / unit) * unit
    if out is None:
        return result
    out[...] = result
    return out


around = round


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
    return near | isnan(a) & isnan(b) if equal_nan else near


def allclose(a, b, rtol=1e-05, atol=1e-08, equal_nan=False):
    """Are all numbers nearly equal?"""
    return bool(_matrix.all(isclose(a, b, rtol, atol, equal_nan)))


def array_equal(a1, a2, equal_nan=False):
    """Do both have the same shape and numbers?"""
    a1, a2 = asarray(a1), asarray(a2)
    if a1.shape != a2.shape:
        return False
    same = a1 == a2
    return bool(_matrix.all(same | isnan(a1) & isnan(a2) if equal_nan else same))


def array_equiv(a1, a2):
    """Do both broadcast to the same numbers?"""
    try:
        return bool(_matrix.all(asarray(a1) == asarray(a2)))
    except ValueError:
        return False


def nan_to_num(x, copy=True, nan=0.0, posinf=None, neginf=None):
    """Numbers in place of what is no number or infinite."""
    x = asarray(x)
    if x.dtype.kind != "f":
        return x + 0
    most = 3.4028234663852886e38 if x.dtype == "float32" else 1.7976931348623157e308
    result = where(isnan(x), nan, x)
    result = where(x == float("inf"), most if posinf is None else posinf, result)
    result = where(x == float("-inf"), -most if neginf is None else neginf, result)
    return result if result.ndim else result[()]


def sinc(x):
    """sin(pi x) / (pi x)."""
    y = pi * where(asarray(x) == 0, 1.0e-20, x)
    result = _matrix.sin(y) / y
    return result


def real(val):
    return asarray(val).real if not hasattr(val, "real") else val.real


def imag(val):
    return asarray(val).imag if not hasattr(val, "imag") else val.imag


def angle(z, deg=False):
    """The angle of complex numbers."""
    z = asarray(z)
    result = _matrix.arctan2(z.imag, z.real)
    return result * (180 / pi) if deg else result


def iscomplex(x):
    return asarray(x).imag != 0


def isreal(x):
    return asarray(x).imag == 0


def iscomplexobj(x):
    return asarray(x).dtype.kind == "c"


def isrealobj(x):
    return not iscomplexobj(x)


def isscalar(element):
    """Is it a single number or a text?"""
    return isinstance(element, (int, float, complex, str, bytes, _matrix.generic))


def isneginf(x):
    return asarray(x) == float("-inf")


def isposinf(x):
    return asarray(x) == float("inf")


def modf(x):
    """The fraction and the whole part."""
    x = asarray(x)
    whole = _matrix.trunc(x)
    return _matrix.copysign(where(_matrix.isinf(x), 0.0, x - whole), x), whole + 0.0


def ldexp(x1, x2):
    return asarray(x1) * _matrix.exp2(asarray(x2) * 1.0)


def fix(x):
    return _matrix.trunc(asarray(x) * 1.0)


def select(condlist, choicelist, default=0):
    """Numbers of the first array whose condition holds."""
    if len(condlist) != len(choicelist):
        raise ValueError("list of cases must be same length as list of conditions")
    result = default
    for condition, choice in zip(condlist[::-1], choicelist[::-1]):
        result = where(condition, choice, result)
    return result


def piecewise(x, condlist, funclist, *args, **kw):
    """Each number through the function of its condition."""
    x = asarray(x)
    condlist = [asarray(one) for one in (condlist if isinstance(condlist, (list, tuple)) else [condlist])]
    result = _matrix.zeros(x.shape, x.dtype)
    functions = list(funclist)
    if len(functions) == len(condlist) + 1:
        rest = ~condlist[0]
        for one in condlist[1:]:
            rest = rest & ~one
        condlist.append(rest)
    for condition, function in zip(condlist, functions):
        result[condition] = function(x[condition], *args, **kw) if callable(function) else function
    return result
