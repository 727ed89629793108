"""Objects into JSON texts.

The native `_json` encodes what is asked for as one text; `_Writer` gives the same text in chunks.
"""

try:
    from _json import encode_basestring as c_encode_basestring
    from _json import encode_basestring_ascii as c_encode_basestring_ascii
    from _json import make_encoder as c_make_encoder
except ImportError:
    c_encode_basestring = c_encode_basestring_ascii = c_make_encoder = None

INFINITY = float("inf")

_ESCAPES = {chr(code): f"\\u{code:04x}" for code in range(0x20)}
_ESCAPES |= {"\\": "\\\\", '"': '\\"', "\b": "\\b", "\f": "\\f", "\n": "\\n", "\r": "\\r", "\t": "\\t"}


def py_encode_basestring(s):
    """A text in quotes, only quotes, backslashes and control characters escaped."""
    return '"' + "".join([_ESCAPES.get(character, character) for character in s]) + '"'


def py_encode_basestring_ascii(s):
    """A text in quotes, everything that is not printable ASCII escaped."""
    return '"' + "".join([character if " " <= character <= "~" and character not in '"\\' else _escaped(character)
                          for character in s]) + '"'


def _escaped(character):
    code = ord(character)
    if character in _ESCAPES:
        return _ESCAPES[character]
    if code < 0x10000:
        return f"\\u{code:04x}"
    # Two surrogates.
    code -= 0x10000
    return f"\\u{0xD800 | code >> 10:04x}\\u{0xDC00 | code & 0x3FF:04x}"


encode_basestring = c_encode_basestring or py_encode_basestring
encode_basestring_ascii = c_encode_basestring_ascii or py_encode_basestring_ascii


class JSONEncoder:
    """Encodes dict, list, tuple, str, int, float, bool and None; what else there is goes through default()."""

    item_separator = ", "
    key_separator = ": "

    def __init__(self, *, skipkeys=False, ensure_ascii=True, check_circular=True, allow_nan=True, sort_keys=False,
                 indent=None, separators=None, default=None):
        self.skipkeys = skipkeys
        self.ensure_ascii = ensure_ascii
        self.check_circular = check_circular
        self.allow_nan = allow_nan
        self.sort_keys = sort_keys
        self.indent = indent
        if separators is not None:
            self.item_separator, self.key_separator = separators
        elif indent is not None:
            self.item_separator = ","
        if default is not None:
            self.default = default

    def default(self, o):
        """An object that can be encoded in the place of `o`; subclasses replace this."""
        raise TypeError(f"Object of type {type(o).__name__} is not JSON serializable")

    def encode(self, o):
        """The JSON text of an object."""
        if isinstance(o, str):
            return encode_basestring_ascii(o) if self.ensure_ascii else encode_basestring(o)
        chunks = self.iterencode(o, _one_shot=True)
        return "".join(chunks)

    def iterencode(self, o, _one_shot=False):
        """The JSON text of an object in chunks."""
        text = encode_basestring_ascii if self.ensure_ascii else encode_basestring
        if _one_shot and c_make_encoder is not None:
            markers = {} if self.check_circular else None
            indent = " " * self.indent if isinstance(self.indent, int) else self.indent
            return c_make_encoder(markers, self.default, text, indent, self.key_separator, self.item_separator,
                                  self.sort_keys, self.skipkeys, self.allow_nan)(o, 0)
        return _Writer(self, text).value(o)


class _Writer:
    """Gives the chunks of a text one by one: what a chunk is made of is looked at when it is asked for.

    `before` is what stands between the last chunk and a value: it is joined with a simple value and is a chunk of
    its own before a container.
    """

    def __init__(self, encoder, text):
        self._encoder = encoder
        self._text = text
        # Containers that are being written.
        self._open = set() if encoder.check_circular else None
        indent = encoder.indent
        self._indent = " " * indent if isinstance(indent, int) else indent

    def value(self, o, before="", level=0):
        simple = self._simple(o)
        if simple is not None:
            yield before + simple
            return
        if before:
            yield before
        yield from self._compound(o, level)

    def _compound(self, o, level):
        if isinstance(o, (list, tuple)):
            write = self._array
        elif isinstance(o, dict):
            write = self._object
        else:
            write = self._default
        if self._open is None:
            yield from write(o, level)
            return
        if id(o) in self._open:
            raise ValueError("Circular reference detected")
        self._open.add(id(o))
        yield from write(o, level)
        self._open.remove(id(o))

    def _default(self, o, level):
        return self.value(self._encoder.default(o), "", level)

    def _simple(self, o):
        """The text of what is no container, None for the others."""
        if isinstance(o, str):
            return self._text(o)
        if o is None:
            return "null"
        if o is True:
            return "true"
        if o is False:
            return "false"
        if isinstance(o, int):
            # Enumerations and the like are written as the numbers that they are.
            return int.__repr__(o)
        return self._float(o) if isinstance(o, float) else None

    def _float(self, o):
        if o != o:
            text = "NaN"
        elif o in (INFINITY, -INFINITY):
            text = "Infinity" if o > 0 else "-Infinity"
        else:
            return float.__repr__(o)
        if not self._encoder.allow_nan:
            raise ValueError(f"Out of range float values are not JSON compliant: {o!r}")
        return text

    def _newline(self, level):
        return "" if self._indent is None else "\n" + self._indent * level

    def _array(self, items, level):
        if not items:
            yield "[]"
            return
        newline = self._newline(level + 1)
        before, after = "[" + newline, self._encoder.item_separator + newline
        for item in items:
            simple = self._simple(item)
            if simple is None:
                yield before
                yield from self._compound(item, level + 1)
            else:
                yield before + simple
            before = after
        yield from self._close("]", level)

    def _object(self, mapping, level):
        if not mapping:
            yield "{}"
            return
        encoder = self._encoder
        newline = self._newline(level + 1)
        yield "{"
        if newline:
            yield newline
        before, after = "", encoder.item_separator + newline
        for key, value in sorted(mapping.items()) if encoder.sort_keys else mapping.items():
            name = self._key(key)
            if name is None:
                continue
            if before:
                yield before
            yield self._text(name)
            yield encoder.key_separator
            simple = self._simple(value)
            if simple is None:
                yield from self._compound(value, level + 1)
            else:
                yield simple
            before = after
        yield from self._close("}", level)

    def _key(self, key):
        """The text that a key is written as, None for one to be skipped."""
        if isinstance(key, str):
            return key
        text = self._simple(key)
        if text is None and not self._encoder.skipkeys:
            raise TypeError(f"keys must be str, int, float, bool or None, not {type(key).__name__}")
        return text

    def _close(self, bracket, level):
        newline = self._newline(level)
        if newline:
            yield newline
        yield bracket
