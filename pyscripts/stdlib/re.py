"""Regular expressions: patterns and matches over the engine of `_re`."""

import enum

import _re
from _re_translate import PatternError, Translator

__all__ = [
    "match", "fullmatch", "search", "sub", "subn", "split", "findall", "finditer", "compile", "purge", "escape",
    "error", "Pattern", "Match", "A", "I", "L", "M", "S", "X", "U", "ASCII", "IGNORECASE", "LOCALE", "MULTILINE",
    "DOTALL", "VERBOSE", "UNICODE", "NOFLAG", "RegexFlag", "PatternError",
]

error = PatternError


class RegexFlag(enum.IntFlag):
    NOFLAG = 0
    IGNORECASE = I = 2
    LOCALE = L = 4
    MULTILINE = M = 8
    DOTALL = S = 16
    UNICODE = U = 32
    VERBOSE = X = 64
    DEBUG = 128
    ASCII = A = 256

    def __repr__(self):
        names = [f"re.{name}" for name in ("ASCII", "IGNORECASE", "LOCALE", "UNICODE", "MULTILINE", "DOTALL",
                                           "VERBOSE", "DEBUG") if self & RegexFlag[name]]
        return "|".join(names) or "re.NOFLAG"

    __str__ = object.__str__


NOFLAG, DEBUG = RegexFlag.NOFLAG, RegexFlag.DEBUG
IGNORECASE = I = RegexFlag.IGNORECASE
LOCALE = L = RegexFlag.LOCALE
MULTILINE = M = RegexFlag.MULTILINE
DOTALL = S = RegexFlag.DOTALL
UNICODE = U = RegexFlag.UNICODE
VERBOSE = X = RegexFlag.VERBOSE
ASCII = A = RegexFlag.ASCII

_FAR = (1 << 62) - 1


class Pattern:
    """Compiled regular expression object."""

    def __init__(self, pattern, flags):
        self.pattern = pattern
        text = pattern if isinstance(pattern, str) else bytes(pattern).decode("latin-1")
        if not isinstance(pattern, str):
            if flags & UNICODE:
                raise ValueError("cannot use UNICODE flag with a bytes pattern")
            flags |= 256
        elif flags & LOCALE:
            raise ValueError("cannot use LOCALE flag with a str pattern")
        elif flags & 256 and flags & UNICODE:
            raise ValueError("ASCII and UNICODE flags are incompatible")
        translator = Translator(text, int(flags), pattern)
        self._body = translator.translate()
        flags = translator.flags
        if isinstance(pattern, str):
            flags |= 0 if flags & 256 else 32
            self.flags = flags
        else:
            self.flags = flags & ~256 if flags & 256 else flags
        self._prefix = "(?i)" if flags & 2 else ""
        self.groups, self.groupindex = translator.groups, translator.names
        self._programs = {}
        self._program("")

    def _program(self, kind):
        program = self._programs.get(kind)
        if program is None:
            text = {"": "{}", "match": "\\G(?:{})", "fullmatch": "\\G(?:{})\\z"}[kind].replace("{}", self._body)
            try:
                program = _re.compile(self._prefix + text)
            except ValueError as reason:
                raise PatternError(f"the pattern is not supported: {reason}", self.pattern, 0) from None
            self._programs[kind] = program
        return program

    def _text(self, string):
        """The text to search: bytes are seen as characters."""
        if isinstance(string, str):
            if not isinstance(self.pattern, str):
                raise TypeError("cannot use a bytes pattern on a string-like object")
            return string
        try:
            text = bytes(memoryview(string)).decode("latin-1")
        except TypeError:
            raise TypeError(f"expected string or bytes-like object, got '{type(string).__name__}'") from None
        if isinstance(self.pattern, str):
            raise TypeError("cannot use a string pattern on a bytes-like object")
        return text

    def _first(self, kind, string, pos, endpos):
        spans = self._program(kind).first(self._text(string), pos, endpos)
        return None if spans is None else Match(self, string, pos, endpos, spans)

    def search(self, string, pos=0, endpos=_FAR):
        return self._first("", string, pos, endpos)

    def match(self, string, pos=0, endpos=_FAR):
        return self._first("match", string, pos, endpos)

    def fullmatch(self, string, pos=0, endpos=_FAR):
        return self._first("fullmatch", string, pos, endpos)

    def _all(self, string, pos=0, endpos=_FAR, limit=0):
        return self._program("").all(self._text(string), pos, endpos, limit)

    def finditer(self, string, pos=0, endpos=_FAR):
        return iter([Match(self, string, pos, endpos, spans) for spans in self._all(string, pos, endpos)])

    def findall(self, string, pos=0, endpos=_FAR):
        found, empty = [], string[:0]
        for spans in self._all(string, pos, endpos):
            if self.groups <= 1:
                start, end = spans[-2:]
                found.append(string[start:end] if start >= 0 else empty)
            else:
                found.append(tuple([string[spans[at]:spans[at + 1]] if spans[at] >= 0 else empty
                                    for at in range(2, len(spans), 2)]))
        return found

    def split(self, string, maxsplit=0):
        if maxsplit < 0:
            return [string]
        parts, last = [], 0
        for spans in self._all(string, 0, _FAR, maxsplit):
            parts.append(string[last:spans[0]])
            parts.extend([string[spans[at]:spans[at + 1]] if spans[at] >= 0 else None
                          for at in range(2, len(spans), 2)])
            last = spans[1]
        parts.append(string[last:])
        return parts

    def subn(self, repl, string, count=0):
        matches = self._all(string, 0, _FAR, count) if count >= 0 else []
        parts, last = [], 0
        template = None if callable(repl) else _template(repl, self)
        for spans in matches:
            parts.append(string[last:spans[0]])
            if template is None:
                new = repl(Match(self, string, 0, _FAR, spans))
                if new is not None:
                    parts.append(new)
            else:
                _fill(template, string, spans, parts)
            last = spans[1]
        parts.append(string[last:])
        return string[:0].join(parts), len(matches)

    def sub(self, repl, string, count=0):
        return self.subn(repl, string, count)[0]

    @property
    def _flags_shown(self):
        flags = self.flags & ~32 if isinstance(self.pattern, str) else self.flags
        return repr(RegexFlag(flags)) if flags else ""

    def __repr__(self):
        shown = f"{self.pattern!r}"[:200]
        return f"re.compile({shown}{', ' if self._flags_shown else ''}{self._flags_shown})"

    def __eq__(self, other):
        if not isinstance(other, Pattern):
            return NotImplemented
        return self.pattern == other.pattern and self.flags == other.flags

    def __hash__(self):
        return hash((self.pattern, self.flags))

    def __copy__(self):
        return self

    def __deepcopy__(self, memo):
        return self

    def __reduce__(self):
        return compile, (self.pattern, self.flags)

    def __class_getitem__(cls, item):
        import types
        return types.GenericAlias(cls, item)


