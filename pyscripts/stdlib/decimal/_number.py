"""The numbers: making them, arithmetic, rounding them to a context."""

import math
import numbers
import re
from collections import namedtuple

from . import _context
from ._comparing import Comparing
from ._digits import Digits
from ._formatting import Formatting
from ._functions import Functions
from ._rounding import count_digits, power_of_ten, round_off
from ._signals import (
    ROUND_CEILING, ROUND_FLOOR, ROUND_HALF_EVEN, Clamped, ConversionSyntax, DivisionByZero, DivisionImpossible,
    DivisionUndefined, FloatOperation, Inexact, InvalidOperation, Overflow, Rounded, Subnormal, Underflow,
)

_NUMBER = re.compile(r"""
    (?P<sign>[-+])?
    (?: (?=\d|\.\d) (?P<int>\d*) (?:\.(?P<frac>\d*))? (?:[eE](?P<exp>[-+]?\d+))?
      | (?P<inf>inf(?:inity)?)
      | (?P<signal>s)?nan(?P<diag>\d*) )
    \Z""", re.VERBOSE | re.IGNORECASE)

DecimalTuple = namedtuple("DecimalTuple", "sign digits exponent", module="decimal")

_new = object.__new__


class Decimal(Comparing, Digits, Functions, Formatting):
    """A decimal number: (-1) ** _sign * _int * 10 ** _exp; _exp is "F", "n", "N" of infinities and not-a-numbers."""

    __slots__ = ("_sign", "_int", "_exp", "_special")

    def __new__(cls, value="0", context=None):
        kind = type(value)
        if kind is int:
            return _make(cls, 0, value, 0) if value >= 0 else _make(cls, 1, -value, 0)
        if kind is str:
            return _from_text(cls, value, context)
        if isinstance(value, Decimal):
            if kind is cls is Decimal:
                return value
            return _make(cls, value._sign, value._int, value._exp)
        if isinstance(value, int):
            return _make(cls, int(value < 0), abs(int(value)), 0)
        if isinstance(value, str):
            return _from_text(cls, str(value), context)
        if isinstance(value, float):
            context = context or _context.getcontext()
            context._raise(FloatOperation)
            return _from_float(cls, value)
        if isinstance(value, (list, tuple)):
            return _from_tuple(cls, value)
        raise TypeError("conversion from %s to Decimal is not supported" % kind.__name__)

    @classmethod
    def from_float(cls, f):
        """The very value of a float, or of an int."""
        if isinstance(f, int):
            return cls(int(f))
        if not isinstance(f, float):
            raise TypeError("argument must be int or float.")
        return _from_float(cls, f)

    def __reduce__(self):
        return type(self), (str(self),)

    def __copy__(self):
        return self if type(self) is Decimal else type(self)(self)

    def __deepcopy__(self, memo):
        return self.__copy__()

    # Rounding to the context.

    def _fix(self, context):
        if self._special:
            return self._fix_nan(context)
        number, exp, sign = self._int, self._exp, self._sign
        etiny, etop = context._etiny, context._etop
        if not number:
            least = min(max(exp, etiny), etop if context.clamp else context.Emax)
            if least != exp:
                context._raise(Clamped)
                return _make(Decimal, sign, 0, least)
            return self
        if number < context._limit and etiny <= exp <= etop and count_digits(number) + exp > context.Emin:
            return self
        digits = count_digits(number)
        least = digits + exp - context.prec
        if least > etop:
            result = context._raise(Overflow, None, sign)
            context._raise(Inexact)
            context._raise(Rounded)
            return result
        subnormal = least < etiny
        if subnormal:
            least = etiny
        if exp < least:
            return self._shorten(least, subnormal, context)
        if subnormal:
            context._raise(Subnormal)
        if context.clamp and exp > etop:
            context._raise(Clamped)
            return _make(Decimal, sign, number * power_of_ten(exp - etop), etop)
        return self

    def _shorten(self, least, subnormal, context):
        kept, inexact = round_off(self._int, least - self._exp, self._sign, context.rounding)
        if kept >= context._limit:
            kept //= 10
            least += 1
        if least > context._etop:
            result = context._raise(Overflow, None, self._sign)
        else:
            result = _make(Decimal, self._sign, kept, least)
        if inexact and subnormal:
            context._raise(Underflow)
        if subnormal:
            context._raise(Subnormal)
        if inexact:
            context._raise(Inexact)
        context._raise(Rounded)
        if not result:
            context._raise(Clamped)
        return result

    def _fix_nan(self, context):
        if self._exp in ("n", "N") and self._int:
            most = context.prec - context.clamp
            if count_digits(self._int) > most:
                return _make(Decimal, self._sign, self._int % power_of_ten(most), self._exp)
        return self

    def _check_nans(self, other=None, context=None):
        """None if neither is a not-a-number, otherwise the result."""
        first = self._exp if self._special else ""
        second = other._exp if other is not None and other._special else ""
        if first not in ("n", "N") and second not in ("n", "N"):
            return None
        context = context or _context.getcontext()
        for number, exp in ((self, first), (other, second)):
            if exp == "N":
                quiet = _make(Decimal, number._sign, number._int, "n")._fix_nan(context)
                return context._raise(InvalidOperation, "sNaN", quiet)
        return (self if first == "n" else other)._fix_nan(context)

    # Arithmetic.

    def _add(self, other, context, flip=0):
        sign2 = other._sign ^ flip
        if self._special or other._special:
            nan = self._check_nans(other, context)
            if nan is not None:
                return nan
            if self._special:
                if other._special and self._sign != sign2:
                    return context._raise(InvalidOperation)
                return self
            return infinity(sign2)
        exp1, exp2 = self._exp, other._exp
        first, second = self._int, other._int
        exp = exp1 if exp1 < exp2 else exp2
        if exp1 != exp2:
            if not first or not second:
                return self._add_zero(first, exp1, second, sign2, exp2, exp, context)
            far = abs(exp1 - exp2)
            if far > 2 * context.prec + 4 + max(count_digits(first), count_digits(second)):
                first, exp1, second, exp2 = _bring_near(first, exp1, second, exp2, context.prec)
                exp = min(exp1, exp2)
            if exp1 > exp2:
                first *= power_of_ten(exp1 - exp2)
            else:
                second *= power_of_ten(exp2 - exp1)
        if self._sign:
            first = -first
        total = first - second if sign2 else first + second
        if total > 0:
            sign = 0
        elif total < 0:
            sign, total = 1, -total
        elif self._sign == sign2:
            sign = sign2
        else:
            sign = int(context.rounding == ROUND_FLOOR)
        return _make(Decimal, sign, total, exp)._fix(context)

    def _add_zero(self, first, exp1, second, sign2, exp2, exp, context):
        if not first and not second:
            sign = min(self._sign, sign2)
            if self._sign != sign2 and context.rounding == ROUND_FLOOR:
                sign = 1
            return _make(Decimal, sign, 0, exp)._fix(context)
        sign, number, own = (self._sign, first, exp1) if first else (sign2, second, exp2)
        exp = max(exp, own - context.prec - 1)
        return _make(Decimal, sign, round_off(number, exp - own, 0, ROUND_HALF_EVEN)[0] if exp <= own else number,
                     min(exp, own))._fix(context)

    def __add__(self, other, context=None):
        if type(other) is not Decimal:
            other = _other(other, "+")
            if other is NotImplemented:
                return other
        return self._add(other, context or _context.getcontext())

    def __radd__(self, other):
        other = _other(other, "+", True)
        return other if other is NotImplemented else other + self

    def __sub__(self, other, context=None):
        other = _other(other, "-")
        return other if other is NotImplemented else self._add(other, context or _context.getcontext(), 1)

    def __rsub__(self, other):
        other = _other(other, "-", True)
        return other if other is NotImplemented else other - self

    def _subtract(self, other, context):
        return self._add(other, context, 1)

    def _multiply(self, other, context):
        sign = self._sign ^ other._sign
        if self._special or other._special:
            nan = self._check_nans(other, context)
            if nan is not None:
                return nan
            if not self or not other:
                return context._raise(InvalidOperation)
            return infinity(sign)
        return _make(Decimal, sign, self._int * other._int, self._exp + other._exp)._fix(context)

    def __mul__(self, other, context=None):
        if type(other) is not Decimal:
            other = _other(other, "*")
            if other is NotImplemented:
                return other
        return self._multiply(other, context or _context.getcontext())

    def __rmul__(self, other):
        other = _other(other, "*", True)
        return other if other is NotImplemented else other * self

    def _divide(self, other, context):
        sign = self._sign ^ other._sign
        if self._special or other._special:
            nan = self._check_nans(other, context)
            if nan is not None:
                return nan
            if self._special:
                return context._raise(InvalidOperation) if other._special else infinity(sign)
            context._raise(Clamped)
            return _make(Decimal, sign, 0, context._etiny)
        if not other._int:
            if not self._int:
                return context._raise(DivisionUndefined)
            return context._raise(DivisionByZero, None, sign)
        if not self._int:
            return _make(Decimal, sign, 0, self._exp - other._exp)._fix(context)
        shift = count_digits(other._int) - count_digits(self._int) + context.prec + 1
        exp = self._exp - other._exp - shift
        if shift >= 0:
            number, rest = divmod(self._int * power_of_ten(shift), other._int)
        else:
            number, rest = divmod(self._int, other._int * power_of_ten(-shift))
        if rest:
            # What is lost lies between two digits, and must not look like a half.
            if number % 5 == 0:
                number += 1
        else:
            ideal = self._exp - other._exp
            while exp < ideal and number % 10 == 0:
                number //= 10
                exp += 1
        return _make(Decimal, sign, number, exp)._fix(context)

    def __truediv__(self, other, context=None):
        other = _other(other, "/")
        return other if other is NotImplemented else self._divide(other, context or _context.getcontext())

    def __rtruediv__(self, other):
        other = _other(other, "/", True)
        return other if other is NotImplemented else other / self

    def _whole(self, other, context):
        """Whole quotient and remainder of finite numbers, the divisor not zero."""
        sign = self._sign ^ other._sign
        exp = min(self._exp, other._exp)
        if self._int and self.adjusted() - other.adjusted() > context.prec + 1:
            return None
        first = self._int * power_of_ten(self._exp - exp)
        second = other._int * power_of_ten(other._exp - exp)
        quotient, rest = divmod(first, second)
        if quotient >= context._limit:
            return None
        return _make(Decimal, sign, quotient, 0), _make(Decimal, self._sign, rest, exp)

    def _divmod(self, other, context):
        nan = self._check_nans(other, context)
        if nan is not None:
            return nan, nan
        if self._special:
            if other._special:
                result = context._raise(InvalidOperation)
                return result, result
            return infinity(self._sign ^ other._sign), context._raise(InvalidOperation)
        if not other._special and not other._int:
            if not self._int:
                result = context._raise(DivisionUndefined)
                return result, result
            return (context._raise(DivisionByZero, None, self._sign ^ other._sign),
                    context._raise(InvalidOperation))
        if other._special:
            return _make(Decimal, self._sign ^ other._sign, 0, 0), self._fix(context)
        both = self._whole(other, context)
        if both is None:
            result = context._raise(DivisionImpossible)
            return result, result
        return both[0], both[1]._fix(context)

    def __divmod__(self, other, context=None):
        other = _other(other, "divmod()")
        return other if other is NotImplemented else self._divmod(other, context or _context.getcontext())

    def __rdivmod__(self, other):
        other = _other(other, "divmod()", True)
        return other if other is NotImplemented else divmod(other, self)

    def _remainder(self, other, context):
        nan = self._check_nans(other, context)
        if nan is not None:
            return nan
        if self._special:
            return context._raise(InvalidOperation)
        if not other._special and not other._int:
            return context._raise(InvalidOperation if self._int else DivisionUndefined)
        if other._special:
            return self._fix(context)
        both = self._whole(other, context)
        return context._raise(DivisionImpossible) if both is None else both[1]._fix(context)

    def __mod__(self, other, context=None):
        other = _other(other, "%")
        return other if other is NotImplemented else self._remainder(other, context or _context.getcontext())

    def __rmod__(self, other):
        other = _other(other, "%", True)
        return other if other is NotImplemented else other % self

    def _divide_int(self, other, context):
        nan = self._check_nans(other, context)
        if nan is not None:
            return nan
        sign = self._sign ^ other._sign
        if self._special:
            return context._raise(InvalidOperation) if other._special else infinity(sign)
        if other._special:
            return _make(Decimal, sign, 0, 0)
        if not other._int:
            return context._raise(DivisionByZero, None, sign) if self._int else context._raise(DivisionUndefined)
        both = self._whole(other, context)
        return context._raise(DivisionImpossible) if both is None else both[0]._fix(context)

    def __floordiv__(self, other, context=None):
        other = _other(other, "//")
        return other if other is NotImplemented else self._divide_int(other, context or _context.getcontext())

    def __rfloordiv__(self, other):
        other = _other(other, "//", True)
        return other if other is NotImplemented else other // self

    def __neg__(self, context=None):
        return self._with_sign(self._sign ^ 1, context)

    def __pos__(self, context=None):
        return self._with_sign(self._sign, context)

    def __abs__(self, round=True, context=None):
        if not round:
            return self.copy_abs()
        return self._with_sign(0, context) if not self._sign else self.__neg__(context)

    def _with_sign(self, sign, context):
        context = context or _context.getcontext()
        nan = self._check_nans(context=context) if self._special else None
        if nan is not None:
            return nan
        if not self._special and not self._int and context.rounding != ROUND_FLOOR:
            sign = 0
        return _make(Decimal, sign, self._int, self._exp)._fix(context)

    def fma(self, other, third, context=None):
        """self * other + third, rounded once."""
        other, third = operand(other), operand(third)
        context = context or _context.getcontext()
        if self._special or other._special:
            for number in (self, other):
                if number._exp == "N":
                    return self._check_nans(other, context)
            if self._exp == "n" or other._exp == "n":
                return third._check_nans(context=context) if third._exp == "N" else self._check_nans(other, context)
            if not self or not other:
                return context._raise(InvalidOperation)
            product = infinity(self._sign ^ other._sign)
        else:
            product = _make(Decimal, self._sign ^ other._sign, self._int * other._int, self._exp + other._exp)
        return product._add(third, context)

    # Conversions.

    def __bool__(self):
        return self._special or self._int != 0

    def as_tuple(self):
        """Sign, digits and exponent."""
        if self._exp == "F":
            return DecimalTuple(self._sign, (0,), "F")
        digits = tuple(map(int, str(self._int))) if self._int or not self._special else ()
        return DecimalTuple(self._sign, digits, self._exp)

    def as_integer_ratio(self):
        """The number as a fraction of two ints, in lowest terms."""
        if self._special:
            if self.is_nan():
                raise ValueError("cannot convert NaN to integer ratio")
            raise OverflowError("cannot convert Infinity to integer ratio")
        if not self._int:
            return 0, 1
        numerator, denominator = self._int, 1
        if self._exp >= 0:
            numerator *= power_of_ten(self._exp)
        else:
            denominator = power_of_ten(-self._exp)
            common = math.gcd(numerator, denominator)
            numerator, denominator = numerator // common, denominator // common
        return (-numerator if self._sign else numerator), denominator

    def __float__(self):
        if self._exp == "N":
            raise ValueError("cannot convert signaling NaN to float")
        if self._exp == "n":
            return -math.nan if self._sign else math.nan
        return float(str(self))

    def __int__(self):
        if self._special:
            if self.is_nan():
                raise ValueError("cannot convert NaN to integer")
            raise OverflowError("cannot convert Infinity to integer")
        number = self._int
        number = number * power_of_ten(self._exp) if self._exp >= 0 else number // power_of_ten(-self._exp)
        return -number if self._sign else number

    __trunc__ = __int__

    def __complex__(self):
        return complex(float(self))

    def _to_int(self, rounding):
        if self._special:
            if self.is_nan():
                raise ValueError("cannot convert NaN to integer")
            raise OverflowError("cannot convert Infinity to integer")
        number = round_off(self._int, -self._exp, self._sign, rounding)[0]
        return -number if self._sign else number

    def __floor__(self):
        return self._to_int(ROUND_FLOOR)

    def __ceil__(self):
        return self._to_int(ROUND_CEILING)

    def __round__(self, n=None):
        if n is None:
            return self._to_int(ROUND_HALF_EVEN)
        if not isinstance(n, int):
            raise TypeError("optional arg must be an integer")
        return self.quantize(_make(Decimal, 0, 1, -n), rounding=ROUND_HALF_EVEN)

    @property
    def real(self):
        """The number itself."""
        return self

    @property
    def imag(self):
        """Zero."""
        return Decimal(0)

    def conjugate(self):
        """The number itself."""
        return self


