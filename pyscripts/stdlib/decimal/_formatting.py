"""Numbers as texts."""

import re

from . import _context
from ._rounding import count_digits, round_off

_SPEC = re.compile(r"""
    (?:(?P<fill>.)?(?P<align>[<>=^]))?(?P<sign>[-+ ])?(?P<no_neg_0>z)?(?P<alt>\#)?(?P<zeropad>0)?
    (?P<width>\d+)?(?P<group>,)?(?:\.(?P<precision>\d+))?(?P<type>[eEfFgGn%])?\Z""", re.VERBOSE | re.DOTALL)


class Formatting:
    """The part of a number that is written."""

    __slots__ = ()

    def __repr__(self):
        return "Decimal('%s')" % str(self)

    def __str__(self, eng=False, context=None):
        sign = "-" if self._sign else ""
        exp = self._exp
        if exp == 0:
            return sign + str(self._int)
        if self._special:
            if exp == "F":
                return sign + "Infinity"
            return sign + ("NaN" if exp == "n" else "sNaN") + (str(self._int) if self._int else "")
        digits = str(self._int)
        left = exp + len(digits)
        if exp <= 0 and left > -6:
            place = left
        elif not eng:
            place = 1
        elif not self._int:
            place = (left + 1) % 3 - 1
        else:
            place = (left - 1) % 3 + 1
        if place <= 0:
            whole, fraction = "0", "." + "0" * -place + digits
        elif place >= len(digits):
            whole, fraction = digits + "0" * (place - len(digits)), ""
        else:
            whole, fraction = digits[:place], "." + digits[place:]
        if left == place:
            return sign + whole + fraction
        letter = "E" if (context or _context.getcontext()).capitals else "e"
        return "%s%s%s%s%+d" % (sign, whole, fraction, letter, left - place)

    def to_eng_string(self, context=None):
        """The number with an exponent that three divides."""
        return self.__str__(eng=True, context=context)

    def __format__(self, specifier, context=None):
        match = _SPEC.match(specifier)
        if match is None:
            raise ValueError("invalid format string")
        spec = match.groupdict()
        if spec["zeropad"] and spec["align"]:
            raise ValueError("invalid format string")
        context = context or _context.getcontext()
        kind = spec["type"]
        if not kind and spec["precision"] is not None:
            kind = "G" if context.capitals else "g"
        sign = "-" if self._sign else ("" if spec["sign"] in (None, "-") else spec["sign"])
        percent = "%" if kind == "%" else ""
        if self._special:
            body = str(self.copy_abs())
            return _padded(sign, body + percent, spec, None)
        number = self._rounded_for(kind, spec["precision"], context)
        if spec["no_neg_0"] and number._sign and not number._int and kind in "fF%":
            sign = "" if spec["sign"] in (None, "-") else spec["sign"]
        whole, fraction, exponent = number._parts(kind, spec["precision"], context)
        if spec["alt"] and not fraction:
            fraction = "."
        tail = fraction + exponent + percent
        group = spec["group"]
        if kind == "n":
            group = None
        return _padded(sign, tail, spec, group, whole)

    def _rounded_for(self, kind, precision, context):
        """The number with the digits that are to be seen."""
        from ._number import make
        number = self
        if kind == "%":
            number = make(self._sign, self._int, self._exp + 2)
        if precision is None:
            return number
        places = int(precision)
        rounding = context.rounding
        if kind and kind in "eE":
            spare = count_digits(number._int) - places - 1
        elif kind and kind in "fF%":
            return number._rescale(-places, rounding)
        else:
            spare = count_digits(number._int) - max(places, 1)
            if spare <= 0:
                return number
        if not number._int:
            return make(number._sign, 0, number._exp)
        kept = round_off(number._int, spare, number._sign, rounding)[0]
        if count_digits(kept) > count_digits(number._int) - spare:
            kept //= 10
            spare += 1
        return make(number._sign, kept, number._exp + spare)

    def _parts(self, kind, precision, context):
        """Whole part, fraction with its dot, exponent."""
        digits = str(self._int)
        left = self._exp + len(digits)
        if kind and kind in "eE":
            place = 1 if self._int or precision is None else 1 - int(precision)
        elif kind and kind in "fF%":
            place = left
        else:
            place = left if self._exp <= 0 and left > -6 else 1
        if not self._int and precision is not None and kind and kind in "eE":
            places = int(precision)
            fraction = "." + "0" * places if places else ""
            return "0", fraction, "%s%+d" % (kind, self._exp + places)
        if place <= 0:
            whole, fraction = "0", "0" * -place + digits
        elif place > len(digits):
            whole, fraction = digits + "0" * (place - len(digits)) if self._int else "0", ""
        else:
            whole, fraction = digits[:place] or "0", digits[place:]
        exponent = ""
        if left != place or kind and kind in "eE":
            letter = kind if kind and kind in "eE" else {"G": "E", "g": "e", "n": "e"}.get(
                kind, "E" if context.capitals else "e")
            exponent = "%s%+d" % (letter, left - place)
        return whole, "." + fraction if fraction else "", exponent


def _grouped(whole, separator, width):
    """The digits in groups of three, with zeros in front to fill the width."""
    while True:
        groups = []
        digits = whole
        while digits:
            groups.insert(0, digits[-3:])
            digits = digits[:-3]
        text = separator.join(groups)
        if len(text) >= width:
            return text
        whole = "0" + whole


def _padded(sign, tail, spec, group, whole=""):
    width = int(spec["width"] or 0)
    fill, align = spec["fill"] or " ", spec["align"] or ">"
    if spec["zeropad"]:
        fill, align = "0", "="
    if whole:
        room = width - len(sign) - len(tail) if spec["zeropad"] else 0
        whole = _grouped(whole, group, room) if group else whole
    body = whole + tail
    padding = fill * (width - len(sign) - len(body))
    if align == "<":
        return sign + body + padding
    if align == ">":
        return padding + sign + body
    if align == "=":
        return sign + padding + body
    half = len(padding) // 2
    return padding[:half] + sign + body + padding[half:]
