"""Functions of complex numbers.

The formulas are Kahan's ("Branch cuts for complex elementary functions", 1987): exact signs on the cuts, no overflow
on the way where the result has none.
"""

import math
from math import e, inf, nan, pi, tau

__all__ = [
    "acos", "acosh", "asin", "asinh", "atan", "atanh", "cos", "cosh", "e", "exp", "inf", "infj", "isclose", "isfinite",
    "isinf", "isnan", "log", "log10", "nan", "nanj", "phase", "pi", "polar", "rect", "sin", "sinh", "sqrt", "tan",
    "tanh", "tau",
]

infj = complex(0.0, inf)
nanj = complex(0.0, nan)

_HUGE = 1.7976931348623157e308 / 4.0
_LOG_HUGE = math.log(_HUGE)
_ROOT_HUGE = math.sqrt(_HUGE)
_ROOT_TINY = math.sqrt(2.2250738585072014e-308)


def _number(z):
    """An argument as a complex."""
    if type(z) is complex:
        return z
    if isinstance(z, str):
        raise TypeError("must be real number, not str")
    if hasattr(type(z), "__complex__") or isinstance(z, complex):
        return complex(z)
    return complex(math.fsum((z,)) if not isinstance(z, float) else z)


def _finite(z):
    return math.isfinite(z.real) and math.isfinite(z.imag)


def _checked(result, z):
    """A result that is not finite although the argument is has overflowed."""
    if _finite(z) and not _finite(result):
        raise OverflowError("math range error")
    return result


def sqrt(z, /):
    """Return the square root of z."""
    z = _number(z)
    x, y = z.real, z.imag
    if math.isinf(y):
        return complex(inf, y)
    if math.isnan(x):
        return complex(nan, nan)
    if math.isinf(x):
        if x > 0:
            return complex(inf, nan if math.isnan(y) else math.copysign(0.0, y))
        return complex(nan, inf) if math.isnan(y) else complex(0.0, math.copysign(inf, y))
    if math.isnan(y):
        return complex(nan, nan)
    if x == 0.0 and y == 0.0:
        return complex(0.0, y)
    ax, ay = abs(x), abs(y)
    if ax < 2.2250738585072014e-308 and ay < 2.2250738585072014e-308 and (ax > 0.0 or ay > 0.0):
        ax = math.ldexp(ax, 53)
        s = math.ldexp(math.sqrt(ax + math.hypot(ax, math.ldexp(ay, 53))), -27)
    else:
        ax /= 8.0
        s = 2.0 * math.sqrt(ax + math.hypot(ax, ay / 8.0))
    d = ay / (2.0 * s)
    return complex(s, math.copysign(d, y)) if x >= 0.0 else complex(d, math.copysign(s, y))


def exp(z, /):
    """Return the exponential value e**z."""
    z = _number(z)
    x, y = z.real, z.imag
    if not _finite(z):
        if math.isinf(x) and math.isfinite(y):
            if x > 0:
                return complex(inf, y) if y == 0.0 else complex(inf * math.cos(y), inf * math.sin(y))
            return complex(math.copysign(0.0, math.cos(y)), math.copysign(0.0, math.sin(y)))
        if math.isinf(x) and x < 0:
            return complex(0.0, 0.0)
        if math.isinf(y) and not math.isnan(x):
            if math.isinf(x):
                return complex(inf, nan)
            raise ValueError("math domain error")
        return complex(x if math.isinf(x) else nan, y if y == 0.0 else nan)
    if x > _LOG_HUGE:
        length = math.exp(x - 1.0)
        return _checked(complex(length * math.cos(y) * e, length * math.sin(y) * e), z)
    length = math.exp(x)
    return complex(length * math.cos(y), length * math.sin(y))


def log(z, base=None, /):
    """log(z[, base]) -> the logarithm of z to the given base.

    If the base is not specified, returns the natural logarithm (base e) of z.
    """
    z = _number(z)
    x, y = z.real, z.imag
    if not _finite(z):
        real = inf if math.isinf(x) or math.isinf(y) else nan
        result = complex(real, math.atan2(y, x))
    else:
        ax, ay = abs(x), abs(y)
        if ax > _HUGE or ay > _HUGE:
            real = math.log(math.hypot(ax / 2.0, ay / 2.0)) + math.log(2.0)
        elif ax < 2.2250738585072014e-308 and ay < 2.2250738585072014e-308:
            if ax == 0.0 and ay == 0.0:
                raise ValueError("math domain error")
            real = math.log(math.hypot(math.ldexp(ax, 53), math.ldexp(ay, 53))) - 53 * math.log(2.0)
        else:
            length = math.hypot(ax, ay)
            if 0.71 <= length <= 1.73:
                high, low = (ax, ay) if ax > ay else (ay, ax)
                real = math.log1p((high - 1) * (high + 1) + low * low) / 2.0
            else:
                real = math.log(length)
        result = complex(real, math.atan2(y, x))
    return result if base is None else result / log(base)