def _make(cls, sign, number, exp):
    self = _new(cls)
    self._sign = sign
    self._int = number
    self._exp = exp
    self._special = type(exp) is str
    return self


def _from_text(cls, text, context):
    if "_" in text:
        text = text.replace("_", "")
    match = _NUMBER.match(text.strip())
    if match is None:
        context = context or _context.getcontext()
        result = context._raise(ConversionSyntax)
        return result if cls is Decimal else _make(cls, 0, 0, "n")
    sign = int(match["sign"] == "-")
    whole = match["int"]
    if whole is not None:
        fraction = match["frac"] or ""
        exp = int(match["exp"] or 0) - len(fraction)
        return _make(cls, sign, int(whole + fraction or 0), exp)
    if match["inf"]:
        return _make(cls, sign, 0, "F")
    return _make(cls, sign, int(match["diag"] or 0), "N" if match["signal"] else "n")


def _from_float(cls, value):
    sign = int(math.copysign(1.0, value) < 0)
    if not math.isfinite(value):
        return _make(cls, sign, 0, "n" if value != value else "F")
    numerator, denominator = abs(value).as_integer_ratio()
    power = denominator.bit_length() - 1
    return _make(cls, sign, numerator * 5 ** power, -power)


def _from_tuple(cls, value):
    if len(value) != 3:
        raise ValueError("argument must be a sequence of length 3")
    sign, digits, exp = value
    if not isinstance(digits, (tuple, list)):
        raise ValueError("coefficient must be a tuple of digits")
    if sign not in (0, 1) or not isinstance(sign, int):
        raise ValueError("sign must be an integer with the value 0 or 1")
    if exp == "F":
        return _make(cls, sign, 0, "F")
    number = 0
    for digit in digits:
        if not isinstance(digit, int) or not 0 <= digit <= 9:
            raise ValueError("coefficient must be a tuple of digits")
        number = number * 10 + digit
    if exp not in ("n", "N") and not isinstance(exp, int):
        raise ValueError("string argument in the third position must be 'F', 'n' or 'N'")
    return _make(cls, sign, number, exp)


