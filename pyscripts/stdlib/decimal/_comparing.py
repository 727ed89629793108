"""Comparing numbers, and what kind of number one is."""

import numbers
import sys

from . import _context
from ._rounding import count_digits, power_of_ten
from ._signals import FloatOperation, InvalidOperation

_MODULUS = sys.hash_info.modulus
_INVERSE_OF_TEN = pow(10, _MODULUS - 2, _MODULUS)


class Comparing:
    """The part of a number that compares."""

    __slots__ = ()

    def _cmp(self, other):
        """-1, 0, 1 of numbers that are not nan."""
        if self._special or other._special:
            first = (-1) ** self._sign if self._special else 0
            second = (-1) ** other._sign if other._special else 0
            return (first > second) - (first < second)
        if not self._int or not other._int:
            first = (-1) ** self._sign if self._int else 0
            second = (-1) ** other._sign if other._int else 0
            return (first > second) - (first < second)
        if self._sign != other._sign:
            return -1 if self._sign else 1
        first, second = self.adjusted(), other.adjusted()
        if first == second:
            exp = min(self._exp, other._exp)
            first = self._int * power_of_ten(self._exp - exp)
            second = other._int * power_of_ten(other._exp - exp)
        result = (first > second) - (first < second)
        return -result if self._sign else result

    def _comparable(self, other, equality):
        """Both as numbers, or NotImplemented."""
        from ._number import Decimal, make
        if isinstance(other, Decimal):
            return self, other
        if isinstance(other, int):
            return self, Decimal(int(other))
        if isinstance(other, numbers.Rational):
            if self._special:
                return self, Decimal(0)
            return make(self._sign, self._int * other.denominator, self._exp), Decimal(other.numerator)
        if equality and isinstance(other, complex) and other.imag == 0:
            other = other.real
        if isinstance(other, float):
            context = _context.getcontext()
            if equality:
                context.flags[FloatOperation] = True
            else:
                context._raise(FloatOperation)
            return self, Decimal.from_float(other)
        return NotImplemented, NotImplemented

    def _ordered(self, other):
        """-1, 0 or 1; None with not-a-numbers; NotImplemented."""
        first, second = self._comparable(other, False)
        if first is NotImplemented:
            return NotImplemented
        if first._special or second._special:
            for number in (first, second):
                if number._exp in ("n", "N"):
                    _context.getcontext()._raise(InvalidOperation)
                    return None
        return first._cmp(second)

    def __eq__(self, other):
        first, second = self._comparable(other, True)
        if first is NotImplemented:
            return NotImplemented
        if first._special or second._special:
            if first._exp == "N" or second._exp == "N":
                _context.getcontext()._raise(InvalidOperation)
            if first._exp in ("n", "N") or second._exp in ("n", "N"):
                return False
        return first._cmp(second) == 0

    def __lt__(self, other):
        order = self._ordered(other)
        return order if order is NotImplemented else order is not None and order < 0

    def __le__(self, other):
        order = self._ordered(other)
        return order if order is NotImplemented else order is not None and order <= 0

    def __gt__(self, other):
        order = self._ordered(other)
        return order if order is NotImplemented else order is not None and order > 0

    def __ge__(self, other):
        order = self._ordered(other)
        return order if order is NotImplemented else order is not None and order >= 0

    def __hash__(self):
        if self._special:
            if self._exp == "N":
                raise TypeError("Cannot hash a signaling NaN value")
            if self._exp == "n":
                return object.__hash__(self)
            return -sys.hash_info.inf if self._sign else sys.hash_info.inf
        if self._exp >= 0:
            power = pow(10, self._exp, _MODULUS)
        else:
            power = pow(_INVERSE_OF_TEN, -self._exp, _MODULUS)
        found = self._int * power % _MODULUS
        found = -found if self._sign else found
        return -2 if found == -1 else found

    def compare(self, other, context=None):
        """-1, 0, 1 or a not-a-number, as a number."""
        from ._number import Decimal, operand
        other = operand(other)
        nan = self._check_nans(other, context)
        return nan if nan is not None else Decimal(self._cmp(other))

    def compare_signal(self, other, context=None):
        """The same; any not-a-number signals."""
        from ._number import operand
        other = operand(other)
        context = context or _context.getcontext()
        for number in (self, other):
            if number._exp in ("n", "N"):
                quiet = number if number._exp == "n" else number._check_nans(context=context._quiet())
                return context._raise(InvalidOperation, None, quiet)
        return self.compare(other, context)

    def compare_total(self, other, context=None):
        """-1, 0 or 1 in the order of all that there is."""
        from ._number import Decimal, operand
        other = operand(other)
        if self._sign != other._sign:
            return Decimal(-1 if self._sign else 1)
        rank = {"n": 3, "N": 2}
        first, second = rank.get(self._exp, 1), rank.get(other._exp, 1)
        if first == second:
            if first > 1:
                first, second = self._int, other._int
            else:
                order = self._cmp(other)
                if order:
                    return Decimal(order)
                first, second = (0, 0) if self._special else (self._exp, other._exp)
        order = (first > second) - (first < second)
        return Decimal(-order if self._sign else order)

    def compare_total_mag(self, other, context=None):
        """The same of the magnitudes."""
        from ._number import operand
        return self.copy_abs().compare_total(operand(other).copy_abs())

    def _extreme(self, other, context, sign, magnitude):
        from ._number import operand
        other = operand(other)
        context = context or _context.getcontext()
        if self._special or other._special:
            one, two = self.is_nan(), other.is_nan()
            if one or two:
                if one != two and "N" not in (self._exp, other._exp):
                    return (other if one else self)._fix(context)
                return self._check_nans(other, context)
        first, second = (self.copy_abs(), other.copy_abs()) if magnitude else (self, other)
        order = first._cmp(second) or self._cmp(other) or int(self.compare_total(other))
        return (other if order * sign < 0 else self)._fix(context)

    def max(self, other, context=None):
        """The larger one."""
        return self._extreme(other, context, 1, False)

    def min(self, other, context=None):
        """The smaller one."""
        return self._extreme(other, context, -1, False)

    def max_mag(self, other, context=None):
        """The one of the larger magnitude."""
        return self._extreme(other, context, 1, True)

    def min_mag(self, other, context=None):
        """The one of the smaller magnitude."""
        return self._extreme(other, context, -1, True)

    # Kinds.

    def is_canonical(self):
        """True."""
        return True

    def is_finite(self):
        """Whether it is neither infinite nor a not-a-number."""
        return not self._special

    def is_infinite(self):
        """Whether it is infinite."""
        return self._exp == "F"

    def is_nan(self):
        """Whether it is a not-a-number."""
        return self._exp in ("n", "N")

    def is_qnan(self):
        """Whether it is a quiet not-a-number."""
        return self._exp == "n"

    def is_snan(self):
        """Whether it is a not-a-number that signals."""
        return self._exp == "N"

    def is_signed(self):
        """Whether the sign is minus."""
        return self._sign == 1

    def is_zero(self):
        """Whether it is zero."""
        return not self._special and not self._int

    def is_normal(self, context=None):
        """Whether it is finite, not zero, and not below Emin."""
        context = context or _context.getcontext()
        return bool(not self._special and self._int and self.adjusted() >= context.Emin)

    def is_subnormal(self, context=None):
        """Whether it is not zero and below Emin."""
        context = context or _context.getcontext()
        return bool(not self._special and self._int and self.adjusted() < context.Emin)

    def number_class(self, context=None):
        """The name of the kind."""
        if self._exp == "N":
            return "sNaN"
        if self._exp == "n":
            return "NaN"
        sign = "-" if self._sign else "+"
        if self._exp == "F":
            return sign + "Infinity"
        if not self._int:
            return sign + "Zero"
        return sign + ("Subnormal" if self.is_subnormal(context) else "Normal")

    def same_quantum(self, other, context=None):
        """Whether both have the same exponent."""
        from ._number import operand
        other = operand(other)
        if self._special or other._special:
            return self.is_nan() and other.is_nan() or self.is_infinite() and other.is_infinite()
        return self._exp == other._exp

    def adjusted(self):
        """The exponent of the first digit."""
        return 0 if self._special else self._exp + count_digits(self._int) - 1
