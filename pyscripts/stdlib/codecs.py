"""Codecs: encodings by name, incremental ones, and the handlers of errors."""

import _codecs
import sys
from _codecs import escape_decode, lookup_error, register_error

BOM_UTF8 = b"\xef\xbb\xbf"
BOM_LE = BOM_UTF16_LE = BOM_UTF16 = BOM = b"\xff\xfe"
BOM_BE = BOM_UTF16_BE = b"\xfe\xff"
BOM_UTF32_LE = BOM_UTF32 = b"\xff\xfe\x00\x00"
BOM_UTF32_BE = b"\x00\x00\xfe\xff"


class CodecInfo(tuple):
    """Codec details when looking up the codec registry."""

    def __new__(cls, encode, decode, streamreader=None, streamwriter=None, incrementalencoder=None,
                incrementaldecoder=None, name=None, *, _is_text_encoding=True):
        self = tuple.__new__(cls, (encode, decode, streamreader, streamwriter))
        self.name, self.encode, self.decode = name, encode, decode
        self.streamreader, self.streamwriter = streamreader, streamwriter
        self.incrementalencoder, self.incrementaldecoder = incrementalencoder, incrementaldecoder
        self._is_text_encoding = _is_text_encoding
        return self

    def __repr__(self):
        return f"<codecs.CodecInfo object for encoding {self.name} at {id(self):#x}>"


class IncrementalEncoder:
    """Encodes text piece by piece."""

    encoding = "utf-8"

    # Encodings that begin with a mark, and what goes on without one.
    _goes_on = {"utf-16": f"utf-16-{sys.byteorder[0]}e", "utf-32": f"utf-32-{sys.byteorder[0]}e", "utf-8-sig": "utf-8"}

    def __init__(self, errors="strict"):
        self.errors, self._begun = errors, False

    def encode(self, text, final=False):
        encoding = self._goes_on.get(self.encoding, self.encoding) if self._begun else self.encoding
        self._begun = self._begun or bool(text)
        return text.encode(encoding, self.errors)

    def reset(self):
        self._begun = False

    def getstate(self):
        return int(self._begun)

    def setstate(self, state):
        self._begun = bool(state)


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

    def getstate(self):
        return self._waiting, 0

    def setstate(self, state):
        self._waiting = state[0]


class Codec:
    """The base of codecs that programs write: encode and decode give what they made and how much they took."""

    def encode(self, input, errors="strict"):
        raise NotImplementedError

    def decode(self, input, errors="strict"):
        raise NotImplementedError


_searches = []
_found = {}


def register(search_function, /):
    """Register a codec search function: it gets a name and returns a CodecInfo or None."""
    if not callable(search_function):
        raise TypeError("argument must be callable")
    _searches.append(search_function)


def unregister(search_function, /):
    """Unregister a codec search function and clear the registry's cache."""
    if search_function in _searches:
        _searches.remove(search_function)
        _found.clear()


def lookup(encoding, /):
    """Looks up a codec tuple in the Python codec registry and returns it."""
    try:
        name = _codecs._name(encoding)
    except LookupError:
        return _registered(encoding)
    return _text_codec(name)


def _registered(encoding):
    """The codec of a name that the interpreter does not know itself."""
    key = encoding.lower().replace(" ", "_")
    if key in _found:
        return _found[key]
    for search in (_search_library, *_searches):
        info = search(key)
        if info is None:
            continue
        if not isinstance(info, tuple) or len(info) != 4:
            raise TypeError("codec search functions must return 4-tuples")
        _found[key] = info
        return info
    raise LookupError(f"unknown encoding: {encoding}")


def _text_codec(name):
    def encode_all(text, errors="strict"):
        return text.encode(name, errors), len(text)

    def decode_all(data, errors="strict"):
        return bytes(data).decode(name, errors), len(data)

    shown = {"latin-1": "iso8859-1"}.get(name, name)
    parts = {"encode": staticmethod(encode_all), "decode": staticmethod(decode_all)}
    return CodecInfo(encode_all, decode_all, type("StreamReader", (StreamReader,), parts),
                     type("StreamWriter", (StreamWriter,), parts),
                     type("IncrementalEncoder", (IncrementalEncoder,), {"encoding": name}),
                     type("IncrementalDecoder", (IncrementalDecoder,), {"encoding": name}), shown)


