"""Polynomials by their coefficients, the highest power first."""

import builtins

import matrix as _matrix
from matrix import asarray, sqrt, sum, zeros

from ._axes import atleast_1d
from ._joining import concatenate
from ._shapes import trim_zeros
from ._statistics import convolve, flatnonzero


def polyval(p, x):
    """A polynomial's value, the highest power first."""
    result = 0 * asarray(x)
    for one in asarray(p).tolist():
        result = result * x + one
    return result


def polyfit(x, y, deg, rcond=None, full=False, w=None, cov=False):
    """The polynomial that comes nearest to points."""
    from .linalg import lstsq

    x, y = asarray(x, float), asarray(y, float)
    if x.size != y.shape[0]:
        raise TypeError("expected x and y to have same length")
    if deg < 0:
        raise ValueError("expected deg >= 0")
    powers = x.reshape(-1, 1) ** _matrix.arange(deg, -1, -1)
    if w is not None:
        weights = asarray(w, float)
        powers, y = powers * weights.reshape(-1, 1), y * weights
    scale = sqrt(sum(powers * powers, axis=0))
    return (lstsq(powers / scale, y, rcond=x.size * 2.0**-52)[0].T / scale).T


def roots(p):
    """Where a polynomial is zero."""
    from .linalg import eigvals

    p = asarray(p)
    known = flatnonzero(p)
    if not known.size:
        return zeros(0)
    zero_roots = p.size - 1 - int(known[-1])
    p = p[int(known[0]) : int(known[-1]) + 1] * 1.0
    if p.size < 2:
        return zeros(zero_roots)
    companion = zeros((p.size - 1, p.size - 1))
    companion[0] = -p[1:] / p[0]
    for row in range(1, p.size - 1):
        companion[row, row - 1] = 1.0
    found = eigvals(companion)
    found = found.real if (found.imag == 0).all() else found
    return concatenate([found, zeros(zero_roots, found.dtype)]) if zero_roots else found


def polyadd(a1, a2):
    a1, a2 = asarray(a1), asarray(a2)
    size = builtins.max(a1.size, a2.size)
    return concatenate([zeros(size - a1.size, a1.dtype), a1]) + concatenate([zeros(size - a2.size, a2.dtype), a2])


def polysub(a1, a2):
    return polyadd(a1, -asarray(a2))


def polymul(a1, a2):
    return convolve(a1, a2)


def polyder(p, m=1):
    """The derivative."""
    p = asarray(p)
    for _ in range(m):
        p = p[:-1] * _matrix.arange(p.size - 1, 0, -1)
    return p


def polyint(p, m=1, k=0):
    """The integral."""
    p = asarray(p)
    for _ in range(m):
        p = concatenate([p / _matrix.arange(p.size, 0, -1), [float(k)]])
    return p


def poly(seq_of_zeros):
    """The polynomial that is zero at these places; of a square matrix, at its eigenvalues."""
    zeros_of = atleast_1d(asarray(seq_of_zeros))
    if zeros_of.ndim == 2 and zeros_of.shape[0] == zeros_of.shape[1]:
        from .linalg import eigvals

        zeros_of = eigvals(zeros_of)
    elif zeros_of.ndim != 1:
        raise ValueError("input must be 1d or non-empty square 2d array.")
    if not zeros_of.size:
        return 1.0
    result = asarray([1.0])
    for one in zeros_of:
        result = convolve(result, asarray([1.0, -one]))
    if result.dtype.kind == "c" and (abs(result.imag) == 0).all():
        result = result.real
    return result


def polydiv(u, v):
    """The quotient and the rest."""
    wanted = isinstance(u, poly1d) or isinstance(v, poly1d)
    u, v = atleast_1d(_coefficients(u)) * 1.0, atleast_1d(_coefficients(v)) * 1.0
    count = len(u) - len(v)
    quotient = zeros(max(count + 1, 1), u.dtype)
    rest = u.copy()
    for place in range(count + 1):
        factor = rest[place] / v[0]
        quotient[place] = factor
        rest[place:place + len(v)] -= factor * v
    while len(rest) > 1 and abs(rest[0]) <= 1e-14:
        rest = rest[1:]
    return (poly1d(quotient), poly1d(rest)) if wanted else (quotient, rest)


