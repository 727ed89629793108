"""Roots, powers, exponentials and logarithms, on ints that stand for decimals with many places."""

import math

from . import _context
from ._rounding import count_digits, power_of_ten, round_off
from ._signals import ROUND_HALF_EVEN, Inexact, InvalidOperation, Rounded

_EXTRA = 6


def _exp_places(number, places):
    """e ** (number / 10**places), times 10**places, within a few units; of a number of any sign."""
    unit = power_of_ten(places)
    halvings = max(0, abs(number).bit_length() - unit.bit_length()) + math.isqrt(places) // 2 + 1
    work = places + halvings + 10
    scale = power_of_ten(work - places)
    unit *= scale
    x = (number * scale) >> halvings
    total = term = unit
    n = 0
    while term:
        n += 1
        term = term * x // (unit * n)
        if term == -1:
            break
        total += term
    for _ in range(halvings):
        total = total * total // unit
    return total // scale


_ln10_known = (0, 0)


def _ln10(places):
    """ln 10, times 10**places."""
    global _ln10_known
    if _ln10_known[0] < places:
        # ln 10 = 46 atanh(1/31) + 34 atanh(1/49) + 20 atanh(1/161)
        unit = power_of_ten(places + 20)
        found = 46 * _atanh_inverse(31, unit) + 34 * _atanh_inverse(49, unit) + 20 * _atanh_inverse(161, unit)
        _ln10_known = places, found // power_of_ten(20)
    return _ln10_known[1] // power_of_ten(_ln10_known[0] - places)


def _atanh_inverse(x, unit):
    term = unit // x
    square = x * x
    total = term
    n = 1
    while term:
        term //= square
        n += 2
        total += term // n
    return total


def _ln_places(number, exp, places):
    """ln (number * 10**exp), times 10**places, within a few units; of a positive number."""
    work = places + 10 + len(str(abs(exp))) + len(str(count_digits(number)))
    digits = count_digits(number)
    # The number is m * 10**shift with m from 1 to 10; ln m by Newton's method from the float's logarithm.
    shift = exp + digits - 1
    unit = power_of_ten(work)
    over = work - (digits - 1)
    m = number * power_of_ten(over) if over >= 0 else number // power_of_ten(-over)
    y = int(math.log(m / unit) * 10 ** 15) * power_of_ten(work) // 10 ** 15
    right = 14
    while True:
        # y + 2 (m - e**y) / (m + e**y) has three times as many right digits.
        e = _exp_places(y, work)
        y += 2 * unit * (m - e) // (m + e)
        right *= 3
        if right > work + 5:
            break
    return (y + shift * _ln10(work)) // power_of_ten(work - places)


def _settle(compute, prec):
    """`compute(places)` gives digits and exponent of a number that has no end; as many digits as settle rounding."""
    extra = 3
    while True:
        number, exp = compute(prec + extra)
        sign = int(number < 0)
        number = abs(number)
        spare = count_digits(number) - prec
        if spare > 1:
            unit = power_of_ten(spare)
            lost = number % unit
            if 10 < lost < unit - 10 and abs(2 * lost - unit) > 20:
                return sign, number, exp
        if extra > 3 * prec + 60:
            return sign, number, exp
        extra += extra


