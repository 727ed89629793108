"""The encodings of ISO 2022: escapes say of which set the characters after them are. Those of two bytes are
those of the EUC encodings without the high bits."""

import re
from typing import NamedTuple

from _codec_stateful import Fault

__native_in_cpython__ = True

_ESCAPE, _OUT, _IN = 0x1B, 0x0E, 0x0F
# What designates a set of two bytes a character is told from what designates one of one byte.
_TWO = 0x80
_ASCII = ord("B")
# In a state, after the sets designated as G0, G1 and G2.
_SHIFTED, _THROUGH = 1, 2

_HIGH = bytes(byte | 0x80 if 0x21 <= byte <= 0x7E else 0xFF for byte in range(256))
_LOW = bytes(byte & 0x7F for byte in range(256))
_plain = re.compile(rb"[^\n\x0e\x0f\x1b\x80-\xff]+")
_graphic = re.compile(rb"[\x21-\x7e]+")
_end = re.compile(rb"[@A-Z]")
_escape = re.compile(rb"\x1b[^@A-Z]{1,14}[@A-Z]")
# JIS X 0208 of 1990 has another escape before that of its first edition.
_double_escape = re.compile(rb"\x1b(?:&@.[^@A-Z]{0,11}|(?!&@)[^@A-Z]{1,14})[@A-Z]", re.DOTALL)


class _Set(NamedTuple):
    """Characters: how they are read and written, and the place that they are designated to."""

    mark: int
    read: object
    write: object
    place: int = 0

    @property
    def width(self):
        return 2 if self.mark & _TWO else 1

    @property
    def designation(self):
        """The escape that designates it."""
        mark = bytes([self.mark & 0x7F])
        if self.width == 1:
            return b"\x1b" + b"()."[self.place:self.place + 1] + mark
        if self.place == 0 and mark in b"@B":
            return b"\x1b$" + mark
        return b"\x1b$" + b"()"[self.place:self.place + 1] + mark


def _euc(mark, encoding, place=0, prefix=b""):
    """The characters that an EUC encoding writes with two bytes after a prefix."""
    def read(data):
        high = data.translate(_HIGH)
        if prefix:
            high = b"".join(prefix + high[at:at + 2] for at in range(0, len(high), 2))
        return high.decode(encoding)

    def write(character):
        try:
            data = character.encode(encoding)
        except UnicodeEncodeError:
            return None
        whole = data.startswith(prefix) and len(data) == len(prefix) + 2 and min(data[-2:]) > 0xA0
        return data[len(prefix):].translate(_LOW) if whole else None

    return _Set(ord(mark) | _TWO, read, write, place)


def _roman_read(data):
    return data.decode("ascii").replace("\\", "\u00a5").replace("~", "\u203e")


def _kana_read(data):
    return "".join(chr(byte + 0xFF40) if byte < 0x60 else _refuse(data) for byte in data)


_kanji = _euc("B", "euc_jp")
_kanji_of_1978 = _euc("@", "euc_jp")
_more_kanji = _euc("D", "euc_jp", prefix=b"\x8f")
_roman = _Set(ord("J"), _roman_read, {"\u00a5": b"\\", "\u203e": b"~"}.get)
_kana = _Set(ord("I"), _kana_read, {chr(byte + 0xFF40): bytes([byte]) for byte in range(0x21, 0x60)}.get)


def _refuse(data):
    raise UnicodeError


# These two are read one by one, after an escape for each, from the upper half of their encodings. Nothing is written
# so.
_latin = _Set(ord("A"), _refuse, lambda character: None, 2)
_greek = _Set(ord("F"), _refuse, lambda character: None, 2)
_UPPER_HALVES = {_latin.mark: "latin-1", _greek.mark: "iso8859-7"}