def _coefficients(one):
    return one.coeffs if isinstance(one, poly1d) else asarray(one)


def _shown(number):
    text = f"{float(number):.4g}"
    return text.removesuffix(".0")


class poly1d:
    """A polynomial that can be called, added and so on."""

    __hash__ = None

    def __init__(self, c_or_r, r=False, variable=None):
        if isinstance(c_or_r, poly1d):
            variable = variable or c_or_r.variable
            c_or_r = c_or_r.coeffs
        coefficients = atleast_1d(asarray(poly(c_or_r) if r else c_or_r))
        if coefficients.ndim > 1:
            raise ValueError("Polynomial must be 1d only.")
        coefficients = trim_zeros(coefficients, "f")
        self.coeffs = coefficients if len(coefficients) else zeros(1, coefficients.dtype)
        self.variable = variable or "x"

    c = coef = coefficients = property(lambda self: self.coeffs)
    order = o = property(lambda self: len(self.coeffs) - 1)
    roots = r = property(lambda self: roots(self.coeffs))

    def __call__(self, val):
        if isinstance(val, poly1d):
            result = poly1d([0])
            for one in self.coeffs:
                result = result * val + one
            return result
        return polyval(self.coeffs, val)

    def __len__(self):
        return self.order

    def __iter__(self):
        return iter(self.coeffs)

    def __array__(self, dtype=None, copy=None):
        return asarray(self.coeffs, dtype)

    def __getitem__(self, power):
        return self.coeffs[self.order - power] if 0 <= power <= self.order else self.coeffs.dtype.type(0)

    def __setitem__(self, power, value):
        if power < 0:
            raise ValueError("Does not support negative powers.")
        if power > self.order:
            longer = zeros(power + 1, self.coeffs.dtype)
            longer[power - self.order:] = self.coeffs
            self.coeffs = longer
        self.coeffs[self.order - power] = value

    def __eq__(self, other):
        if not isinstance(other, poly1d):
            return NotImplemented
        return self.coeffs.shape == other.coeffs.shape and (self.coeffs == other.coeffs).all()

    def __neg__(self):
        return poly1d(-self.coeffs)

    def __pos__(self):
        return self

    def __add__(self, other):
        return poly1d(polyadd(self.coeffs, atleast_1d(_coefficients(other))))

    __radd__ = __add__

    def __sub__(self, other):
        return poly1d(polysub(self.coeffs, atleast_1d(_coefficients(other))))

    def __rsub__(self, other):
        return poly1d(polysub(atleast_1d(_coefficients(other)), self.coeffs))

    def __mul__(self, other):
        return poly1d(polymul(self.coeffs, atleast_1d(_coefficients(other))))

    __rmul__ = __mul__

    def __pow__(self, power):
        if not isinstance(power, int) or power < 0:
            raise ValueError("Power to non-negative integers only.")
        result = poly1d([1])
        for _ in range(power):
            result = self * result
        return result

    def __truediv__(self, other):
        if isinstance(other, poly1d):
            return polydiv(self, other)
        return poly1d(self.coeffs / other)

    def deriv(self, m=1):
        return poly1d(polyder(self.coeffs, m))

    def integ(self, m=1, k=0):
        return poly1d(polyint(self.coeffs, m, k))

    def __repr__(self):
        return f"poly1d({repr(self.coeffs)[len('array('):-1]})"

    def __str__(self):
        powers, line = "", ""
        for power in range(self.order, -1, -1):
            number = self.coeffs[self.order - power]
            text = _shown(abs(number))
            if text == "0" and self.order:
                continue
            line = line.ljust(len(powers) - 1)
            sign = (" - " if line else "-") if number < 0 else " + " if line else ""
            line += sign + text + (f" {self.variable}" if power else "")
            if power > 1:
                powers = powers.ljust(len(line)) + str(power)
        return f"{powers or ' '}\n{line}"