def log10(z, /):
    """Return the base-10 logarithm of z."""
    result = log(z)
    return complex(result.real / math.log(10.0), result.imag / math.log(10.0))


def acos(z, /):
    """Return the arc cosine of z."""
    z = _number(z)
    if abs(z.real) > _HUGE or abs(z.imag) > _HUGE:
        real = math.atan2(abs(z.imag), z.real)
        length = math.log(math.hypot(z.real / 2.0, z.imag / 2.0)) + math.log(2.0) * 2.0
        return complex(real, -math.copysign(length, z.imag))
    s1, s2 = sqrt(complex(1.0 - z.real, -z.imag)), sqrt(complex(1.0 + z.real, z.imag))
    return complex(2.0 * math.atan2(s1.real, s2.real), math.asinh(s2.real * s1.imag - s2.imag * s1.real))


def acosh(z, /):
    """Return the inverse hyperbolic cosine of z."""
    z = _number(z)
    if abs(z.real) > _HUGE or abs(z.imag) > _HUGE:
        real = math.log(math.hypot(z.real / 2.0, z.imag / 2.0)) + math.log(2.0) * 2.0
        return complex(real, math.atan2(z.imag, z.real))
    s1, s2 = sqrt(complex(z.real - 1.0, z.imag)), sqrt(complex(z.real + 1.0, z.imag))
    return complex(math.asinh(s1.real * s2.real + s1.imag * s2.imag), 2.0 * math.atan2(s1.imag, s2.real))


def asinh(z, /):
    """Return the inverse hyperbolic sine of z."""
    z = _number(z)
    if abs(z.real) > _HUGE or abs(z.imag) > _HUGE:
        length = math.log(math.hypot(z.real / 2.0, z.imag / 2.0)) + math.log(2.0) * 2.0
        return complex(math.copysign(length, z.real), math.atan2(z.imag, abs(z.real)))
    s1, s2 = sqrt(complex(1.0 + z.imag, -z.real)), sqrt(complex(1.0 - z.imag, z.real))
    real = math.asinh(s1.real * s2.imag - s2.real * s1.imag)
    return complex(real, math.atan2(z.imag, s1.real * s2.real - s1.imag * s2.imag))


def asin(z, /):
    """Return the arc sine of z."""
    z = _number(z)
    turned = asinh(complex(-z.imag, z.real))
    return complex(turned.imag, -turned.real)


def atanh(z, /):
    """Return the inverse hyperbolic tangent of z."""
    z = _number(z)
    if z.real < 0.0 or z.real == 0.0 and math.copysign(1.0, z.real) < 0.0:
        return -atanh(-z)
    ay = abs(z.imag)
    if z.real > _ROOT_HUGE or ay > _ROOT_HUGE:
        length = math.hypot(z.real / 2.0, z.imag / 2.0)
        real = z.real / 4.0 / length / length if math.isfinite(length) else 0.0
        return complex(real, -math.copysign(pi / 2.0, -z.imag))
    if z.real == 1.0 and ay < _ROOT_TINY:
        if ay == 0.0:
            raise ValueError("math domain error")
        real = -math.log(math.sqrt(ay) / math.sqrt(math.hypot(ay, 2.0)))
        return complex(real, math.copysign(math.atan2(2.0, -ay) / 2, z.imag))
    real = math.log1p(4.0 * z.real / ((1 - z.real) ** 2 + ay * ay)) / 4.0
    return complex(real, -math.atan2(-2.0 * z.imag, (1 - z.real) * (1 + z.real) - ay * ay) / 2.0)


def atan(z, /):
    """Return the arc tangent of z."""
    z = _number(z)
    turned = atanh(complex(-z.imag, z.real))
    return complex(turned.imag, -turned.real)


def _hyperbolic(z, even, odd):
    """`even(x) cos(y) + i odd(x) sin(y)`."""
    x, y = z.real, z.imag
    if not _finite(z):
        if math.isinf(y) and math.isfinite(x):
            raise ValueError("math domain error")
        if math.isnan(x) or math.isnan(y) or math.isinf(y):
            return complex(inf if math.isinf(x) else nan, 0.0 if y == 0.0 else nan)
        return complex(even(x) * math.cos(y), odd(x) * math.sin(y) if y else y * math.copysign(1.0, odd(x)))
    if abs(x) > _LOG_HUGE:
        less = x - math.copysign(1.0, x)
        return _checked(complex(math.cos(y) * even(less) * e, math.sin(y) * odd(less) * e), z)
    return complex(math.cos(y) * even(x), math.sin(y) * odd(x))


