"""Polynomials by their coefficients, the lowest power first: functions of coefficients, and the class `Polynomial`."""

from matrix import arange, asarray, ones, zeros

from .._polynomials import poly, polydiv as _divided, roots as _roots
from .._printing import get_printoptions
from .._joining import concatenate
from .._statistics import convolve


def _series(c):
    """Coefficients as floats or complex numbers, without zeros at the end."""
    try:
        c = asarray(c)
    except (TypeError, ValueError):
        raise ValueError("Coefficient arrays have no common type") from None
    c = c.reshape(1) if not c.ndim else c
    if c.ndim != 1:
        raise ValueError("Coefficient array is not 1-d")
    if not c.size:
        raise ValueError("Coefficient array is empty")
    return c * 1.0


def _trimmed(c):
    count = len(c)
    while count > 1 and c[count - 1] == 0:
        count -= 1
    return c[:count]


def polyval(x, c, tensor=True):
    """The value at places."""
    c, x = asarray(c) * 1.0, asarray(x)
    result = c[-1] + x * 0
    for one in c[-2::-1]:
        result = one + result * x
    return result


def polyadd(c1, c2):
    c1, c2 = _series(c1), _series(c2)
    if len(c1) < len(c2):
        c1, c2 = c2, c1
    return _trimmed(c1 + concatenate([c2, zeros(len(c1) - len(c2))]))


def polysub(c1, c2):
    return polyadd(c1, -_series(c2))


def polymul(c1, c2):
    return _trimmed(convolve(_series(c1), _series(c2)))


def polydiv(c1, c2):
    """The quotient and the rest."""
    c1, c2 = _trimmed(_series(c1)), _trimmed(_series(c2))
    if c2[-1] == 0:
        raise ZeroDivisionError
    quotient, rest = _divided(c1[::-1], c2[::-1])
    return _trimmed(quotient[::-1].copy()), _trimmed(rest[::-1].copy())


def polypow(c, pow, maxpower=None):
    if pow != int(pow) or pow < 0:
        raise ValueError("Power must be a non-negative integer.")
    result = ones(1)
    for _ in range(int(pow)):
        result = convolve(result, _series(c))
    return result


def polyder(c, m=1, scl=1):
    """The derivative."""
    c = _series(c)
    for _ in range(m):
        c = c[1:] * arange(1, len(c)) * scl if len(c) > 1 else c[:1] * 0
    return c


def polyint(c, m=1, k=(), lbnd=0, scl=1):
    """The integral that has the values k at a bound."""
    c = _series(c)
    k = list(k) if isinstance(k, (list, tuple)) else [k]
    for place in range(m):
        c = concatenate([zeros(1), c * scl / arange(1, len(c) + 1)])
        c[0] = (k[place] if place < len(k) else 0) - polyval(lbnd, c)
    return c


def polyroots(c):
    """Where it is zero, in ascending order."""
    found = _roots(_trimmed(_series(c))[::-1])
    found.sort()
    return found


def polyfromroots(roots):
    return asarray(poly(roots))[::-1] * 1.0 if len(roots) else ones(1)


def polyvander(x, deg):
    """The powers of places, up to a degree."""
    x = asarray(x) * 1.0
    return x.reshape(x.shape + (1,)) ** arange(deg + 1)


def polyfit(x, y, deg, rcond=None, full=False, w=None):
    """The coefficients that come nearest to points."""
    from .._polynomials import polyfit

    if isinstance(deg, int) and deg < 0:
        raise ValueError("expected deg >= 0")
    return polyfit(x, y, deg, rcond, w=w)[::-1].copy()


_RAISED = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")


def _shown(number, parentheses=False):
    """A number in up to so many digits as arrays are shown with."""
    digits = get_printoptions()["precision"]
    size = abs(number)
    if size and not 1e-4 <= size < 1e8 and size < float("inf"):
        text, power = f"{number:.{digits}e}".split("e")
        text = f"{text.rstrip('0')}{'0' if text.rstrip('0')[-1] == '.' else ''}e{power}"
        return f"({text})" if parentheses else text
    if size != size or size == float("inf"):
        return str(float(number))
    text = f"{number:.{digits}f}".rstrip("0")
    return text + "0" if text[-1] == "." else text


