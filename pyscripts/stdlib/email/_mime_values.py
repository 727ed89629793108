"""What MIME headers hold: a value, then parameters as RFC 2045 has them, in the sections and charsets of RFC 2231.

Nothing is refused: what is wrong is told as defects, and what can be understood is.
"""

import re
from urllib.parse import unquote, unquote_to_bytes

from email import errors, utils
from email._folding import decode_words

_token = re.compile(r"[^\s()<>@,;:\\\"/\[\]?=\x00-\x1f]+")
_attribute = re.compile(r"[^\s()<>@,;:\\\"/\[\]?=*'%]+")
_extended = re.compile(r"[^\s()<>@,;:\\\"/\[\]?=*']+")
_section = re.compile(r"\*(\d+)")
_space = re.compile(r"\s+")
_quoted = re.compile(r'"((?:[^"\\]|\\.)*)("?)', re.DOTALL)
_escaped = re.compile(r"\\(.)", re.DOTALL)


class _Wrong(Exception):
    """Here no parameter can be read."""


class _Scanner:
    """A place in a text."""

    def __init__(self, text):
        self.text, self.at = text, 0

    @property
    def rest(self):
        return self.text[self.at:]

    def sees(self, start):
        return self.text.startswith(start, self.at)

    def takes(self, start):
        if self.sees(start):
            self.at += len(start)
            return True
        return False

    def match(self, pattern):
        found = pattern.match(self.text, self.at)
        if found:
            self.at = found.end()
        return found

    def skip(self):
        """Passes white space and comments, which nest."""
        while self.match(_space) or self.sees("("):
            depth = 0
            while self.at < len(self.text) and (depth or self.sees("(")):
                letter = self.text[self.at]
                depth += {"(": 1, ")": -1}.get(letter, 0)
                self.at += 2 if letter == "\\" else 1

    def word(self, pattern):
        """What matches between comments, or None."""
        start = self.at
        self.skip()
        found = self.match(pattern)
        if not found:
            self.at = start
            return None
        self.skip()
        return found.group()

    def quoted(self, defects):
        """A quoted string's contents."""
        found = self.match(_quoted)
        if not found[2]:
            defects.append(errors.InvalidHeaderDefect("end of header inside quoted string"))
        self.skip()
        text = _escaped.sub(r"\1", found[1])
        decoded = decode_words(text) if "=?" in text else text
        if decoded != text:
            defects.append(errors.InvalidHeaderDefect("encoded word inside quoted string"))
            defects.append(errors.InvalidHeaderDefect("missing trailing whitespace after encoded-word"))
        return decoded

    def value(self, defects):
        self.skip()
        if self.at == len(self.text):
            raise _Wrong
        if self.sees('"'):
            return self.quoted(defects)
        found = self.word(_extended)
        if found is None:
            raise _Wrong
        return found

    def junk(self):
        """All up to the next semicolon that is not within quotes."""
        start = self.at
        while self.at < len(self.text) and not self.sees(";"):
            if not (self.sees('"') and self.match(_quoted)):
                self.at += 1
        return self.text[start:self.at]


class _Parameter:
    """One parameter, or a section of one."""

    def __init__(self):
        self.defects = []
        self.name, self.value, self.charset = "", "", "us-ascii"
        self.section, self.is_extended = 0, False

    def wrong(self, message):
        self.defects.append(errors.InvalidHeaderDefect(message))

    def read(self, scanner):
        start = scanner.at
        self.name = scanner.word(_attribute)
        if self.name is None:
            raise _Wrong
        if not scanner.rest or scanner.sees(";"):
            self.wrong(f"Parameter contains name ({scanner.text[start:scanner.at]}) but no value")
            return
        if scanner.sees("*"):
            self.read_section(scanner)
        if not scanner.takes("="):
            raise _Wrong
        scanner.skip()
        if self.is_extended:
            self.read_extended(scanner)
            return
        value = None if scanner.sees("'") else scanner.value(self.defects)
        if scanner.sees("'"):
            self.wrong("Apparent initial-extended-value but attribute was not marked as extended or was not "
                       "initial section")
            self.read_after_charset(scanner, value)
        else:
            self.value = value

    def read_section(self, scanner):
        if found := scanner.match(_section):
            if found[1][0] == "0" and found[1] != "0":
                self.wrong("section number has an invalid leading 0")
            self.section = int(found[1])
        self.is_extended = scanner.takes("*")

    def read_extended(self, scanner):
        """A value with its charset and language before it, if it is the first section."""
        if scanner.sees('"'):
            place = scanner.at
            inner = scanner.quoted([])
            if "'" in inner if self.section == 0 else _extended.fullmatch(inner):
                self.wrong("Quoted string value for extended parameter is invalid")
                within = _Scanner(inner)
            else:
                self.wrong("Parameter marked as extended but appears to have a quoted string value that is non-encoded")
                scanner.at = place
                within = scanner
        else:
            within = scanner
        value = None if within.sees("'") else within.value(self.defects)
        if self.section:
            self.value = value or ""
        elif within.sees("'"):
            self.read_after_charset(within, value)
        elif not within.rest or within.sees(";"):
            self.wrong("Missing required charset/lang delimiters")
            self.value = value
        else:
            raise _Wrong

    def read_after_charset(self, scanner, charset):
        self.charset = charset or self.charset
        scanner.takes("'")
        scanner.match(_attribute)
        if not scanner.takes("'"):
            raise _Wrong
        self.value = scanner.value(self.defects)

    def decoded(self, charset):
        if not self.is_extended:
            return self.value
        try:
            data = unquote_to_bytes(self.value)
        except UnicodeEncodeError:
            return unquote(self.value, encoding="latin-1")
        try:
            text = data.decode(charset, "surrogateescape")
        except (LookupError, UnicodeEncodeError):
            text = data.decode("us-ascii", "surrogateescape")
        if any("\udc80" <= letter <= "\udcff" for letter in text):
            self.defects.append(errors.UndecodableBytesDefect())
        return text


