"""Fractions: exact quotients of integers."""

import functools
import math
import numbers
import operator
import re
import sys

__all__ = ["Fraction"]

_PRIME = sys.hash_info.modulus
_INFINITY = sys.hash_info.inf

_TEXT = re.compile(
    r"""\s*(?P<sign>[-+]?)(?=\d|\.\d)(?P<whole>\d*|\d+(?:_\d+)*)"""
    r"""(?:(?:\s*/\s*(?P<below>\d+(?:_\d+)*))?|(?:\.(?P<decimals>\d*|\d+(?:_\d+)*))?(?:E(?P<exponent>[-+]?\d+(?:_\d+)*))?)\s*""",
    re.IGNORECASE,
)

_FORMAT = re.compile(
    r"""(?:(?P<fill>.)?(?P<align>[<>=^]))?(?P<sign>[-+ ]?)(?P<no_negative_zero>z)?(?P<alternate>\#)?"""
    r"""(?P<zeropad>0(?=[0-9]))?(?P<minimumwidth>0|[1-9][0-9]*)?(?P<thousands_sep>[,_])?"""
    r"""(?:\.(?P<precision>0|[1-9][0-9]*))?"""
    r"""(?P<presentation>[eEfFgG%])""",
    re.DOTALL,
)
_GENERAL_FORMAT = re.compile(
    r"""(?:(?P<fill>.)?(?P<align>[<>=^]))?(?P<sign>[-+ ]?)(?P<alternate>\#)?"""
    r"""(?P<minimumwidth>0|[1-9][0-9]*)?(?P<thousands_sep>[,_])?""",
    re.DOTALL,
)


@functools.lru_cache(maxsize=1 << 14)
def _hash(numerator, denominator):
    """Equal to the hash of an equal int or float."""
    try:
        inverse = pow(denominator, -1, _PRIME)
    except ValueError:
        result = _INFINITY
    else:
        result = hash(hash(abs(numerator)) * inverse)
    result = result if numerator >= 0 else -result
    return -2 if result == -1 else result


def _operator_pair(exact, fallback, *, handle_complex=True):
    """The method and its reflection for an operator; `exact` works on fractions, `fallback` on anything."""
    def forward(a, b):
        if isinstance(b, Fraction):
            return exact(a, b)
        if isinstance(b, int):
            return exact(a, Fraction(b))
        if isinstance(b, float):
            return fallback(float(a), b)
        if handle_complex and isinstance(b, complex):
            return fallback(float(a), b)
        return NotImplemented

    def reverse(b, a):
        if isinstance(a, numbers.Rational):
            return exact(Fraction(a), b)
        if isinstance(a, numbers.Real):
            return fallback(float(a), float(b))
        if handle_complex and isinstance(a, numbers.Complex):
            return fallback(complex(a), float(b))
        return NotImplemented

    forward.__name__ = f"__{fallback.__name__}__"
    reverse.__name__ = f"__r{fallback.__name__}__"
    return forward, reverse


def _rounded_quotient(numerator, denominator):
    """The nearest integer, half to even."""
    quotient, rest = divmod(numerator, denominator)
    twice = 2 * rest
    return quotient + (twice > denominator or twice == denominator and quotient & 1)


def _digits_of(numerator, denominator, exponent, no_negative_zero=False):
    """Sign and digits of a fraction rounded to a multiple of 10**exponent."""
    if exponent >= 0:
        denominator *= 10**exponent
    else:
        numerator *= 10**-exponent
    magnitude = _rounded_quotient(abs(numerator), denominator)
    negative = numerator < 0
    if no_negative_zero:
        negative = negative and magnitude != 0
    return negative, magnitude


def _significant(numerator, denominator, figures):
    """Sign, digits and exponent of a fraction rounded to so many figures."""
    if numerator == 0:
        return False, 0, 1 - figures
    top, bottom = str(abs(numerator)), str(denominator)
    size = len(top) - len(bottom) + (bottom <= top)
    exponent = size - figures
    negative, digits = _digits_of(numerator, denominator, exponent)
    if len(str(digits)) == figures + 1:
        digits //= 10
        exponent += 1
    return negative, digits, exponent