class Match:
    """The result of re.match() and re.search()."""

    def __init__(self, pattern, string, pos, endpos, spans):
        self.re, self.string, self._spans = pattern, string, spans
        length = len(string)
        self.pos, self.endpos = max(0, min(pos, length)), max(0, min(endpos, length))

    def _number(self, group):
        if isinstance(group, str):
            number = self.re.groupindex.get(group, -1)
        else:
            try:
                number = group.__index__()
            except AttributeError:
                number = -1
        if not 0 <= number <= self.re.groups:
            raise IndexError("no such group")
        return number

    def _group(self, number, default=None):
        start = self._spans[2 * number]
        return default if start < 0 else self.string[start:self._spans[2 * number + 1]]

    def group(self, *groups):
        if not groups:
            return self._group(0)
        if len(groups) == 1:
            return self._group(self._number(groups[0]))
        return tuple([self._group(self._number(group)) for group in groups])

    def __getitem__(self, group):
        return self._group(self._number(group))

    def groups(self, default=None):
        return tuple([self._group(number, default) for number in range(1, self.re.groups + 1)])

    def groupdict(self, default=None):
        return {name: self._group(number, default) for name, number in self.re.groupindex.items()}

    def start(self, group=0, /):
        return self._spans[2 * self._number(group)]

    def end(self, group=0, /):
        return self._spans[2 * self._number(group) + 1]

    def span(self, group=0, /):
        number = self._number(group)
        return self._spans[2 * number], self._spans[2 * number + 1]

    @property
    def regs(self):
        return tuple([self.span(number) for number in range(self.re.groups + 1)])

    @property
    def lastindex(self):
        """The group that closed last: of those that end last, the outermost, which has the least number."""
        best = None
        for number in range(1, self.re.groups + 1):
            if self._spans[2 * number] >= 0 and (
                best is None or self._spans[2 * number + 1] > self._spans[2 * best + 1]
                or self._spans[2 * number] >= self._spans[2 * best + 1]
            ):
                best = number
        return best

    @property
    def lastgroup(self):
        last = self.lastindex
        return next((name for name, number in self.re.groupindex.items() if number == last), None)

    def expand(self, template):
        parts = []
        _fill(_template(template, self.re), self.string, self._spans, parts)
        return self.string[:0].join(parts)

    def __copy__(self):
        return self

    def __deepcopy__(self, memo):
        return self

    def __repr__(self):
        return f"<re.Match object; span={self.span()}, match={self.group()!r}>"

    def __class_getitem__(cls, item):
        import types
        return types.GenericAlias(cls, item)


