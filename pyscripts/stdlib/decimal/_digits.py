"""What is done with digits and exponents: other exponents, whole numbers, neighbours, shifts, logic."""

from . import _context
from ._rounding import count_digits, power_of_ten, round_off
from ._signals import (
    ROUND_CEILING, ROUND_FLOOR, ROUNDINGS, DivisionByZero, DivisionImpossible, Inexact,
    InvalidOperation, Overflow, Rounded, Subnormal, Underflow,
)


class Digits:
    """The part of a number that works on digits."""

    __slots__ = ()

    def canonical(self):
        """The number itself."""
        return self

    def copy_abs(self):
        """The number without its sign."""
        from ._number import make
        return make(0, self._int, self._exp)

    def copy_negate(self):
        """The number with the other sign."""
        from ._number import make
        return make(self._sign ^ 1, self._int, self._exp)

    def copy_sign(self, other, context=None):
        """The number with the sign of the other one."""
        from ._number import make, operand
        return make(operand(other)._sign, self._int, self._exp)

    def radix(self):
        """Ten."""
        from ._number import Decimal
        return Decimal(10)

    def _rescale(self, exp, rounding):
        """A finite number with another exponent."""
        from ._number import make
        if not self._int:
            return make(self._sign, 0, exp)
        return make(self._sign, round_off(self._int, exp - self._exp, self._sign, rounding)[0], exp)

    def quantize(self, exp, rounding=None, context=None):
        """The number with the exponent of the other one."""
        from ._number import make, operand
        exp = operand(exp)
        context = context or _context.getcontext()
        if rounding is None:
            rounding = context.rounding
        elif rounding not in ROUNDINGS:
            round_off(11, 1, 0, rounding)
        if self._special or exp._special:
            nan = self._check_nans(exp, context)
            if nan is not None:
                return nan
            return self if self._special and exp._special else context._raise(InvalidOperation)
        least = exp._exp
        if not context._etiny <= least <= context.Emax:
            return context._raise(InvalidOperation)
        number = self._int
        if not number:
            return make(self._sign, 0, least)._fix(context)
        count = least - self._exp
        if count < 0 and count_digits(number) - count > context.prec:
            return context._raise(InvalidOperation)
        kept, inexact = round_off(number, count, self._sign, rounding)
        if kept >= context._limit:
            return context._raise(InvalidOperation)
        result = make(self._sign, kept, least)
        if kept:
            adjusted = result.adjusted()
            if adjusted > context.Emax:
                return context._raise(InvalidOperation)
            if adjusted < context.Emin:
                context._raise(Subnormal)
        if count > 0:
            if inexact:
                context._raise(Inexact)
            context._raise(Rounded)
        return result._fix(context) if context.clamp else result

    def normalize(self, context=None):
        """The number without zeros at the end."""
        from ._number import make
        context = context or _context.getcontext()
        if self._special:
            nan = self._check_nans(context=context)
            return nan if nan is not None else self
        result = self._fix(context)
        if result._special:
            return result
        number, exp = result._int, result._exp
        if not number:
            return make(result._sign, 0, 0)
        most = context._etop if context.clamp else context.Emax
        while exp < most and number % 10 == 0:
            number //= 10
            exp += 1
        return make(result._sign, number, exp)

    def _integral(self, rounding, context):
        """(the whole number, whether it was inexact), or (a special result, None)."""
        if self._special:
            nan = self._check_nans(context=context)
            return (nan if nan is not None else self), None
        if self._exp >= 0:
            return self, None
        from ._number import make
        kept, inexact = round_off(self._int, -self._exp, self._sign, rounding)
        return make(self._sign, kept, 0), inexact

    def to_integral_exact(self, rounding=None, context=None):
        """The whole number; signals when digits are lost."""
        context = context or _context.getcontext()
        result, inexact = self._integral(rounding or context.rounding, context)
        if inexact is not None:
            if inexact:
                context._raise(Inexact)
            context._raise(Rounded)
        return result

    def to_integral_value(self, rounding=None, context=None):
        """The whole number."""
        context = context or _context.getcontext()
        return self._integral(rounding or context.rounding, context)[0]

    to_integral = to_integral_value

    def remainder_near(self, other, context=None):
        """What is left of the nearest whole multiple of the other one."""
        from ._number import make, operand
        other = operand(other)
        context = context or _context.getcontext()
        nan = self._check_nans(other, context)
        if nan is not None:
            return nan
        if self._special or not other:
            return context._raise(InvalidOperation)
        if other._special:
            return self._fix(context)
        exp = min(self._exp, other._exp)
        if self._int and self.adjusted() - other.adjusted() > context.prec + 1:
            return context._raise(DivisionImpossible)
        first = self._int * power_of_ten(self._exp - exp)
        second = other._int * power_of_ten(other._exp - exp)
        quotient, rest = divmod(first, second)
        sign = self._sign
        if 2 * rest + (quotient & 1) > second:
            rest = second - rest
            sign ^= 1
            quotient += 1
        if quotient >= context._limit:
            return context._raise(DivisionImpossible)
        return make(sign, rest, exp)._fix(context)

    # Neighbours.

    def _next(self, up, context):
        from ._number import largest, make
        if self._special:
            nan = self._check_nans(context=context)
            if nan is not None:
                return nan
            return self if self._sign != int(up) else largest(self._sign, context)
        quiet = context._quiet()
        quiet.rounding = ROUND_CEILING if up else ROUND_FLOOR
        rounded = self._fix(quiet)
        if rounded._special or rounded._cmp(self):
            return rounded
        return self._add(make(int(not up), 1, context._etiny - 1), quiet)

    def next_minus(self, context=None):
        """The largest number below."""
        return self._next(False, context or _context.getcontext())

    def next_plus(self, context=None):
        """The smallest number above."""
        return self._next(True, context or _context.getcontext())

    def next_toward(self, other, context=None):
        """The next number in the direction of the other one."""
        from ._number import operand
        other = operand(other)
        context = context or _context.getcontext()
        nan = self._check_nans(other, context)
        if nan is not None:
            return nan
        order = self._cmp(other)
        if order == 0:
            return self.copy_sign(other)
        result = self._next(order < 0, context)
        if result.is_infinite():
            context._raise(Overflow, None, result._sign)
            context._raise(Inexact)
            context._raise(Rounded)
        elif result.adjusted() < context.Emin:
            for signal in (Underflow, Subnormal, Inexact, Rounded):
                context._raise(signal)
        return result

    def logb(self, context=None):
        """The exponent of the first digit, as a number."""
        from ._number import Decimal, infinity
        context = context or _context.getcontext()
        nan = self._check_nans(context=context)
        if nan is not None:
            return nan
        if self._special:
            return infinity(0)
        if not self._int:
            return context._raise(DivisionByZero, None, 1)
        return Decimal(self.adjusted())._fix(context)

    # Shifts.

    def _places(self, other, context, most):
        """The whole number that the other one is, or None where it will not do."""
        if other._special or other._exp != 0 or other._int > most:
            return None
        return -other._int if other._sign else other._int

    def scaleb(self, other, context=None):
        """The number with the other one added to its exponent."""
        from ._number import make, operand
        other = operand(other)
        context = context or _context.getcontext()
        nan = self._check_nans(other, context)
        if nan is not None:
            return nan
        places = self._places(other, context, 2 * (context.Emax + context.prec))
        if places is None:
            return context._raise(InvalidOperation)
        return self if self._special else make(self._sign, self._int, self._exp + places)._fix(context)

    def shift(self, other, context=None):
        """The digits moved, with zeros coming in."""
        def moved(places, context):
            if places < 0:
                return self._int % context._limit // power_of_ten(-places)
            return self._int * power_of_ten(places) % context._limit
        return self._move(other, context, moved)

    def rotate(self, other, context=None):
        """The digits moved in a circle."""
        def moved(places, context):
            digits = str(self._int % context._limit).rjust(context.prec, "0")
            return int(digits[places:] + digits[:places])
        return self._move(other, context, moved)

    def _move(self, other, context, moved):
        from ._number import make, operand
        other = operand(other)
        context = context or _context.getcontext()
        nan = self._check_nans(other, context)
        if nan is not None:
            return nan
        places = self._places(other, context, context.prec)
        if places is None:
            return context._raise(InvalidOperation)
        return self if self._special else make(self._sign, moved(places, context), self._exp)

    # Logic on digits that are 0 or 1.

    def _logical(self, other, context, operation):
        from ._number import make, operand
        other = operand(other)
        context = context or _context.getcontext()
        if not self._is_logical() or not other._is_logical():
            return context._raise(InvalidOperation)
        first, second = (str(number._int % context._limit).rjust(context.prec, "0") for number in (self, other))
        return make(0, int("".join(str(operation(int(a), int(b))) for a, b in zip(first, second))), 0)

    def _is_logical(self):
        return not self._sign and self._exp == 0 and not set(str(self._int)) - {"0", "1"}

    def logical_and(self, other, context=None):
        """1 where both digits are 1."""
        return self._logical(other, context, lambda a, b: a & b)

    def logical_or(self, other, context=None):
        """1 where a digit is 1."""
        return self._logical(other, context, lambda a, b: a | b)

    def logical_xor(self, other, context=None):
        """1 where the digits differ."""
        return self._logical(other, context, lambda a, b: a ^ b)

    def logical_invert(self, context=None):
        """1 for 0, 0 for 1."""
        from ._number import make
        context = context or _context.getcontext()
        return self._logical(make(0, (context._limit - 1) // 9, 0), context, lambda a, b: a ^ b)