def _search_library(name):
    """The codecs that do not convert between text and bytes."""
    name = name.replace("-", "_")
    name = {"rot13": "rot_13", "hex": "hex_codec", "base64": "base64_codec", "base_64": "base64_codec",
            "zip": "zlib_codec", "zlib": "zlib_codec", "quopri": "quopri_codec"}.get(name, name)
    if name == "rot_13":
        letters = "abcdefghijklmnopqrstuvwxyz"
        table = {ord(letter): other for letters in (letters, letters.upper())
                 for letter, other in zip(letters, letters[13:] + letters[:13])}
        encode_all = decode_all = lambda text, errors="strict": (text.translate(table), len(text))
        name = "rot13"
    elif name == "hex_codec":
        import binascii
        encode_all = lambda data, errors="strict": (binascii.b2a_hex(data), len(data))
        decode_all = lambda data, errors="strict": (binascii.a2b_hex(data), len(data))
        name = "hex"
    elif name == "base64_codec":
        import base64
        encode_all = lambda data, errors="strict": (base64.encodebytes(data), len(data))
        decode_all = lambda data, errors="strict": (base64.decodebytes(data), len(data))
        name = "base64"
    elif name == "zlib_codec":
        try:
            import zlib
        except ImportError:
            return None
        encode_all = lambda data, errors="strict": (zlib.compress(data), len(data))
        decode_all = lambda data, errors="strict": (zlib.decompress(data), len(data))
        name = "zlib"
    else:
        return None
    return CodecInfo(encode_all, decode_all, name=name, _is_text_encoding=False)


def encode(obj, encoding="utf-8", errors="strict"):
    """Encodes obj using the codec registered for encoding."""
    return lookup(encoding).encode(obj, errors)[0]


def decode(obj, encoding="utf-8", errors="strict"):
    """Decodes obj using the codec registered for encoding."""
    return lookup(encoding).decode(obj, errors)[0]


def _convert_text(value, encoding, errors, encodes):
    """What str.encode and bytes.decode do with an encoding that was registered."""
    info = _registered(encoding)
    if not getattr(info, "_is_text_encoding", True):
        instead = "codecs.encode()" if encodes else "codecs.decode()"
        raise LookupError(f"{encoding!r} is not a text encoding; use {instead} to handle arbitrary codecs")
    result = info[0 if encodes else 1](value, errors)
    if not isinstance(result, tuple) or len(result) != 2:
        raise TypeError(f"{'encoder' if encodes else 'decoder'} must return a tuple (object, integer)")
    wanted = bytes if encodes else str
    if not isinstance(result[0], wanted):
        raise TypeError(f"{encoding!r} {'encoder' if encodes else 'decoder'} returned {type(result[0]).__name__!r} "
                        f"instead of {wanted.__name__!r}; use codecs.{'encode' if encodes else 'decode'}() to "
                        f"{'encode' if encodes else 'decode'} to arbitrary types")
    return result[0]


class StreamWriter(Codec):
    """Writes text to a stream of bytes."""

    def __init__(self, stream, errors="strict"):
        self.stream, self.errors = stream, errors

    def write(self, object):
        self.stream.write(self.encode(object, self.errors)[0])

    def writelines(self, list):
        self.write("".join(list))

    def reset(self):
        pass

    def __getattr__(self, name):
        return getattr(self.stream, name)

    def __enter__(self):
        return self

    def __exit__(self, kind, value, traceback):
        self.stream.close()


class StreamReader(Codec):
    """Reads text from a stream of bytes."""

    def __init__(self, stream, errors="strict"):
        self.stream, self.errors = stream, errors

    def read(self, size=-1, chars=-1, firstline=False):
        data = self.stream.read() if size is None or size < 0 else self.stream.read(size)
        return self.decode(data, self.errors)[0]

    def readline(self, size=None, keepends=True):
        line = self.decode(self.stream.readline(), self.errors)[0]
        return line if keepends else line.rstrip("\r\n")

    def readlines(self, sizehint=None, keepends=True):
        return self.read().splitlines(keepends)

    def reset(self):
        pass

    def __iter__(self):
        return self

    def __next__(self):
        line = self.readline()
        if not line:
            raise StopIteration
        return line

    def __getattr__(self, name):
        return getattr(self.stream, name)

    def __enter__(self):
        return self

    def __exit__(self, kind, value, traceback):
        self.stream.close()


def getreader(encoding):
    return lookup(encoding).streamreader


def getwriter(encoding):
    return lookup(encoding).streamwriter


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
