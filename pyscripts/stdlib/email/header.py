"""Headers of several character sets, in the older interface."""

import binascii
import email.base64mime
import email.quoprimime
import re

from email import charset as _charset
from email.errors import HeaderParseError

__all__ = ["Header", "decode_header", "make_header"]

Charset = _charset.Charset
USASCII, UTF8 = Charset("us-ascii"), Charset("utf-8")
MAXLINELEN = 78

ecre = re.compile(r"=\?(?P<charset>[^?]*?)\?(?P<encoding>[qQbB])\?(?P<encoded>.*?)\?=", re.MULTILINE)
_EMBEDDED_HEADER = re.compile(r"\n[^ \t]+:")


def decode_header(header):
    """The parts of a header as (bytes, charset); (str, None) alone where nothing is encoded."""
    if hasattr(header, "_chunks"):
        return [(_charset._encode(string, str(charset)), str(charset)) for string, charset in header._chunks]
    if not ecre.search(header):
        return [(header, None)]
    words = []
    for line in header.splitlines():
        parts = ecre.split(line)
        first = True
        while parts:
            plain = parts.pop(0)
            if first:
                plain = plain.lstrip()
                first = False
            if plain:
                words.append((plain, None, None))
            if parts:
                charset, encoding, encoded = parts.pop(0), parts.pop(0).lower(), parts.pop(0)
                words.append((encoded, encoding, charset.lower()))
    # White space between two encoded words is not there.
    kept = [
        word for place, word in enumerate(words)
        if not (word[1] is None and word[0].isspace() and 0 < place < len(words) - 1
                and words[place - 1][1] and words[place + 1][1])
    ]
    decoded = [(_decode_word(text, encoding), charset) for text, encoding, charset in kept]
    joined = []
    for text, charset in decoded:
        if isinstance(text, str):
            text = bytes(text, "raw-unicode-escape")
        if joined and joined[-1][1] == charset:
            joined[-1] = (joined[-1][0] + (b" " if charset is None else b"") + text, charset)
        else:
            joined.append((text, charset))
    return joined


def _decode_word(text, encoding):
    if encoding is None:
        return text
    if encoding == "q":
        return bytes(email.quoprimime.header_decode(text), "raw-unicode-escape")
    try:
        return email.base64mime.decode(text + "==="[:-len(text) % 4])
    except binascii.Error:
        raise HeaderParseError("Base64 decoding error")


def make_header(decoded_seq, maxlinelen=None, header_name=None, continuation_ws=" "):
    """A header of what decode_header gives."""
    header = Header(maxlinelen=maxlinelen, header_name=header_name, continuation_ws=continuation_ws)
    for text, charset in decoded_seq:
        if charset is not None and not isinstance(charset, Charset):
            charset = Charset(charset)
        header.append(text, charset)
    return header


