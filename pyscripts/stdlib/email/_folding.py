"""Writing headers of the newer interface in lines, and reading the encoded words in them."""

import re

from email import base64mime
from email import header as _header
from email import quoprimime, utils
from email._parameters import split_parameters

_WORD = re.compile(r"=\?[^?\s]*\?[qQbB]\?[^?\s]*\?=")
_SPACE_BETWEEN = re.compile(r"(\?=)[ \t\r\n]+(?==\?[^?\s]*\?[qQbB]\?)")


def decode_words(text):
    """A text with its encoded words resolved."""
    if "=?" not in text:
        return text
    return _WORD.sub(_decode_word, _SPACE_BETWEEN.sub(r"\1", text))


def _decode_word(match):
    try:
        (raw, charset), = _header.decode_header(match.group())
        charset = charset.partition("*")[0]
        if charset == "unknown-8bit":
            return raw.decode("ascii", "surrogateescape")
        return raw.decode(charset, "surrogateescape")
    except (LookupError, ValueError, _header.HeaderParseError):
        return match.group()


class _Lines:
    """Pieces laid into lines. A piece that does not fit goes to the next line, its space before it."""

    def __init__(self, start, limit):
        self.limit = limit or float("inf")
        self.lines = [start]

    def room(self):
        return self.limit - len(self.lines[-1])

    def put(self, space, piece):
        if len(space) + len(piece) <= self.room() or not self.lines[-1].strip():
            self.lines[-1] += space + piece
        else:
            self.lines.append((space or " ") + piece)

    def text(self, linesep):
        return linesep.join(self.lines) + linesep


def _encoder(text):
    """What makes an encoded word of a text: quoted-printable, unless base64 is clearly shorter."""
    data = text.encode("utf-8", "surrogateescape")
    charset = "unknown-8bit" if not _is_decodable(data) else "utf-8"
    module = quoprimime if quoprimime.header_length(data) - base64mime.header_length(data) < 5 else base64mime
    return lambda part: module.header_encode(part.encode("utf-8", "surrogateescape"), charset)


def _is_decodable(data):
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return True


def _encoded(text, lines, space):
    """Puts a text as encoded words, cut so that they fit."""
    encode = _encoder(text)
    while text:
        whole = encode(text)
        room = lines.room() - len(space)
        if len(whole) <= room:
            lines.lines[-1] += space + whole
            return
        cut = len(text)
        while cut > 1 and len(encode(text[:cut])) > room:
            cut -= 1
        if cut == 1 and len(encode(text[:1])) > room and lines.lines[-1].strip():
            lines.lines.append("")
            space = space or " "
            continue
        lines.lines[-1] += space + encode(text[:cut])
        text = text[cut:]
        if text:
            lines.lines.append("")
            space = " "


def _is_plain(word, policy):
    return (policy.utf8 or word.isascii()) and word.isprintable()


def _put_words(text, lines, policy, first_space=" "):
    """Puts a text word by word; neighbours that need encoding are encoded together."""
    parts = re.split(r"([ \t]+)", text)
    if parts[0]:
        parts[:0] = [first_space]
    else:
        parts.pop(0)
        if parts:
            parts[0] = first_space + parts[0]
    pairs = list(zip(*[iter(parts)] * 2))
    place = 0
    while place < len(pairs):
        space, word = pairs[place]
        if _is_plain(word, policy) and "=?" not in word:
            lines.put(space, word)
            place += 1
            continue
        run = word
        place += 1
        # As far as the last word that needs it; plain words between two others go along.
        end = place
        while end < len(pairs) and not _is_plain(pairs[end][1], policy):
            run += "".join(pairs[end])
            end += 1
        place = end
        _encoded(run, lines, space)


def fold_text(name, value, policy):
    """A header that is text."""
    lines = _Lines(f"{name}:", policy.max_line_length)
    _put_words(value, lines, policy)
    if not value:
        lines.lines[-1] += " "
    return lines.text(policy.linesep)


def fold_addresses(name, groups, policy):
    """A header that is a list of addresses; only names are encoded."""
    lines = _Lines(f"{name}:", policy.max_line_length)
    if not groups:
        lines.lines[-1] += " "
    for number, group in enumerate(groups):
        comma = "," if number < len(groups) - 1 else ""
        if group.display_name is None and len(group.addresses) == 1:
            _put_address(group.addresses[0], comma, lines, policy)
            continue
        _put_name(group.display_name or "", ":", lines, policy)
        for place, address in enumerate(group.addresses):
            last = place == len(group.addresses) - 1
            _put_address(address, ";" + comma if last else ",", lines, policy)
        if not group.addresses:
            lines.lines[-1] += ";" + comma
    return lines.text(policy.linesep)


def _put_name(name, ending, lines, policy):
    from email.headerregistry import _quoted_name
    if policy.utf8 or name.isascii():
        words = _quoted_name(name).split(" ")
        for word in words[:-1]:
            lines.put(" ", word)
        lines.put(" ", words[-1] + ending)
    else:
        plain = " ".join(word for word in name.split(" ") if word.isascii())
        if plain == _quoted_name(plain):
            _put_words(name, lines, policy)
        else:
            _encoded(name, lines, " ")
        lines.lines[-1] += ending


def _put_address(address, ending, lines, policy):
    if not address.display_name:
        lines.put(" ", address.addr_spec + ending)
        return
    _put_name(address.display_name, "", lines, policy)
    spec = "" if address.addr_spec == "<>" else address.addr_spec
    lines.put(" ", f"<{spec}>{ending}")


def fold_parameters(name, value, policy):
    """A header with parameters, broken between them."""
    lines = _Lines(f"{name}:", policy.max_line_length)
    parts = [part.strip() for part in split_parameters(value)]
    if not policy.utf8:
        parts = [part if part.isascii() else _encoded_parameter(part) for part in parts]
    for number, part in enumerate(parts):
        is_last = number == len(parts) - 1
        if part or not is_last:
            lines.put(" ", part if is_last else part + ";")
    return lines.text(policy.linesep)


def _encoded_parameter(part):
    """A parameter with letters that are not ASCII, after RFC 2231; what is no parameter becomes an encoded word."""
    name, equals, value = part.partition("=")
    if not equals or not name.isascii():
        return _encoder(part)(part)
    return f"{name.rstrip('*')}*={utils.encode_rfc2231(utils.unquote(value), 'utf-8', '')}"
