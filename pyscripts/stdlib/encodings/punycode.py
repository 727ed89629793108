"""Punycode of RFC 3492: a text's ASCII, then numbers that say where its other characters go."""

import codecs

_BASE, _LEAST, _MOST, _SKEW, _DAMP = 36, 1, 26, 38, 700
_DIGITS = b"abcdefghijklmnopqrstuvwxyz0123456789"


def _threshold(place, bias):
    return min(max(_BASE * (place + 1) - bias, _LEAST), _MOST)


def _adapted(delta, is_first, count):
    delta = delta // _DAMP if is_first else delta // 2
    delta += delta // count
    steps = 0
    while delta > (_BASE - _LEAST) * _MOST // 2:
        delta //= _BASE - _LEAST
        steps += _BASE
    return steps + (_BASE - _LEAST + 1) * delta // (delta + _SKEW)


def _number(delta, bias):
    """The digits of a number of varying base, lowest first."""
    digits, place = bytearray(), 0
    while True:
        threshold = _threshold(place, bias)
        if delta < threshold:
            digits.append(_DIGITS[delta])
            return digits
        delta, digit = divmod(delta - threshold, _BASE - threshold)
        digits.append(_DIGITS[threshold + digit])
        place += 1


def punycode_encode(text):
    """The bytes of a text."""
    basic = bytes(code for code in map(ord, text) if code < 128)
    result = bytearray(basic + b"-" if basic else b"")
    done, code, delta, bias = len(basic), 128, 0, 72
    for following in sorted({ord(letter) for letter in text if ord(letter) >= 128}):
        delta += (following - code) * (done + 1)
        code = following
        for letter in map(ord, text):
            if letter < code:
                delta += 1
            elif letter == code:
                result += _number(delta, bias)
                bias = _adapted(delta, done == len(basic), done + 1)
                done += 1
                delta = 0
        delta += 1
        code += 1
    return bytes(result)


def _read_number(data, start, at, bias, errors):
    """A number, None if it is refused, and the place behind it."""
    value, weight, place = 0, 1, 0
    while True:
        if at >= len(data):
            if errors == "strict":
                raise UnicodeDecodeError("punycode", data, at, at + 1, "incomplete punycode string")
            return None, at + 1
        code = data[at]
        at += 1
        if 65 <= code <= 90 or 97 <= code <= 122:
            digit = (code | 32) - 97
        elif 48 <= code <= 57:
            digit = code - 22
        elif errors == "strict":
            raise UnicodeDecodeError("punycode", data, at - 1, at, f"Invalid extended code point '{code}'")
        else:
            return None, at
        threshold = _threshold(place, bias)
        value += digit * weight
        if digit < threshold:
            return value, at
        weight *= _BASE - threshold
        place += 1


def punycode_decode(data, errors):
    """The text of bytes."""
    dash = data.rfind(b"-")
    letters = list(str(data[:dash], "ascii", errors)) if dash >= 0 else []
    at = dash + 1
    code, place, bias, is_first = 128, -1, 72, True
    while at < len(data):
        start = at
        delta, at = _read_number(data, start, at, bias, errors)
        if delta is None:
            break
        place += delta + 1
        code += place // (len(letters) + 1)
        if code > 0x10FFFF:
            if errors == "strict":
                raise UnicodeDecodeError("punycode", data, start, at, f"Invalid character U+{code:x}")
            code = ord("?")
        place %= len(letters) + 1
        letters.insert(place, chr(code))
        bias = _adapted(delta, is_first, len(letters))
        is_first = False
    return "".join(letters)


def encode(text, errors="strict"):
    return punycode_encode(text), len(text)


def decode(data, errors="strict"):
    if errors not in ("strict", "replace", "ignore"):
        raise UnicodeError(f"Unsupported error handling: {errors}")
    return punycode_decode(bytes(data), errors), len(data)


class IncrementalEncoder(codecs.IncrementalEncoder):
    def encode(self, input, final=False):
        return punycode_encode(input)


class IncrementalDecoder(codecs.IncrementalDecoder):
    def decode(self, input, final=False):
        return decode(input, self.errors)[0]


_info = codecs._info("punycode", encode, decode, IncrementalEncoder, IncrementalDecoder)
__import__("_codec_modules").fill(globals(), _info)
