"""JSON texts into objects: the decoder, its errors, and strings."""

try:
    from _json import scanstring as c_scanstring
except ImportError:
    c_scanstring = None

__all__ = ["JSONDecoder", "JSONDecodeError"]

NaN, PosInf, NegInf = float("nan"), float("inf"), float("-inf")

_CONSTANTS = {"-Infinity": NegInf, "Infinity": PosInf, "NaN": NaN}
_ESCAPES = {'"': '"', "\\": "\\", "/": "/", "b": "\b", "f": "\f", "n": "\n", "r": "\r", "t": "\t"}
_HEX_DIGITS = "0123456789abcdefABCDEF"


class JSONDecodeError(ValueError):
    """What is wrong with a text and where: `msg`, `doc`, `pos`, `lineno`, `colno`."""

    def __init__(self, msg, doc, pos):
        lineno = doc.count("\n", 0, pos) + 1
        colno = pos - doc.rfind("\n", 0, pos)
        super().__init__(f"{msg}: line {lineno} column {colno} (char {pos})")
        self.msg = msg
        self.doc = doc
        self.pos = pos
        self.lineno = lineno
        self.colno = colno

    def __reduce__(self):
        return type(self), (self.msg, self.doc, self.pos)


def py_scanstring(s, end, strict=True):
    """The text whose opening quote is before `end`, and the place after its closing quote."""
    begin = end - 1
    parts = []
    while True:
        start = end
        while s[end:end + 1] not in ('"', "\\", ""):
            if strict and s[end] < " ":
                raise JSONDecodeError("Invalid control character at", s, end)
            end += 1
        parts.append(s[start:end])
        if s[end:end + 1] == '"':
            return "".join(parts), end + 1
        escape = s[end + 1:end + 2]
        if not escape:
            raise JSONDecodeError("Unterminated string starting at", s, begin)
        if escape == "u":
            character, end = _unicode_escape(s, end + 2)
            parts.append(character)
        elif escape in _ESCAPES:
            parts.append(_ESCAPES[escape])
            end += 2
        else:
            raise JSONDecodeError("Invalid \\escape", s, end)


def _unicode_escape(s, index):
    """The character of four hexadecimal digits, or of two such escapes that are surrogates, and the place after."""
    code = _four_digits(s, index)
    index += 4
    if 0xD800 <= code <= 0xDBFF and s.startswith("\\u", index):
        second = _four_digits(s, index + 2)
        if 0xDC00 <= second <= 0xDFFF:
            return chr(0x10000 + ((code - 0xD800) << 10 | second - 0xDC00)), index + 6
    return chr(code), index


def _four_digits(s, index):
    digits = s[index:index + 4]
    if len(digits) == 4 and all(digit in _HEX_DIGITS for digit in digits):
        return int(digits, 16)
    raise JSONDecodeError("Invalid \\uXXXX escape", s, index - 1)


scanstring = c_scanstring or py_scanstring

from . import scanner


class JSONDecoder:
    """Makes dict, list, str, int, float, True, False and None, or what the hooks make of them."""

    def __init__(self, *, object_hook=None, parse_float=None, parse_int=None, parse_constant=None, strict=True,
                 object_pairs_hook=None):
        self.object_hook = object_hook
        self.parse_float = parse_float or float
        self.parse_int = parse_int or int
        self.parse_constant = parse_constant or _CONSTANTS.__getitem__
        self.strict = strict
        self.object_pairs_hook = object_pairs_hook
        self.memo = {}
        self.scan_once = scanner.make_scanner(self)

    def decode(self, s):
        """The object that a text stands for; nothing but white space may surround it."""
        obj, end = self.raw_decode(s, scanner.skip(s, 0) if s[:1] in scanner.WHITESPACE else 0)
        if end != len(s):
            end = scanner.skip(s, end)
            if end != len(s):
                raise JSONDecodeError("Extra data", s, end)
        return obj

    def raw_decode(self, s, idx=0):
        """The object that begins at `idx`, and the place after it."""
        try:
            return self.scan_once(s, idx)
        except StopIteration as stop:
            raise JSONDecodeError("Expecting value", s, stop.value) from None
