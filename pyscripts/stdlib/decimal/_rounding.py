"""Rounding of digits held in ints."""

from ._signals import (
    ROUND_05UP, ROUND_CEILING, ROUND_DOWN, ROUND_FLOOR, ROUND_HALF_DOWN, ROUND_HALF_EVEN, ROUND_HALF_UP, ROUND_UP,
)

_powers = [10 ** i for i in range(64)]


def power_of_ten(n):
    """10 ** n."""
    return _powers[n] if n < 64 else 10 ** n


def count_digits(number):
    """How many digits a number that is not negative has; zero has one."""
    if number < 10:
        return 1
    guess = (number.bit_length() * 1233) >> 12
    if guess < 64:
        return guess + 1 if number >= _powers[guess] else guess
    return len(str(number))


def round_off(number, count, sign, rounding):
    """The number without its last `count` digits, rounded, and whether anything but zeros was lost."""
    if count <= 0:
        return number * power_of_ten(-count), False
    unit = power_of_ten(count)
    kept, lost = divmod(number, unit)
    if not lost:
        return kept, False
    if rounding == ROUND_HALF_EVEN:
        twice = lost + lost
        up = twice > unit or twice == unit and kept & 1
    elif rounding == ROUND_DOWN:
        up = False
    elif rounding == ROUND_HALF_UP:
        up = lost + lost >= unit
    elif rounding == ROUND_HALF_DOWN:
        up = lost + lost > unit
    elif rounding == ROUND_UP:
        up = True
    elif rounding == ROUND_CEILING:
        up = not sign
    elif rounding == ROUND_FLOOR:
        up = sign
    elif rounding == ROUND_05UP:
        up = kept % 5 == 0
    else:
        raise TypeError("valid values for rounding are:\n  [ROUND_CEILING, ROUND_FLOOR, ROUND_UP, ROUND_DOWN,\n   "
                        "ROUND_HALF_UP, ROUND_HALF_DOWN, ROUND_HALF_EVEN,\n   ROUND_05UP]")
    return (kept + 1 if up else kept), True


def away_from_zero(sign, rounding):
    """Whether a result too large for the exponent becomes infinite, and not the largest number."""
    return not (rounding in (ROUND_DOWN, ROUND_05UP) or rounding == ROUND_CEILING and sign
                or rounding == ROUND_FLOOR and not sign)