def _read_all(scanner):
    """The parameters after a semicolon."""
    while scanner.rest:
        parameter, start = _Parameter(), scanner.at
        try:
            parameter.read(scanner)
        except _Wrong:
            parameter = _Parameter()
            scanner.at = start
            scanner.skip()
            if not scanner.rest:
                return
            if scanner.sees(";"):
                parameter.wrong("parameter entry with no content")
            else:
                parameter.wrong(f"invalid parameter {scanner.junk()!r}")
            parameter.name = None
        if scanner.rest and not scanner.sees(";"):
            parameter.wrong(f"parameter with invalid trailing text {scanner.junk()!r}")
        yield parameter
        scanner.takes(";")


def _joined(parameters):
    """Names and values: a value may come in several sections."""
    by_name = {}
    for parameter in parameters:
        if parameter.name is not None:
            by_name.setdefault(parameter.name, []).append(parameter)
    for name, sections in by_name.items():
        sections.sort(key=lambda parameter: parameter.section)
        first = sections[0]
        if not first.is_extended and len(sections) > 1 and sections[1].section == 0:
            sections[1].wrong("duplicate parameter name; duplicate(s) ignored")
            del sections[1:]
        pieces = []
        for parameter in sections:
            if parameter.section != len(pieces):
                if not parameter.is_extended:
                    parameter.wrong("duplicate parameter name; duplicate ignored")
                    continue
                parameter.wrong("inconsistent RFC2231 parameter format")
            pieces.append(parameter.decoded(first.charset))
        yield name, "".join(pieces)


def _parameters(scanner, defects):
    """The parameters as a dict, and the text that shows them."""
    start = scanner.at
    scanner.junk()
    text = scanner.text[start:scanner.at]
    if not scanner.takes(";"):
        return {}, text
    parameters = list(_read_all(scanner))
    pairs = list(_joined(parameters))
    for parameter in parameters:
        defects += parameter.defects
    shown = [f'{name}="{utils.quote(value)}"' if value else name for name, value in pairs]
    clean = {_clean(name).lower(): _clean(value) for name, value in pairs}
    return clean, text + ";" + (" " if shown else "") + "; ".join(shown)


def _clean(text):
    """A text without the bytes that could not be decoded."""
    return text.encode("utf-8", "surrogateescape").decode("utf-8", "replace")


def read_content_type(text, defects):
    """The two parts of a content type (None if it is none), the parameters, and the text that shows it all."""
    scanner = _Scanner(text)
    kind = None
    if not text:
        defects.append(errors.HeaderMissingRequiredValue("Missing content type specification"))
    elif (main := scanner.word(_token)) is None:
        defects.append(errors.InvalidHeaderDefect(f"Expected content maintype but found {text!r}"))
    elif not scanner.takes("/"):
        defects.append(errors.InvalidHeaderDefect("Invalid content type"))
    elif (sub := scanner.word(_token)) is None:
        defects.append(errors.InvalidHeaderDefect(f"Expected content subtype but found {scanner.rest!r}"))
    elif scanner.rest and not scanner.sees(";"):
        message = f"Only parameters are valid after content type, but found {scanner.rest!r}"
        defects.append(errors.InvalidHeaderDefect(message))
    else:
        kind = main.lower(), sub.lower()
    before = text[:scanner.at]
    parameters, shown = _parameters(scanner, defects)
    return kind, parameters, before + shown


def read_content_disposition(text, defects):
    """The disposition (None if there is none), the parameters, and the text that shows it all."""
    scanner = _Scanner(text)
    disposition = None
    if not text:
        defects.append(errors.HeaderMissingRequiredValue("Missing content disposition"))
    elif (found := scanner.word(_token)) is None:
        defects.append(errors.InvalidHeaderDefect(f"Expected content disposition but found {text!r}"))
    else:
        disposition = found.lower()
        if scanner.rest and not scanner.sees(";"):
            message = f"Only parameters are valid after content disposition, but found {scanner.rest!r}"
            defects.append(errors.InvalidHeaderDefect(message))
    before = text[:scanner.at]
    parameters, shown = _parameters(scanner, defects)
    return disposition, parameters, before + shown
