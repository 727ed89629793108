"""UTF-7 of RFC 2152: ASCII, with UTF-16 in base64 between "+" and "-"."""

import codecs

_BASE64 = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/"
_VALUES = {code: value for value, code in enumerate(_BASE64)}
_DIRECT = frozenset(map(chr, range(32, 127))) - set("+\\~") | set("\t\n\r")


def encode(text, errors="strict"):
    """The bytes of a text, and how much of it was taken."""
    pieces, at = [], 0
    while at < len(text):
        start = at
        while at < len(text) and text[at] in _DIRECT:
            at += 1
        pieces.append(text[start:at].encode("ascii"))
        if text[at:at + 1] == "+":
            pieces.append(b"+-")
            at += 1
            continue
        start = at
        while at < len(text) and text[at] not in _DIRECT:
            at += 1
        if at > start:
            pieces.append(_shifted(text[start:at]))
            if at == len(text) or text[at] == "-" or ord(text[at]) in _VALUES:
                pieces.append(b"-")
    return b"".join(pieces), len(text)


def _shifted(text):
    data = text.encode("utf-16-be", "surrogatepass")
    bits = int.from_bytes(data) << -len(data) * 8 % 6
    count = (len(data) * 8 + 5) // 6
    return b"+" + bytes(_BASE64[bits >> 6 * k & 63] for k in range(count - 1, -1, -1))


class _Decoding:
    """The decoding of some bytes; what is shifted lasts from `start` on."""

    def __init__(self, data, errors):
        self.data, self.errors, self.at = data, errors, 0
        self.pieces = []
        self.start = None  # of the base64 that is being read
        self.bits = self.count = 0
        self.surrogate = None

    def fail(self, start, end, reason):
        error = UnicodeDecodeError("utf7", self.data, start, end, reason)
        replacement, self.at = codecs.lookup_error(self.errors)(error)
        self.pieces.append(replacement)

    def run(self, final):
        while self.at < len(self.data):
            if self.start is None:
                self.plain(self.data[self.at])
            else:
                self.shifted(self.data[self.at])
        if self.start is None:
            return len(self.data)
        if not final:
            return self.start
        if self.surrogate is not None or self.count >= 6 or self.bits:
            self.fail(self.start, len(self.data), "unterminated shift sequence")
        return len(self.data)

    def plain(self, code):
        if code == 43:
            following = self.data[self.at + 1:self.at + 2]
            if following == b"-":
                self.pieces.append("+")
                self.at += 2
            elif following and following[0] not in _VALUES:
                self.fail(self.at, self.at + 2, "ill-formed sequence")
            else:
                self.start = self.at
                self.at += 1
                self.bits = self.count = 0
                self.surrogate = None
        elif code < 128:
            self.pieces.append(chr(code))
            self.at += 1
        else:
            self.fail(self.at, self.at + 1, "unexpected special character")

    def shifted(self, code):
        if code in _VALUES:
            self.at += 1
            self.bits, self.count = self.bits << 6 | _VALUES[code], self.count + 6
            if self.count >= 16:
                self.count -= 16
                self.unit(self.bits >> self.count)
                self.bits &= (1 << self.count) - 1
            return
        start, self.start = self.start, None
        if self.count >= 6:
            self.fail(start, self.at + 1, "partial character in shift sequence")
        elif self.bits:
            self.fail(start, self.at + 1, "non-zero padding bits in shift sequence")
        else:
            if self.surrogate is not None and code < 128 and code != 43:
                self.pieces.append(chr(self.surrogate))
            if code == 45:
                self.at += 1

    def unit(self, code):
        if self.surrogate is not None:
            first, self.surrogate = self.surrogate, None
            if 0xDC00 <= code < 0xE000:
                self.pieces.append(chr(0x10000 + (first - 0xD800 << 10) + code - 0xDC00))
                return
            self.pieces.append(chr(first))
        if 0xD800 <= code < 0xDC00:
            self.surrogate = code
        else:
            self.pieces.append(chr(code))


def _decoded(data, errors, final):
    """Text of what is whole, and how many bytes that is."""
    decoding = _Decoding(bytes(data), errors)
    used = decoding.run(final)
    text = "".join(decoding.pieces)
    return (text, used) if used == len(decoding.data) else _decoded(decoding.data[:used], errors, True)


def decode(data, errors="strict"):
    """The text of bytes, and how many were taken."""
    return _decoded(data, errors, True)


class IncrementalEncoder(codecs.IncrementalEncoder):
    def encode(self, input, final=False):
        return encode(input, self.errors)[0]


class IncrementalDecoder(codecs.BufferedIncrementalDecoder):
    _buffer_decode = staticmethod(_decoded)


_info = codecs._info("utf-7", encode, decode, IncrementalEncoder, IncrementalDecoder)
__import__("_codec_modules").fill(globals(), _info)