def cosh(z, /):
    """Return the hyperbolic cosine of z."""
    return _hyperbolic(_number(z), math.cosh, math.sinh)


def sinh(z, /):
    """Return the hyperbolic sine of z."""
    return _hyperbolic(_number(z), math.sinh, math.cosh)


def cos(z, /):
    """Return the cosine of z."""
    z = _number(z)
    return cosh(complex(-z.imag, z.real))


def sin(z, /):
    """Return the sine of z."""
    z = _number(z)
    turned = sinh(complex(-z.imag, z.real))
    return complex(turned.imag, -turned.real)


def tanh(z, /):
    """Return the hyperbolic tangent of z."""
    z = _number(z)
    x, y = z.real, z.imag
    if not _finite(z):
        if math.isinf(y) and math.isfinite(x):
            raise ValueError("math domain error")
        if math.isinf(x):
            sign = math.sin(y) * math.cos(y) if math.isfinite(y) else 0.0
            return complex(math.copysign(1.0, x), math.copysign(0.0, sign))
        return complex(nan, y if y == 0.0 else nan)
    if abs(x) > _LOG_HUGE:
        imaginary = 4.0 * math.sin(y) * math.cos(y) * math.exp(-2.0 * abs(x))
        return complex(math.copysign(1.0, x), imaginary)
    tx, ty = math.tanh(x), math.tan(y)
    cx = 1.0 / math.cosh(x)
    txty = tx * ty
    below = 1.0 + txty * txty
    return complex(tx * (1.0 + ty * ty) / below, ty / below * cx * cx)


def tan(z, /):
    """Return the tangent of z."""
    z = _number(z)
    turned = tanh(complex(-z.imag, z.real))
    return complex(turned.imag, -turned.real)


def phase(z, /):
    """Return argument, also known as the phase angle, of a complex."""
    z = _number(z)
    return math.atan2(z.imag, z.real)


def polar(z, /):
    """Convert a complex from rectangular coordinates to polar coordinates.

    r is the distance from 0 and phi the phase angle.
    """
    z = _number(z)
    return _checked_length(z), math.atan2(z.imag, z.real)


def _checked_length(z):
    length = math.hypot(z.real, z.imag)
    if math.isinf(length) and _finite(z):
        raise OverflowError("math range error")
    return length


def rect(r, phi, /):
    """Convert from polar coordinates to rectangular coordinates."""
    r, phi = float(r), float(phi)
    if not math.isfinite(r) or not math.isfinite(phi):
        if math.isinf(r) and math.isfinite(phi) and phi != 0.0:
            return complex(r * math.cos(phi), r * math.sin(phi))
        if math.isinf(phi) and r != 0.0 and not math.isnan(r):
            raise ValueError("math domain error")
        return complex(abs(r) if math.isinf(phi) else r, 0.0 if phi == 0.0 or r == 0.0 else nan)
    if phi == 0.0:
        return complex(r, r * phi)
    return complex(r * math.cos(phi), r * math.sin(phi))


def isfinite(z, /):
    """Return True if both the real and imaginary parts of z are finite, else False."""
    return _finite(_number(z))


def isinf(z, /):
    """Checks if the real or imaginary part of z is infinite."""
    z = _number(z)
    return math.isinf(z.real) or math.isinf(z.imag)


def isnan(z, /):
    """Checks if the real or imaginary part of z not a number (NaN)."""
    z = _number(z)
    return math.isnan(z.real) or math.isnan(z.imag)


def isclose(a, b, *, rel_tol=1e-09, abs_tol=0.0):
    """Determine whether two complex numbers are close in value."""
    if rel_tol < 0.0 or abs_tol < 0.0:
        raise ValueError("tolerances must be non-negative")
    a, b = _number(a), _number(b)
    if a == b:
        return True
    if isinf(a) or isinf(b):
        return False
    difference = abs(a - b)
    return difference <= rel_tol * abs(b) or difference <= rel_tol * abs(a) or difference <= abs_tol


from _natives import natives as _natives

_natives(globals(), "acos", "acosh", "asin", "asinh", "atan", "atanh", "cos", "cosh", "exp", "isclose", "isfinite",
         "isinf", "isnan", "log", "log10", "phase", "polar", "rect", "sin", "sinh", "sqrt", "tan", "tanh")