class Functions:
    """The part of a number that has roots, powers and logarithms."""

    __slots__ = ()

    def _finish(self, sign, number, exp, context):
        """A result that has no end, rounded half to even."""
        from ._number import make
        before = context._set_rounding(ROUND_HALF_EVEN)
        try:
            return make(sign, number, exp)._fix(context)
        finally:
            context.rounding = before

    def sqrt(self, context=None):
        """The square root."""
        from ._number import make
        context = context or _context.getcontext()
        if self._special:
            nan = self._check_nans(context=context)
            if nan is not None:
                return nan
            if not self._sign:
                return self
        elif not self._int:
            return make(self._sign, 0, self._exp >> 1)._fix(context)
        if self._sign:
            return context._raise(InvalidOperation)
        prec = context.prec + 1
        ideal = self._exp >> 1
        number = self._int * 10 if self._exp & 1 else self._int
        digits = (count_digits(number) + 1) >> 1
        shift = prec - digits
        exact = True
        if shift >= 0:
            number *= power_of_ten(2 * shift)
        else:
            number, rest = divmod(number, power_of_ten(-2 * shift))
            exact = not rest
        exp = ideal - shift
        root = math.isqrt(number)
        exact = exact and root * root == number
        if exact:
            if shift >= 0:
                root //= power_of_ten(shift)
            else:
                root *= power_of_ten(-shift)
            exp = ideal
        elif root % 5 == 0:
            root += 1
        return self._finish(0, root, exp, context)

    def exp(self, context=None):
        """e to the power of the number."""
        from ._number import Decimal, make
        context = context or _context.getcontext()
        nan = self._check_nans(context=context)
        if nan is not None:
            return nan
        if self._special:
            return make(0, 0, 0) if self._sign else self
        if not self._int:
            return Decimal(1)
        prec = context.prec
        adjusted = self.adjusted()
        if adjusted > len(str(max(context.Emax, -context._etiny))) + 1:
            return self._finish(0, 1, (context.Emax + 1) if not self._sign else context._etiny - 1, context)
        if adjusted < -prec - 1:
            # e**x is 1 and a little, far behind the last digit.
            number = power_of_ten(prec + 1) + (-1 if self._sign else 1)
            return self._finish(0, number, -prec - 1, context)

        def compute(digits):
            places = digits + max(adjusted, 0) + _EXTRA
            over = self._exp + places
            x = self._int * power_of_ten(over) if over >= 0 else self._int // power_of_ten(-over)
            whole, rest = divmod(-x if self._sign else x, _ln10(places))
            return _exp_places(rest, places) // power_of_ten(places - digits), whole - digits

        return self._finish(*_settle(compute, prec), context)

    def _ln_digits(self, context):
        def compute(digits):
            # Close to one the logarithm is small, and needs more places.
            near = abs(self._int - power_of_ten(-self._exp)) if self._exp <= 0 else 0
            small = max(0, -self._exp - count_digits(near) + 1) if near and self.adjusted() in (-1, 0) else 0
            return _ln_places(self._int, self._exp, digits + small), -digits - small
        return compute

    def _logarithm(self, context):
        """What the logarithms have in common: the result for special numbers, or None."""
        from ._number import infinity
        nan = self._check_nans(context=context)
        if nan is not None:
            return nan
        if not self:
            return infinity(1)
        if self._special and not self._sign:
            return infinity(0)
        if self._sign:
            return context._raise(InvalidOperation)
        return None

    def ln(self, context=None):
        """The natural logarithm."""
        from ._number import make
        context = context or _context.getcontext()
        result = self._logarithm(context)
        if result is not None:
            return result
        if self._cmp(make(0, 1, 0)) == 0:
            return make(0, 0, 0)
        return self._finish(*_settle(self._ln_digits(context), context.prec), context)

    def log10(self, context=None):
        """The logarithm to the base ten."""
        from ._number import Decimal, make
        context = context or _context.getcontext()
        result = self._logarithm(context)
        if result is not None:
            return result
        digits = count_digits(self._int)
        if self._int == power_of_ten(digits - 1):
            return Decimal(self._exp + digits - 1)._fix(context)

        def compute(places):
            number, exp = self._ln_digits(context)(places + _EXTRA)
            return number * power_of_ten(-exp) // _ln10(-exp), exp

        return self._finish(*_settle(compute, context.prec), context)

    # Powers.

    def _as_whole(self):
        """The whole number that a finite number is, or None."""
        if self._exp >= 0:
            return None if self._exp > 1000 else self._int * power_of_ten(self._exp)
        if self._exp < -count_digits(self._int) and self._int:
            return None
        whole, rest = divmod(self._int, power_of_ten(-self._exp))
        return None if rest else whole

    def __pow__(self, other, modulo=None, context=None):
        from ._number import _convert
        other = _convert(other)
        if other is NotImplemented:
            return other
        context = context or _context.getcontext()
        if modulo is not None:
            return self._power_modulo(other, modulo, context)
        nan = self._check_nans(other, context)
        if nan is not None:
            return nan
        return self._power(other, context)

    def __rpow__(self, other):
        from ._number import _convert
        other = _convert(other)
        return other if other is NotImplemented else other ** self

    def _power(self, other, context):
        from ._number import Decimal, infinity, make
        if not other:
            return context._raise(InvalidOperation) if not self else Decimal(1)
        whole = None if other._special else other._as_whole()
        sign = 0
        if self._sign:
            if whole is not None:
                sign = whole & 1
            elif other._special or other._exp < 0:
                if self:
                    return context._raise(InvalidOperation)
        if not self:
            return infinity(sign) if other._sign else make(sign, 0, 0)
        if self._special:
            return make(sign, 0, 0) if other._sign else infinity(sign)
        magnitude = self.copy_abs()
        order = magnitude._cmp(make(0, 1, 0))
        if order == 0:
            return self._power_of_one(other, whole, sign, context)
        if other._special:
            return infinity(0) if (order > 0) != bool(other._sign) else make(0, 0, 0)
        if whole is not None:
            return self._whole_power(whole, other._sign, sign, context)
        return magnitude._power_by_logarithm(other, sign, context)

    def _power_of_one(self, other, whole, sign, context):
        from ._number import make
        if whole is not None and not self._exp:
            return make(sign, 1, 0)
        if whole is not None and not other._sign and -self._exp * whole < context.prec:
            exp = self._exp * whole
            return make(sign, power_of_ten(-exp), exp)._fix(context)
        context._raise(Inexact)
        context._raise(Rounded)
        places = context.prec - 1
        return make(sign, power_of_ten(places), -places)

    def _whole_power(self, whole, negative, sign, context):
        """A power with a whole exponent, by squaring with some digits more."""
        from ._number import make
        estimate = (self.adjusted() + 1) * whole
        if abs(estimate) > 4 * (max(context.Emax, -context._etiny) + context.prec):
            grows = (estimate > 0) != bool(negative)
            return make(sign, 1, context.Emax + 1 if grows else context._etiny - 1)._fix(context)
        digits = context.prec + 4 + len(str(whole)) * 2
        number, exp = 1, 0
        base, base_exp = self._int, self._exp
        exact = True
        if negative:
            shift = digits + count_digits(base)
            quotient, rest = divmod(power_of_ten(shift), base)
            base, base_exp = quotient, -shift - base_exp
            exact = not rest
            while base % 10 == 0:
                base, base_exp = base // 10, base_exp + 1
        left = whole
        while True:
            if left & 1:
                number, exp, kept = _cut(number * base, exp + base_exp, digits)
                exact = exact and kept
            left >>= 1
            if not left:
                break
            base, base_exp, kept = _cut(base * base, 2 * base_exp, digits)
            exact = exact and kept
        if not exact and count_digits(number) <= context.prec:
            spare = context.prec + 1 - count_digits(number)
            number, exp = number * power_of_ten(spare), exp - spare
        if not exact and number % 5 == 0:
            number += 1
        return make(sign, number, exp)._fix(context)

    def _power_by_logarithm(self, other, sign, context):
        from ._number import make
        exponent = -other._int if other._sign else other._int
        rough = _ln_places(self._int, self._exp, 20) * exponent
        size = count_digits(abs(rough) or 1) - 20 + other._exp
        if size > len(str(max(context.Emax, -context._etiny))) + 1:
            return make(sign, 1, context.Emax + 1 if rough > 0 else context._etiny - 1)._fix(context)

        def compute(digits):
            places = digits + max(size, 0) + count_digits(other._int) + max(0, other._exp) + _EXTRA
            log = _ln_places(self._int, self._exp, places) * exponent
            log = log * power_of_ten(other._exp) if other._exp >= 0 else log // power_of_ten(-other._exp)
            whole, rest = divmod(log, _ln10(places))
            return _exp_places(rest, places) // power_of_ten(places - digits), whole - digits

        _, number, exp = _settle(compute, context.prec)
        spare = count_digits(number) - context.prec - 3
        number, exp = round_off(number, spare, 0, ROUND_HALF_EVEN)[0], exp + spare
        result = make(sign, number, exp)._fix(context)
        context._raise(Inexact)
        context._raise(Rounded)
        return result

    def _power_modulo(self, other, modulo, context):
        from ._number import make, operand
        modulo = operand(modulo)
        for number in (self, other, modulo):
            if number._special:
                nan = number._check_nans(context=context)
                return nan if nan is not None else context._raise(InvalidOperation)
        wholes = [number._as_whole() for number in (self, other, modulo)]
        if None in wholes or other._sign or not wholes[2] or wholes[2] >= context._limit or \
                not wholes[0] and not wholes[1]:
            return context._raise(InvalidOperation)
        sign = self._sign if wholes[1] & 1 else 0
        return make(sign, pow(*wholes), 0)


def _cut(number, exp, digits):
    """The number with at most so many digits, and whether none but zeros were lost."""
    spare = count_digits(number) - digits
    if spare <= 0:
        return number, exp, True
    kept, rest = divmod(number, power_of_ten(spare))
    return kept, exp + spare, not rest