class Fraction(numbers.Rational):
    """A fraction in lowest terms."""

    __slots__ = ("_numerator", "_denominator")

    def __new__(cls, numerator=0, denominator=None):
        if denominator is None:
            if type(numerator) is int:
                return cls._of(numerator, 1)
            if isinstance(numerator, numbers.Rational):
                return cls._of(numerator.numerator, numerator.denominator)
            if isinstance(numerator, str):
                return cls._of(*_read(numerator))
            if isinstance(numerator, float) or hasattr(numerator, "as_integer_ratio"):
                return cls._of(*numerator.as_integer_ratio())
            raise TypeError("argument should be a string or a Rational instance")
        if type(numerator) is int is type(denominator):
            pass
        elif isinstance(numerator, numbers.Rational) and isinstance(denominator, numbers.Rational):
            numerator, denominator = (
                numerator.numerator * denominator.denominator, denominator.numerator * numerator.denominator,
            )
        else:
            raise TypeError("both arguments should be Rational instances")
        if denominator == 0:
            raise ZeroDivisionError(f"Fraction({numerator}, 0)")
        common = math.gcd(numerator, denominator)
        if denominator < 0:
            common = -common
        return cls._of(numerator // common, denominator // common)

    @classmethod
    def _of(cls, numerator, denominator):
        self = super().__new__(cls)
        self._numerator, self._denominator = numerator, denominator
        return self

    @classmethod
    def from_float(cls, f):
        """The exact value of a float."""
        if isinstance(f, numbers.Integral):
            return cls(f)
        if not isinstance(f, float):
            raise TypeError(f"{cls.__name__}.from_float() only takes floats, not {f!r} ({type(f).__name__})")
        return cls._of(*f.as_integer_ratio())

    @classmethod
    def from_decimal(cls, dec):
        """The exact value of a Decimal."""
        from decimal import Decimal

        if isinstance(dec, numbers.Integral):
            dec = Decimal(int(dec))
        elif not isinstance(dec, Decimal):
            raise TypeError(f"{cls.__name__}.from_decimal() only takes Decimals, not {dec!r} ({type(dec).__name__})")
        return cls._of(*dec.as_integer_ratio())

    def is_integer(self):
        """Is it a whole number?"""
        return self._denominator == 1

    def as_integer_ratio(self):
        """Numerator and denominator."""
        return self._numerator, self._denominator

    def limit_denominator(self, max_denominator=1000000):
        """The nearest fraction whose denominator is at most so large."""
        if max_denominator < 1:
            raise ValueError("max_denominator should be at least 1")
        if self._denominator <= max_denominator:
            return Fraction(self)
        # Convergents of the continued fraction come ever nearer, from both sides in turn.
        p0, q0, p1, q1 = 0, 1, 1, 0
        n, d = self._numerator, self._denominator
        while True:
            a = n // d
            q2 = q0 + a * q1
            if q2 > max_denominator:
                break
            p0, q0, p1, q1 = p1, q1, p0 + a * p1, q2
            n, d = d, n - a * d
        k = (max_denominator - q0) // q1
        if 2 * d * (q0 + k * q1) <= self._denominator:
            return Fraction._of(p1, q1)
        return Fraction._of(p0 + k * p1, q0 + k * q1)

    @property
    def numerator(self):
        return self._numerator

    @property
    def denominator(self):
        return self._denominator

    def __repr__(self):
        return f"{self.__class__.__name__}({self._numerator}, {self._denominator})"

    def __str__(self):
        return str(self._numerator) if self._denominator == 1 else f"{self._numerator}/{self._denominator}"

    def __format__(self, format_spec, /):
        if match := _GENERAL_FORMAT.fullmatch(format_spec):
            return self._format_general(match)
        if match := _FORMAT.fullmatch(format_spec):
            if match["align"] is None or match["zeropad"] is None:
                return self._format_float(match)
        raise ValueError(f"Invalid format specifier {format_spec!r} for object of type {type(self).__name__!r}")

    def _format_general(self, match):
        width, separator = int(match["minimumwidth"] or "0"), match["thousands_sep"] or ""
        fill, align = match["fill"] or " ", match["align"] or ">"
        sign = "-" if self < 0 else match["sign"] if match["sign"] != "-" else ""
        body = f"{abs(self._numerator):{separator}}"
        if match["alternate"] or self._denominator > 1:
            body += f"/{self._denominator:{separator}}"
        return _padded(sign, body, fill, align, width)

    def _format_float(self, match):
        fill, align = match["fill"] or " ", match["align"] or ">"
        positive_sign = "" if match["sign"] == "-" else match["sign"]
        no_negative_zero, alternate = bool(match["no_negative_zero"]), bool(match["alternate"])
        width, separator = int(match["minimumwidth"] or "0"), match["thousands_sep"]
        precision, kind = int(match["precision"] or "6"), match["presentation"]
        trim = kind in "gG" and not alternate
        marker = "E" if kind in "EFG" else "e"
        if kind in "fF%":
            exponent = -precision - (2 if kind == "%" else 0)
            negative, digits = _digits_of(self._numerator, self._denominator, exponent, no_negative_zero)
            scientific, point = False, precision
        else:
            figures = max(precision, 1) if kind in "gG" else precision + 1
            negative, digits, exponent = _significant(self._numerator, self._denominator, figures)
            scientific = kind in "eE" or exponent > 0 or exponent + figures <= -4
            point = figures - 1 if scientific else -exponent
        suffix = "%" if kind == "%" else f"{marker}{exponent + point:+03d}" if scientific else ""
        text = f"{digits:0{point + 1}d}"
        sign = "-" if negative else positive_sign
        leading, decimals = text[:len(text) - point], text[len(text) - point:]
        if trim:
            decimals = decimals.rstrip("0")
        decimals = ("." if decimals or alternate else "") + decimals + suffix
        if match["zeropad"]:
            room = max(0, width - len(sign) - len(decimals))
            shown = room // 4 * 3 + max(0, room % 4 - 1) + (room % 4 == 0 and room > 0) if separator else room
            while separator and len(f"{leading.zfill(shown):>}") + (max(shown, len(leading)) - 1) // 3 < room:
                shown += 1
            leading = leading.zfill(shown)
        if separator:
            first = 1 + (len(leading) - 1) % 3
            leading = leading[:first] + "".join(
                separator + leading[place:place + 3] for place in range(first, len(leading), 3)
            )
        return _padded(sign, leading + decimals, fill, align, width)

    # Arithmetic. Dividing by common factors first keeps the numbers small.

    def _add(a, b):
        na, da, nb, db = a._numerator, a._denominator, b._numerator, b._denominator
        common = math.gcd(da, db)
        if common == 1:
            return Fraction._of(na * db + da * nb, da * db)
        part = da // common
        total = na * (db // common) + nb * part
        rest = math.gcd(total, common)
        if rest == 1:
            return Fraction._of(total, part * db)
        return Fraction._of(total // rest, part * (db // rest))

    __add__, __radd__ = _operator_pair(_add, operator.add)

    def _sub(a, b):
        return a._add(Fraction._of(-b._numerator, b._denominator))

    __sub__, __rsub__ = _operator_pair(_sub, operator.sub)

    def _mul(a, b):
        na, da, nb, db = a._numerator, a._denominator, b._numerator, b._denominator
        first, second = math.gcd(na, db), math.gcd(nb, da)
        return Fraction._of(na // first * (nb // second), db // first * (da // second))

    __mul__, __rmul__ = _operator_pair(_mul, operator.mul)

    def _div(a, b):
        nb, db = b._numerator, b._denominator
        if nb == 0:
            raise ZeroDivisionError(f"Fraction({db}, 0)")
        if nb < 0:
            nb, db = -nb, -db
        return a._mul(Fraction._of(db, nb))

    __truediv__, __rtruediv__ = _operator_pair(_div, operator.truediv)

    def _floordiv(a, b):
        return a._numerator * b._denominator // (a._denominator * b._numerator)

    __floordiv__, __rfloordiv__ = _operator_pair(_floordiv, operator.floordiv, handle_complex=False)

    def _divmod(a, b):
        da, db = a._denominator, b._denominator
        quotient, rest = divmod(a._numerator * db, da * b._numerator)
        return quotient, Fraction(rest, da * db)

    __divmod__, __rdivmod__ = _operator_pair(_divmod, divmod, handle_complex=False)

    def _mod(a, b):
        da, db = a._denominator, b._denominator
        return Fraction(a._numerator * db % (b._numerator * da), da * db)

    __mod__, __rmod__ = _operator_pair(_mod, operator.mod, handle_complex=False)

    def __pow__(a, b):
        if isinstance(b, numbers.Rational):
            if b.denominator != 1:
                return float(a) ** float(b)
            power = b.numerator
            if power >= 0:
                return Fraction._of(a._numerator**power, a._denominator**power)
            if a._numerator > 0:
                return Fraction._of(a._denominator**-power, a._numerator**-power)
            if a._numerator == 0:
                raise ZeroDivisionError(f"Fraction({a._denominator ** -power}, 0)")
            return Fraction._of((-a._denominator) ** -power, (-a._numerator) ** -power)
        if isinstance(b, (float, complex)):
            return float(a) ** b
        return NotImplemented

    def __rpow__(b, a):
        if b._denominator == 1 and b._numerator >= 0:
            return a**b._numerator
        if isinstance(a, numbers.Rational):
            return Fraction(a.numerator, a.denominator) ** b
        return a ** float(b)

    def __pos__(a):
        return Fraction._of(a._numerator, a._denominator)

    def __neg__(a):
        return Fraction._of(-a._numerator, a._denominator)

    def __abs__(a):
        return Fraction._of(abs(a._numerator), a._denominator)

    def __int__(a):
        return -(-a._numerator // a._denominator) if a._numerator < 0 else a._numerator // a._denominator

    __trunc__ = __int__

    def __floor__(a):
        return a._numerator // a._denominator

    def __ceil__(a):
        return -(-a._numerator // a._denominator)

    def __round__(self, ndigits=None):
        if ndigits is None:
            return _rounded_quotient(self._numerator, self._denominator)
        shift = 10 ** abs(ndigits)
        return Fraction(round(self * shift), shift) if ndigits > 0 else Fraction(round(self / shift) * shift)

    # Comparing.

    def __hash__(self):
        return _hash(self._numerator, self._denominator)

    def __eq__(a, b):
        if type(b) is int:
            return a._numerator == b and a._denominator == 1
        if isinstance(b, numbers.Rational):
            return a._numerator == b.numerator and a._denominator == b.denominator
        if isinstance(b, numbers.Complex) and b.imag == 0:
            b = b.real
        if isinstance(b, float):
            return 0.0 == b if math.isnan(b) or math.isinf(b) else a == a.from_float(b)
        return NotImplemented

    def _compare(self, other, operation):
        if isinstance(other, numbers.Rational):
            return operation(self._numerator * other.denominator, self._denominator * other.numerator)
        if isinstance(other, float):
            if math.isnan(other) or math.isinf(other):
                return operation(0.0, other)
            return operation(self, self.from_float(other))
        return NotImplemented

    def __lt__(a, b):
        return a._compare(b, operator.lt)

    def __gt__(a, b):
        return a._compare(b, operator.gt)

    def __le__(a, b):
        return a._compare(b, operator.le)

    def __ge__(a, b):
        return a._compare(b, operator.ge)

    def __bool__(a):
        return bool(a._numerator)

    def __reduce__(self):
        return self.__class__, (self._numerator, self._denominator)

    def __copy__(self):
        return self if type(self) is Fraction else self.__class__(self._numerator, self._denominator)

    def __deepcopy__(self, memo):
        return self.__copy__()


def _read(text):
    """Numerator and denominator of a text."""
    match = _TEXT.fullmatch(text)
    if match is None:
        raise ValueError(f"Invalid literal for Fraction: {text!r}")
    numerator = int(match["whole"] or "0")
    if match["below"]:
        denominator = int(match["below"])
    else:
        denominator = 1
        if match["decimals"]:
            decimals = match["decimals"].replace("_", "")
            denominator = 10 ** len(decimals)
            numerator = numerator * denominator + int(decimals)
        if match["exponent"]:
            exponent = int(match["exponent"])
            if exponent >= 0:
                numerator *= 10**exponent
            else:
                denominator *= 10**-exponent
    if match["sign"] == "-":
        numerator = -numerator
    if denominator == 0:
        raise ZeroDivisionError(f"Fraction({numerator}, 0)")
    common = math.gcd(numerator, denominator)
    return numerator // common, denominator // common


def _padded(sign, body, fill, align, width):
    padding = fill * (width - len(sign) - len(body))
    if align == ">":
        return padding + sign + body
    if align == "<":
        return sign + body + padding
    if align == "^":
        half = len(padding) // 2
        return padding[:half] + sign + body + padding[half:]
    return sign + padding + body
