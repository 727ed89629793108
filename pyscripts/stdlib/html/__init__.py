"""Text in HTML."""

import re as _re

__all__ = ["escape", "unescape"]


def escape(s, quote=True):
    """Text with `&`, `<`, `>` and quotes replaced."""
    s = s.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    if quote:
        s = s.replace('"', "&quot;").replace("'", "&#x27;")
    return s


_WINDOWS = dict(zip(range(0x80, 0xA0), bytes(range(0x80, 0xA0)).decode("latin-1")))
_WINDOWS.update(zip(
    (0x80, *range(0x82, 0x8D), 0x8E, *range(0x91, 0x9D), 0x9E, 0x9F),
    "€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ",
))


def _replace_charref(found):
    text = found[1]
    if text[0] == "#":
        number = int(text[2:].rstrip(";"), 16) if text[1] in "xX" else int(text[1:].rstrip(";"))
        if number == 0:
            return "\ufffd"
        if number == 0x0D:
            return "\r"
        if number in _WINDOWS:
            return _WINDOWS[number]
        if 0xD800 <= number <= 0xDFFF or number > 0x10FFFF:
            return "\ufffd"
        if number < 0x20 and number not in (9, 10, 12) or 0x7F <= number < 0xA0 or 0xFDD0 <= number <= 0xFDEF:
            return ""
        if number & 0xFFFE == 0xFFFE or number == 0x0B:
            return ""
        return chr(number)
    # Two thousand names: whoever only escapes need not wait for them.
    from html.entities import html5 as _names

    if text in _names:
        return _names[text]
    # Some names need no semicolon: the longest of them that the text begins with.
    for end in range(len(text) - 1, 1, -1):
        if text[:end] in _names:
            return _names[text[:end]] + text[end:]
    return "&" + text


_charref = _re.compile(r"&(#[0-9]+;?|#[xX][0-9a-fA-F]+;?|[^\t\n\f <&#;]{1,32};?)")


def unescape(s):
    """Text with character references replaced."""
    return _charref.sub(_replace_charref, s) if "&" in s else s