class Polynomial:
    """A polynomial over a domain, which is mapped onto a window before powers are taken."""

    __hash__ = None
    __array_ufunc__ = None
    domain = window = asarray([-1.0, 1.0])

    def __init__(self, coef, domain=None, window=None, symbol="x"):
        self.coef = _series(coef)
        for name, given in (("domain", domain), ("window", window)):
            if given is not None:
                given = _series(given)
                if len(given) != 2:
                    raise ValueError(f"{name.capitalize()} has wrong number of elements.")
                setattr(self, name, given)
        if not isinstance(symbol, str):
            raise TypeError("Symbol must be a non-empty string")
        if not symbol.isidentifier():
            raise ValueError("Symbol string must be a valid Python identifier")
        self.symbol = symbol

    def _made(self, coef):
        return type(self)(coef, self.domain, self.window, self.symbol)

    def _other(self, other):
        """The coefficients of an operand."""
        if not isinstance(other, Polynomial):
            return other
        if not (self.domain == other.domain).all():
            raise TypeError("Domains differ")
        if not (self.window == other.window).all():
            raise TypeError("Windows differ")
        if self.symbol != other.symbol:
            raise ValueError("Polynomial symbols differ")
        return other.coef

    @classmethod
    def fit(cls, x, y, deg, domain=None, rcond=None, full=False, w=None, window=None, symbol="x"):
        """The polynomial that comes nearest to points."""
        x = asarray(x) * 1.0
        if domain is None:
            domain = asarray([x.min(), x.max()])
            if domain[0] == domain[1]:
                domain = domain + asarray([-1.0, 1.0])
        else:
            domain = _series(domain)
        window = cls.window if window is None else _series(window)
        offset, scale = _map(domain, window)
        return cls(polyfit(offset + scale * x, y, deg, rcond, w=w), domain, window, symbol)

    @classmethod
    def fromroots(cls, roots, domain=(-1, 1), window=None, symbol="x"):
        return cls(polyfromroots(roots), domain, window, symbol)

    @classmethod
    def identity(cls, domain=None, window=None, symbol="x"):
        return cls([0, 1], domain, window, symbol)

    @classmethod
    def basis(cls, deg, domain=None, window=None, symbol="x"):
        return cls([0] * deg + [1], domain, window, symbol)

    def __call__(self, arg):
        offset, scale = self.mapparms()
        if isinstance(arg, Polynomial):
            result, place = arg * 0 + self.coef[-1], arg * scale + offset
            for one in self.coef[-2::-1]:
                result = result * place + one
            return result
        return polyval(offset + scale * asarray(arg), self.coef)

    def __len__(self):
        return len(self.coef)

    def __iter__(self):
        return iter(self.coef)

    def __eq__(self, other):
        return (type(other) is type(self) and self.coef.shape == other.coef.shape
                and bool((self.coef == other.coef).all() and (self.domain == other.domain).all()
                         and (self.window == other.window).all() and self.symbol == other.symbol))

    def __neg__(self):
        return self._made(-self.coef)

    def __pos__(self):
        return self

    def __add__(self, other):
        return self._made(polyadd(self.coef, self._other(other)))

    __radd__ = __add__

    def __sub__(self, other):
        return self._made(polysub(self.coef, self._other(other)))

    def __rsub__(self, other):
        return self._made(polysub(other, self.coef))

    def __mul__(self, other):
        return self._made(polymul(self.coef, self._other(other)))

    __rmul__ = __mul__

    def __truediv__(self, other):
        if isinstance(other, (bool, Polynomial)) or asarray(other).ndim:
            raise TypeError(f"unsupported types for true division: {type(self)!r}, {type(other)!r}")
        return self._made(self.coef / other)

    def __divmod__(self, other):
        quotient, rest = polydiv(self.coef, self._other(other))
        return self._made(quotient), self._made(rest)

    def __floordiv__(self, other):
        return divmod(self, other)[0]

    def __mod__(self, other):
        return divmod(self, other)[1]

    def __pow__(self, other):
        return self._made(polypow(self.coef, other))

    def copy(self):
        return self._made(self.coef)

    def degree(self):
        return len(self.coef) - 1

    def mapparms(self):
        """The offset and the scale that map the domain onto the window."""
        return _map(self.domain, self.window)

    def roots(self):
        offset, scale = _map(self.window, self.domain)
        return offset + scale * polyroots(self.coef)

    def deriv(self, m=1):
        return self._made(polyder(self.coef, m, self.mapparms()[1]))

    def integ(self, m=1, k=(), lbnd=None):
        offset, scale = self.mapparms()
        lowest = 0 if lbnd is None else offset + scale * lbnd
        return self._made(polyint(self.coef, m, k, lowest, 1.0 / scale))

    def convert(self, domain=None, kind=None, window=None):
        """The same polynomial over another domain."""
        made = (kind or type(self))
        return self(made.identity(domain, window, self.symbol))

    def trim(self, tol=0):
        """Without the small coefficients at the end."""
        count = len(self.coef)
        while count > 1 and abs(self.coef[count - 1]) <= tol:
            count -= 1
        return self._made(self.coef[:count])

    def truncate(self, size):
        return self._made(self.coef[:size])

    def cutdeg(self, deg):
        return self.truncate(deg + 1)

    def linspace(self, n=100, domain=None):
        """Places at equal distances, and the values there."""
        from matrix import linspace

        first, last = self.domain if domain is None else domain
        x = linspace(first, last, n)
        return x, self(x)

    def __repr__(self):
        coef, domain, window = (repr(one)[6:-1] for one in (self.coef, self.domain, self.window))
        return f"Polynomial({coef}, domain={domain}, window={window}, symbol='{self.symbol}')"

    def __str__(self):
        return self._text("·", lambda power: str(power).translate(_RAISED))

    def __format__(self, form):
        if form not in ("", "ascii", "unicode"):
            raise ValueError(f"Unsupported format string '{form}' passed to {type(self)}.__format__. Valid options are "
                             "'ascii' and 'unicode'")
        return self._text(" ", lambda power: f"**{power}") if form == "ascii" else str(self)

    def _text(self, times, raised):
        """Terms joined by signs, in lines as long as those of arrays."""
        offset, scale = self.mapparms()
        name = self.symbol
        if scale != 1 or offset != 0:
            sign = f"{_shown(offset)} + " if offset else ""
            factor = _shown(scale) if scale != 1 else ""
            name = f"({sign}{factor}{self.symbol})"
        lines, line = [], _shown(self.coef[0])
        width = get_printoptions()["linewidth"]
        for power, number in enumerate(self.coef[1:], 1):
            line += " -" if number < 0 else " +"
            term = f"{_shown(abs(number), True)}{times}{name}{raised(power) if power > 1 else ''}"
            last = power == len(self.coef) - 1
            if len(line) + 1 + len(term) + (0 if last else 2) >= width:
                lines.append(line)
                line = term
            else:
                line += " " + term
        return "\n".join(lines + [line])


def _map(old, new):
    """The offset and the scale that map an interval onto another."""
    length = old[1] - old[0]
    return (old[1] * new[0] - old[0] * new[1]) / length, (new[1] - new[0]) / length


Polynomial.__module__ = "numpy.polynomial.polynomial"
