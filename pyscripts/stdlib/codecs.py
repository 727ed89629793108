"""Codecs: encodings by name, incremental ones, and the handlers of errors."""

import _codecs
from _codecs import decode, encode, escape_decode, lookup_error, register_error

BOM_UTF8 = b"\xef\xbb\xbf"
BOM_LE = BOM_UTF16_LE = BOM_UTF16 = BOM = b"\xff\xfe"
BOM_BE = BOM_UTF16_BE = b"\xfe\xff"
BOM_UTF32_LE = BOM_UTF32 = b"\xff\xfe\x00\x00"
BOM_UTF32_BE = b"\x00\x00\xfe\xff"


class CodecInfo(tuple):
    """Codec details when looking up the codec registry."""

    def __new__(cls, encode, decode, streamreader=None, streamwriter=None, incrementalencoder=None,
                incrementaldecoder=None, name=None):
        self = tuple.__new__(cls, (encode, decode, streamreader, streamwriter))
        self.name, self.encode, self.decode = name, encode, decode
        self.streamreader, self.streamwriter = streamreader, streamwriter
        self.incrementalencoder, self.incrementaldecoder = incrementalencoder, incrementaldecoder
        return self

    def __repr__(self):
        return f"<codecs.CodecInfo object for encoding {self.name} at {id(self):#x}>"


class IncrementalEncoder:
    """Encodes text piece by piece."""

    encoding = "utf-8"

    def __init__(self, errors="strict"):
        self.errors = errors

    def encode(self, text, final=False):
        return text.encode(self.encoding, self.errors)

    def reset(self):
        pass


class IncrementalDecoder:
    """Decodes bytes piece by piece: what is cut off at the end waits for the next piece."""

    encoding = "utf-8"

    def __init__(self, errors="strict"):
        self.errors, self._waiting = errors, b""

    def decode(self, data, final=False):
        data = self._waiting + bytes(data)
        self._waiting = b""
        if not final:
            try:
                return data.decode(self.encoding)
            except UnicodeDecodeError as error:
                if error.end == len(data) and len(data) - error.start < 4 and (
                    "unexpected end" in error.reason or "truncated" in error.reason
                ):
                    data, self._waiting = data[:error.start], data[error.start:]
        return data.decode(self.encoding, self.errors)

    def reset(self):
        self._waiting = b""


def lookup(encoding):
    """Looks up a codec tuple in the Python codec registry and returns it."""
    name = _codecs._name(encoding)

    def encode_all(text, errors="strict"):
        return text.encode(name, errors), len(text)

    def decode_all(data, errors="strict"):
        return bytes(data).decode(name, errors), len(data)

    shown = {"latin-1": "iso8859-1"}.get(name, name)
    return CodecInfo(encode_all, decode_all, None, None,
                     type("IncrementalEncoder", (IncrementalEncoder,), {"encoding": name}),
                     type("IncrementalDecoder", (IncrementalDecoder,), {"encoding": name}), shown)


def getencoder(encoding):
    return lookup(encoding).encode


def getdecoder(encoding):
    return lookup(encoding).decode


def getincrementalencoder(encoding):
    return lookup(encoding).incrementalencoder


def getincrementaldecoder(encoding):
    return lookup(encoding).incrementaldecoder


def iterencode(iterator, encoding, errors="strict"):
    encoder = getincrementalencoder(encoding)(errors)
    for piece in iterator:
        if data := encoder.encode(piece):
            yield data


def iterdecode(iterator, encoding, errors="strict"):
    decoder = getincrementaldecoder(encoding)(errors)
    for piece in iterator:
        if text := decoder.decode(piece):
            yield text
    if text := decoder.decode(b"", True):
        yield text


def open(filename, mode="r", encoding=None, errors="strict", buffering=-1):
    import builtins
    if encoding is None:
        return builtins.open(filename, mode, buffering)
    return builtins.open(filename, mode.replace("b", ""), buffering, encoding, errors, "")


def _replacement(handler):
    def replace(error):
        if isinstance(error, UnicodeEncodeError):
            text = error.object[error.start:error.end].encode("ascii", handler).decode("ascii")
        else:
            text = error.object[error.start:error.end].decode("ascii", handler)
        return text, error.end
    return replace


def strict_errors(error):
    raise error


ignore_errors, replace_errors = _replacement("ignore"), _replacement("replace")
backslashreplace_errors = _replacement("backslashreplace")
xmlcharrefreplace_errors, namereplace_errors = _replacement("xmlcharrefreplace"), _replacement("namereplace")