def _convert(value):
    """An int as a number, NotImplemented for what is neither."""
    if isinstance(value, Decimal):
        return value
    if isinstance(value, int):
        return _make(Decimal, int(value < 0), abs(int(value)), 0)
    return NotImplemented


def _other(value, symbol, reflected=False):
    """The other operand as a number; a float is refused in CPython's words, which name the type with its module."""
    if type(value) is float:
        names = ("float", "decimal.Decimal") if reflected else ("decimal.Decimal", "float")
        raise TypeError("unsupported operand type(s) for %s: '%s' and '%s'" % (symbol, *names))
    return _convert(value)


def operand(value):
    """A number that an operation was given, or a TypeError."""
    number = _convert(value)
    if number is NotImplemented:
        raise TypeError("conversion from %s to Decimal is not supported" % type(value).__name__)
    return number


def _bring_near(first, exp1, second, exp2, prec):
    """Two numbers so far apart that of the smaller one only its presence matters, set side by side."""
    if exp1 + count_digits(first) < exp2 + count_digits(second):
        second, exp2, first, exp1 = _bring_near(second, exp2, first, exp1, prec)
        return first, exp1, second, exp2
    least = exp1 + count_digits(first) - prec - 3
    least = min(least, exp1 - 1)
    return first, exp1, (1 if exp2 + count_digits(second) <= least else second), \
        (least if exp2 + count_digits(second) <= least else exp2)


def infinity(sign):
    """The infinity of a sign."""
    return _make(Decimal, sign, 0, "F")


def largest(sign, context):
    """The number of the largest magnitude in a context."""
    return _make(Decimal, sign, context._limit - 1, context._etop)


def make(sign, number, exp):
    """A number of its parts."""
    return _make(Decimal, sign, number, exp)


NAN = _make(Decimal, 0, 0, "n")
Decimal.__module__ = "decimal"
numbers.Number.register(Decimal)
