"""Parameters of headers: what stands between semicolons."""

import re

from email import utils

_SPECIALS = re.compile(r'[ \(\)<>@,;:\\"/\[\]\?=]')


def format_parameter(param, value=None, quote=True):
    """A parameter as a header has it."""
    if value is None or len(value) == 0:
        return param
    if isinstance(value, tuple):
        return f"{param}*={utils.encode_rfc2231(value[2], value[0], value[1])}"
    try:
        value.encode("ascii")
    except UnicodeEncodeError:
        return f"{param}*={utils.encode_rfc2231(value, 'utf-8', '')}"
    if quote or _SPECIALS.search(value):
        return f'{param}="{utils.quote(value)}"'
    return f"{param}={value}"


def split_parameters(text):
    """The parts between semicolons; one within quotes does not count."""
    parts, start, quoted, place = [], 0, False, 0
    while place < len(text):
        letter = text[place]
        if quoted and letter == "\\":
            place += 1
        elif letter == '"':
            quoted = not quoted
        elif letter == ";" and not quoted:
            parts.append(text[start:place])
            start = place + 1
        place += 1
    parts.append(text[start:])
    return parts


def parse_parameters(text):
    """(name, value) of each part of a header: what stands first is a name with an empty value."""
    pairs = []
    for part in split_parameters(str(text)):
        name, equals, value = part.partition("=")
        name = name.strip()
        pairs.append((name if not pairs and not equals else name.lower() if equals else name, value.strip()))
    return utils.decode_params(pairs)


def unquote_value(value):
    if isinstance(value, tuple):
        return value[0], value[1], utils.unquote(value[2])
    return utils.unquote(value)