def _fill(template, string, spans, parts):
    for piece in template:
        if not isinstance(piece, int):
            parts.append(piece)
        elif spans[2 * piece] >= 0:
            parts.append(string[spans[2 * piece]:spans[2 * piece + 1]])


_ESCAPES = {"a": "\a", "b": "\b", "f": "\f", "n": "\n", "r": "\r", "t": "\t", "v": "\v", "\\": "\\"}


def _template(template, pattern):
    """A replacement taken apart: text and numbers of groups."""
    text = template if isinstance(template, str) else bytes(template).decode("latin-1")
    plain = (lambda piece: piece) if isinstance(template, str) else (lambda piece: piece.encode("latin-1"))
    if "\\" not in text:
        return [template]
    pieces, literal, at = [], "", 0

    def add(group, place):
        nonlocal literal
        if group > pattern.groups:
            raise PatternError(f"invalid group reference {group}", template, place)
        pieces.append(plain(literal))
        pieces.append(group)
        literal = ""

    while at < len(text):
        if text[at] != "\\":
            end = text.find("\\", at)
            end = len(text) if end < 0 else end
            literal += text[at:end]
            at = end
            continue
        letter = text[at + 1:at + 2]
        if letter == "g":
            end = text.find(">", at)
            if text[at + 2:at + 3] != "<":
                raise PatternError("missing <", template, at + 2)
            if end < 0:
                raise PatternError("missing >, unterminated name", template, at + 3)
            name = text[at + 3:end]
            if not name:
                raise PatternError("missing group name", template, at + 3)
            if name.isdigit():
                add(int(name), at + 3)
            elif name in pattern.groupindex:
                add(pattern.groupindex[name], at + 3)
            elif not name.isidentifier():
                raise PatternError(f"bad character in group name {name!r}", template, at + 3)
            else:
                raise IndexError(f"unknown group name {name!r}")
            at = end + 1
        elif letter and letter in "0123456789":
            digits = letter
            while len(digits) < 3 and text[at + 1 + len(digits):at + 2 + len(digits)].isdigit():
                digits += text[at + 1 + len(digits)]
            octal = all(digit in "01234567" for digit in digits)
            if letter == "0":
                digits = digits[:3]
                while not all(digit in "01234567" for digit in digits):
                    digits = digits[:-1]
                literal += chr(int(digits, 8) & 255)
            elif len(digits) == 3 and octal and letter in "0123":
                literal += chr(int(digits, 8))
            else:
                digits = digits[:2]
                add(int(digits), at + 1)
            at += 1 + len(digits)
        elif letter in _ESCAPES and letter:
            literal += _ESCAPES[letter]
            at += 2
        elif letter.isalpha() and letter.isascii():
            raise PatternError("bad escape \\" + letter, template, at)
        elif not letter:
            raise PatternError("bad escape (end of pattern)", template, at)
        else:
            literal += "\\" + letter
            at += 2
    pieces.append(plain(literal))
    return pieces


_cache = {}


def compile(pattern, flags=0):
    """Compile a regular expression pattern, returning a Pattern object."""
    if isinstance(pattern, Pattern):
        if flags:
            raise ValueError("cannot process flags argument with a compiled pattern")
        return pattern
    if not isinstance(pattern, (str, bytes, bytearray)):
        raise TypeError("first argument must be string or compiled pattern")
    flags = int(flags)
    key = (type(pattern), bytes(pattern) if isinstance(pattern, bytearray) else pattern, flags)
    known = _cache.get(key)
    if known is None:
        known = Pattern(pattern, flags)
        if len(_cache) >= 512:
            _cache.clear()
        _cache[key] = known
    return known


def purge():
    """Clear the regular expression caches."""
    _cache.clear()


def match(pattern, string, flags=0):
    return compile(pattern, flags).match(string)


def fullmatch(pattern, string, flags=0):
    return compile(pattern, flags).fullmatch(string)


def search(pattern, string, flags=0):
    return compile(pattern, flags).search(string)


def sub(pattern, repl, string, count=0, flags=0):
    return compile(pattern, flags).sub(repl, string, count)


def subn(pattern, repl, string, count=0, flags=0):
    return compile(pattern, flags).subn(repl, string, count)


def split(pattern, string, maxsplit=0, flags=0):
    return compile(pattern, flags).split(string, maxsplit)


def findall(pattern, string, flags=0):
    return compile(pattern, flags).findall(string)


def finditer(pattern, string, flags=0):
    return compile(pattern, flags).finditer(string)


_special = {ord(letter): "\\" + letter for letter in "()[]{}?*+-|^$\\.&~# \t\n\r\v\f"}


def escape(pattern):
    """Escape special characters in a string."""
    if isinstance(pattern, str):
        return pattern.translate(_special)
    return str(pattern, "latin1").translate(_special).encode("latin1")