class Header:
    """A header made of pieces, each in a character set."""

    def __init__(self, s=None, charset=None, maxlinelen=None, header_name=None, continuation_ws=" ", errors="strict"):
        if charset is None:
            charset = USASCII
        elif not isinstance(charset, Charset):
            charset = Charset(charset)
        self._charset = charset
        self._continuation_ws = continuation_ws
        self._chunks = []
        if s is not None:
            self.append(s, charset, errors)
        self._maxlinelen = MAXLINELEN if maxlinelen is None else maxlinelen
        # The name, a colon and a space stand before the first line.
        self._headerlen = 0 if header_name is None else len(header_name) + 2

    def __str__(self):
        """The text, with spaces between pieces where they belong."""
        self._normalize()
        parts = []
        last_charset = last_space = None
        for string, charset in self._chunks:
            next_charset = charset
            if charset == _charset.UNKNOWN8BIT:
                string = string.encode("ascii", "surrogateescape").decode("ascii", "replace")
            if parts:
                has_space = bool(string) and string[0] in " \t"
                if last_charset not in (None, "us-ascii"):
                    if next_charset in (None, "us-ascii") and not has_space:
                        parts.append(" ")
                elif next_charset not in (None, "us-ascii") and not last_space:
                    parts.append(" ")
            last_space = bool(string) and string[-1] in " \t"
            last_charset = next_charset
            parts.append(string)
        return "".join(parts)

    def __eq__(self, other):
        return other == str(self)

    def append(self, s, charset=None, errors="strict"):
        """Puts another piece at the end."""
        if charset is None:
            charset = self._charset
        elif not isinstance(charset, Charset):
            charset = Charset(charset)
        if not isinstance(s, str):
            codec = charset.input_codec or "us-ascii"
            if codec == _charset.UNKNOWN8BIT:
                s = s.decode("us-ascii", "surrogateescape")
            else:
                s = s.decode(codec, errors)
        output = charset.output_codec or "us-ascii"
        if output != _charset.UNKNOWN8BIT:
            try:
                s.encode(output, errors)
            except UnicodeEncodeError:
                if output != "us-ascii":
                    raise
                charset = UTF8
        self._chunks.append((s, charset))

    def encode(self, splitchars=";, \t", maxlinelen=None, linesep="\n"):
        """The header as it is written: encoded words where they are needed, in lines."""
        self._normalize()
        if maxlinelen is None:
            maxlinelen = self._maxlinelen
        if maxlinelen == 0:
            maxlinelen = 1_000_000  # no limit
        lines = _Lines(self._headerlen, maxlinelen, self._continuation_ws, splitchars)
        last_charset = has_space = None
        for string, charset in self._chunks:
            if has_space is not None:
                has_space = bool(string) and string[0] in " \t"
                if last_charset not in (None, "us-ascii"):
                    if not has_space or charset not in (None, "us-ascii"):
                        lines.gap()
                elif charset not in (None, "us-ascii") and not has_space:
                    lines.gap()
            last_charset, has_space = charset, False
            first, *rest = string.splitlines() or [""]
            lines.feed("", first, charset)
            for line in rest:
                lines.newline()
                if charset.header_encoding is not None:
                    lines.feed(self._continuation_ws, " " + line.lstrip(), charset)
                else:
                    stripped = line.lstrip()
                    lines.feed(line[:len(line) - len(stripped)], stripped, charset)
            if rest:
                lines.newline()
        if self._chunks:
            lines.gap()
        value = lines.text(linesep)
        if _EMBEDDED_HEADER.search(value):
            raise HeaderParseError(f"header value appears to contain an embedded header: {value!r}")
        return value

    def _normalize(self):
        """Joins neighbours of one character set."""
        chunks, last = [], None
        for string, charset in self._chunks:
            if charset == last:
                chunks[-1][0].append(string)
            else:
                chunks.append(([string], charset))
                last = charset
        self._chunks = [(" ".join(strings), charset) for strings, charset in chunks]


class _Lines:
    """The lines of a header that is being written. A line is a list of (space, word)."""

    def __init__(self, headerlen, maxlen, continuation, splitchars):
        self._maxlen = maxlen
        self._continuation = continuation
        self._splitchars = splitchars
        self._lines = []
        self._start = headerlen  # what stands before the first line
        self._line = []

    def _length(self):
        return self._start + sum(len(space) + len(word) for space, word in self._line)

    def text(self, linesep):
        self.newline()
        return linesep.join(self._lines)

    def gap(self):
        """A space between two pieces."""
        self._line.append((" ", ""))

    def newline(self):
        """Ends the line; a space at its very end stays out of it."""
        if self._line and self._line[-1] == (" ", ""):
            self._line.pop()
        self._finish()

    def _finish(self):
        text = "".join(space + word for space, word in self._line)
        if text:
            if not text.strip() and self._lines:
                self._lines[-1] += text
            else:
                self._lines.append(text)
        self._line, self._start = [], 0

    def feed(self, space, string, charset):
        if charset.header_encoding is None:
            self._feed_plain(space, string)
        else:
            self._feed_encoded(space, string, charset)

    def _feed_encoded(self, space, string, charset):
        words = charset.header_encode_lines(string, self._rooms())
        first, *rest = words
        if first is not None:
            self._push(space, first)
        if not rest:
            return
        *middle, last = rest
        self.newline()
        self._lines += (self._continuation + word for word in middle)
        self._line.append((self._continuation, last))

    def _rooms(self):
        yield self._maxlen - self._length()
        while True:
            yield self._maxlen - len(self._continuation)

    def _feed_plain(self, space, string):
        parts = re.split(r"([ \t]+)", space + string)
        if parts[0]:
            parts[:0] = [""]
        else:
            parts.pop(0)
        for space, word in zip(*[iter(parts)] * 2):
            self._push(space, word)

    def _push(self, space, word):
        """A word more; where the line gets too long it is broken at the best place."""
        self._line.append((space, word))
        if self._length() <= self._maxlen:
            return
        place = self._break()
        if place is None:
            space, word = self._line.pop()
            if self._length() > 0:
                self.newline()
                space = space or " "  # a line of its own needs a space before it
            self._line.append((space, word))
            return
        rest = self._line[place:]
        del self._line[place:]
        self._finish()
        self._line = rest

    def _break(self):
        """The last place to break at, for the first of the letters to split at that has any."""
        for letter in self._splitchars:
            for place in range(len(self._line) - 1, 0, -1):
                space, before = self._line[place][0], self._line[place - 1][1]
                if letter.isspace():
                    if space.startswith(letter):
                        return place
                elif before.endswith(letter):
                    return place
        return None