class _Scheme:
    """An encoding: its sets, in the order in which they are tried."""

    start = bytes([_ASCII, _ASCII, _ASCII, 0])

    def __init__(self, name, *sets):
        self.name = name
        self.sets = sets
        self.by_mark = {each.mark: each for each in sets}
        self.shifts = any(each.place == 1 for each in sets)
        self.has_g2 = _latin in sets
        self.designations = self._designations()

    def _designations(self):
        """The escapes, with the sets that they designate and the places."""
        places = b"()." if self.has_g2 else b"()"
        found = {}
        for mark in _ASCII, *self.by_mark:
            shown = bytes([mark & 0x7F])
            if mark & _TWO:
                found |= {b"\x1b$" + shown: (mark, 0), b"\x1b$(" + shown: (mark, 0), b"\x1b$)" + shown: (mark, 1)}
            else:
                found |= {bytes([_ESCAPE, place]) + shown: (mark, number) for number, place in enumerate(places)}
        if _kanji in self.sets:
            found[b"\x1b&@\x1b$B"] = _kanji.mark, 0
        return found

    def read(self, data, at, state):
        byte, flags = data[at], state[3]
        if flags & _THROUGH:
            found = _end.search(data, at)
            end = found.end() if found else len(data)
            return data[at:end].decode("latin-1"), end, _with(state, 3, flags & _SHIFTED if found else flags)
        if byte == _ESCAPE:
            return self.read_escape(data, at, state)
        if self.shifts and byte in (_IN, _OUT):
            return "", at + 1, _with(state, 3, _SHIFTED if byte == _OUT else 0)
        if byte == 10:
            return "\n", at + 1, _with(state, 3, 0)
        if byte >= 0x80:
            raise Fault(1)
        mark = state[1 if flags & _SHIFTED else 0]
        if mark == _ASCII or byte < 0x20:
            plain = _plain.match(data, at) if mark == _ASCII else None
            end = plain.end() if plain else at + 1
            return data[at:end].decode("ascii"), end, state
        found = self.by_mark[mark]
        run = _graphic.match(data, at)
        count = (run.end() - at) // found.width * found.width if run else 0
        # All that are of one set at once; if one is wrong, one by one up to it.
        for size in (count, found.width):
            try:
                part = data[at:at + size]
                if size and len(part) == size:
                    return found.read(part), at + size, state
            except UnicodeError:
                pass
        raise Fault(found.width if len(data) - at >= found.width else None)

    def read_escape(self, data, at, state):
        second = data[at + 1:at + 2]
        if not second:
            raise Fault
        if self.has_g2 and second == b"N":
            return self.read_g2(data, at, state)
        if second not in (b"(", b")", b"$", b".", b"&"):
            # No escape of ISO 2022: it stands for itself, with all that follows up to what ends escapes.
            return "\x1b", at + 1, _with(state, 3, state[3] | _THROUGH)
        found = (_double_escape if _kanji in self.sets else _escape).match(data, at)
        if not found:
            raise Fault(1 if len(data) - at >= 16 else None)
        text = found.group()
        if text not in self.designations:
            raise Fault(len(text))
        mark, place = self.designations[text]
        return "", found.end(), _with(state, place, mark)

    def read_g2(self, data, at, state):
        """One character of the set that is G2."""
        if len(data) - at < 3:
            raise Fault
        byte, mark = data[at + 2], state[2]
        if byte >= 0x80 and mark != _greek.mark:
            raise Fault(3)
        try:
            if mark == _ASCII:
                return chr(byte), at + 3, state
            return bytes([byte ^ 0x80]).decode(_UPPER_HALVES[mark]), at + 3, state
        except UnicodeError:
            raise Fault(3) from None

    def write(self, character, state):
        if character < "\x80":
            return self.leave(state) + character.encode("ascii"), bytes([_ASCII, *state[1:3], 0])
        for each in self.sets:
            data = each.write(character)
            if data is None:
                continue
            if state[each.place] != each.mark:
                data = each.designation + (b"\x0e" if each.place and not state[3] else b"") + data
            elif each.place and not state[3]:
                data = b"\x0e" + data
            state = _with(state, each.place, each.mark)
            return data, _with(state, 3, _SHIFTED) if each.place else state
        return None

    def leave(self, state):
        return (b"" if state[0] == _ASCII else b"\x1b(B") + (b"\x0f" if state[3] else b"")


def _with(state, place, value):
    return state[:place] + bytes([value]) + state[place + 1:]


_SETS = {
    "iso2022_kr": (_euc("C", "cp949", 1),),
    "iso2022_jp": (_kanji, _roman, _kanji_of_1978),
    "iso2022_jp_1": (_kanji, _more_kanji, _roman, _kanji_of_1978),
    "iso2022_jp_2": (
        _kanji, _more_kanji, _euc("C", "cp949"), _euc("A", "gb2312"), _roman, _kanji_of_1978, _latin, _greek,
    ),
    "iso2022_jp_ext": (_kanji, _more_kanji, _roman, _kana, _kanji_of_1978),
}


def scheme(name):
    """The encoding of a name."""
    return _Scheme(name, *_SETS[name])
