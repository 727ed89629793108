"""Values in a JSON text.

`make_scanner(context)` gives a function of a text and a place in it: the value that begins there and the place after
it. StopIteration with the place says that no value begins there. The native `_json` offers the same.
"""

try:
    from _json import make_scanner as c_make_scanner
except ImportError:
    c_make_scanner = None

__all__ = ["make_scanner"]

WHITESPACE = " \t\n\r"
_DIGITS = "0123456789"
_CONSTANTS = (("null", None), ("true", True), ("false", False))
_SPECIAL = ("NaN", "Infinity", "-Infinity")


def py_make_scanner(context):
    """A scanner with the options of a decoder."""
    strict, object_hook, pairs_hook = context.strict, context.object_hook, context.object_pairs_hook
    parse_float, parse_int = context.parse_float, context.parse_int
    # Equal keys become one object.
    memo = {}

    def value(text, index):
        character = text[index:index + 1]
        if character == '"':
            return scanstring(text, index + 1, strict)
        if character == "{":
            return json_object(text, index + 1)
        if character == "[":
            return array(text, index + 1)
        for name, constant in _CONSTANTS:
            if text.startswith(name, index):
                return constant, index + len(name)
        number, end = _number(text, index, parse_float, parse_int)
        if end > index:
            return number, end
        for name in _SPECIAL:
            if text.startswith(name, index):
                return context.parse_constant(name), index + len(name)
        raise StopIteration(index)

    def array(text, index):
        items = []
        index = skip(text, index)
        if text[index:index + 1] == "]":
            return items, index + 1
        while True:
            item, index = value(text, index)
            items.append(item)
            index, done = _after_item(text, index, "]", "array")
            if done:
                return items, index

    def json_object(text, index):
        pairs = []
        index = skip(text, index)
        if text[index:index + 1] == "}":
            return finished(pairs), index + 1
        while True:
            if text[index:index + 1] != '"':
                raise JSONDecodeError("Expecting property name enclosed in double quotes", text, index)
            key, index = scanstring(text, index + 1, strict)
            index = skip(text, index)
            if text[index:index + 1] != ":":
                raise JSONDecodeError("Expecting ':' delimiter", text, index)
            item, index = value(text, skip(text, index + 1))
            pairs.append((memo.setdefault(key, key), item))
            index, done = _after_item(text, index, "}", "object")
            if done:
                return finished(pairs), index

    def finished(pairs):
        if pairs_hook is not None:
            return pairs_hook(pairs)
        result = dict(pairs)
        return result if object_hook is None else object_hook(result)

    def scan_once(string, idx):
        if idx < 0:
            raise ValueError("idx cannot be negative")
        try:
            return value(string, idx)
        finally:
            memo.clear()

    return scan_once


def skip(text, index):
    """The place of the next character that is no white space."""
    while text[index:index + 1] and text[index] in WHITESPACE:
        index += 1
    return index


def _after_item(text, index, bracket, what):
    """The place of the next item and False, or the place after the bracket and True."""
    index = skip(text, index)
    character = text[index:index + 1]
    if character == bracket:
        return index + 1, True
    if character != ",":
        raise JSONDecodeError("Expecting ',' delimiter", text, index)
    comma = index
    index = skip(text, index + 1)
    if text[index:index + 1] == bracket:
        raise JSONDecodeError(f"Illegal trailing comma before end of {what}", text, comma)
    return index, False


def _number(text, start, parse_float, parse_int):
    """The number at `start` and the place after it, which is `start` if there is none."""
    index = start + (text[start:start + 1] == "-")
    if text[index:index + 1] == "0":
        index += 1
    else:
        whole = index
        index = _digits(text, index)
        if index == whole:
            return None, start
    end = index
    if text[end:end + 1] == ".":
        fraction = _digits(text, end + 1)
        end = fraction if fraction > end + 1 else end
    if text[end:end + 1] in ("e", "E"):
        first = end + 1 + (text[end + 1:end + 2] in ("+", "-"))
        exponent = _digits(text, first)
        end = exponent if exponent > first else end
    if end > index:
        return parse_float(text[start:end]), end
    return parse_int(text[start:index]), index


def _digits(text, index):
    while text[index:index + 1] and text[index] in _DIGITS:
        index += 1
    return index


make_scanner = c_make_scanner or py_make_scanner

# The decoder builds on this module and this one raises its errors.
from .decoder import JSONDecodeError, scanstring
