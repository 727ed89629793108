"""Codecs: encodings by name, incremental ones, and the handlers of errors."""

import _codecs
import sys
from _codecs import escape_decode, register_error
from _natives import natives

BOM_UTF8 = b"\xef\xbb\xbf"
BOM_LE = BOM_UTF16_LE = BOM_UTF16 = BOM = b"\xff\xfe"
BOM_BE = BOM_UTF16_BE = b"\xfe\xff"
BOM_UTF32_LE = BOM_UTF32 = b"\xff\xfe\x00\x00"
BOM_UTF32_BE = b"\x00\x00\xfe\xff"
BOM32_LE, BOM32_BE, BOM64_LE, BOM64_BE = BOM_UTF16_LE, BOM_UTF16_BE, BOM_UTF32_LE, BOM_UTF32_BE

__all__ = ["register", "lookup", "open", "EncodedFile", "BOM", "BOM_BE", "BOM_LE", "BOM32_BE", "BOM32_LE", "BOM64_BE",
           "BOM64_LE", "BOM_UTF8", "BOM_UTF16", "BOM_UTF16_LE", "BOM_UTF16_BE", "BOM_UTF32", "BOM_UTF32_LE",
           "BOM_UTF32_BE", "CodecInfo", "Codec", "IncrementalEncoder", "IncrementalDecoder", "StreamReader",
           "StreamWriter", "StreamReaderWriter", "StreamRecoder", "getencoder", "getdecoder", "getincrementalencoder",
           "getincrementaldecoder", "getreader", "getwriter", "encode", "decode", "iterencode", "iterdecode",
           "strict_errors", "ignore_errors", "replace_errors", "xmlcharrefreplace_errors", "backslashreplace_errors",
           "namereplace_errors", "register_error", "lookup_error"]


class CodecInfo(tuple):
    """Codec details when looking up the codec registry."""

    _is_text_encoding = True

    def __new__(cls, encode, decode, streamreader=None, streamwriter=None, incrementalencoder=None,
                incrementaldecoder=None, name=None, *, _is_text_encoding=None):
        self = tuple.__new__(cls, (encode, decode, streamreader, streamwriter))
        self.name, self.encode, self.decode = name, encode, decode
        self.streamreader, self.streamwriter = streamreader, streamwriter
        self.incrementalencoder, self.incrementaldecoder = incrementalencoder, incrementaldecoder
        if _is_text_encoding is not None:
            self._is_text_encoding = _is_text_encoding
        return self

    def __getnewargs__(self):
        return tuple(self)

    def __repr__(self):
        return f"<codecs.CodecInfo object for encoding {self.name} at {id(self):#x}>"


class IncrementalEncoder:
    """The base of encoders that get their text piece by piece."""

    def __init__(self, errors="strict"):
        self.errors, self.buffer = errors, ""

    def encode(self, input, final=False):
        raise NotImplementedError

    def reset(self):
        pass

    def getstate(self):
        return 0

    def setstate(self, state):
        pass


class BufferedIncrementalEncoder(IncrementalEncoder):
    """An encoder that keeps what it cannot encode yet; subclasses have _buffer_encode()."""

    def _buffer_encode(self, input, errors, final):
        raise NotImplementedError

    def encode(self, input, final=False):
        text = self.buffer + input
        result, used = self._buffer_encode(text, self.errors, final)
        self.buffer = text[used:]
        return result

    def reset(self):
        self.buffer = ""

    def getstate(self):
        return self.buffer or 0

    def setstate(self, state):
        self.buffer = state or ""


class IncrementalDecoder:
    """The base of decoders that get their bytes piece by piece."""

    def __init__(self, errors="strict"):
        self.errors = errors

    def decode(self, input, final=False):
        raise NotImplementedError

    def reset(self):
        pass

    def getstate(self):
        return b"", 0

    def setstate(self, state):
        pass


class BufferedIncrementalDecoder(IncrementalDecoder):
    """A decoder that keeps what it cannot decode yet; subclasses have _buffer_decode()."""

    def __init__(self, errors="strict"):
        super().__init__(errors)
        self.buffer = b""

    def _buffer_decode(self, input, errors, final):
        raise NotImplementedError

    def decode(self, input, final=False):
        data = self.buffer + bytes(input)
        result, used = self._buffer_decode(data, self.errors, final)
        self.buffer = data[used:]
        return result

    def reset(self):
        self.buffer = b""

    def getstate(self):
        return self.buffer, 0

    def setstate(self, state):
        self.buffer = state[0]


class _TextEncoder(IncrementalEncoder):
    """The encoder of an encoding that the interpreter knows itself."""

    encoding = "utf-8"

    # Encodings that begin with a mark, what goes on without one, and the state in which the mark is still to come.
    _goes_on = {"utf-16": (f"utf-16-{sys.byteorder[0]}e", 2), "utf-32": (f"utf-32-{sys.byteorder[0]}e", 2),
                "utf-8-sig": ("utf-8", 1)}

    def __init__(self, errors="strict"):
        super().__init__(errors)
        self._begun = self.encoding not in self._goes_on

    def encode(self, input, final=False):
        encoding = self.encoding
        if self._begun:
            encoding = self._goes_on.get(encoding, (encoding,))[0]
        self._begun = self._begun or bool(input)
        return input.encode(encoding, self.errors)

    def reset(self):
        self._begun = self.encoding not in self._goes_on

    def getstate(self):
        return 0 if self._begun else self._goes_on[self.encoding][1]

    def setstate(self, state):
        self._begun = not state or self.encoding not in self._goes_on


class _TextDecoder(BufferedIncrementalDecoder):
    """The decoder of an encoding that the interpreter knows itself."""

    encoding = "utf-8"
    _settled = None

    # Encodings that begin with a mark, and what the marks say.
    _marks = {"utf-16": ((BOM_UTF16_LE, "utf-16-le"), (BOM_UTF16_BE, "utf-16-be")),
              "utf-32": ((BOM_UTF32_LE, "utf-32-le"), (BOM_UTF32_BE, "utf-32-be")),
              "utf-8-sig": ((BOM_UTF8, "utf-8"),)}

    def _buffer_decode(self, input, errors, final):
        skipped = 0
        if self._settled is None and self.encoding in self._marks:
            marks = self._marks[self.encoding]
            size = len(marks[0][0])
            if len(input) < size and any(mark.startswith(input) for mark, _ in marks) and not final:
                return "", 0
            if self.encoding != "utf-8-sig" and len(input) < size:
                return _decode_part(input, self.encoding, errors, final)
            for mark, name in marks:
                if input.startswith(mark):
                    self._settled, skipped = name, size
            if not skipped:
                if self.encoding != "utf-8-sig":
                    _decode_part(input, self.encoding, errors, final)
                    raise UnicodeDecodeError(self.encoding, input, 0, size, "Stream does not start with BOM")
                self._settled = "utf-8"
        text, used = _decode_part(input[skipped:], self._settled or self.encoding, errors, final)
        return text, used + skipped

    def reset(self):
        super().reset()
        self._settled = None

    def getstate(self):
        if self.encoding not in self._marks:
            return self.buffer, 0
        if self.encoding == "utf-8-sig":
            return self.buffer, int(self._settled is None)
        if self._settled is None:
            return self.buffer, 2
        return self.buffer, int(not self._settled.endswith(f"{sys.byteorder[0]}e"))

    def setstate(self, state):
        super().setstate(state)
        if self.encoding == "utf-8-sig":
            self._settled = None if state[1] else "utf-8"
        elif self.encoding in self._marks:
            order = (sys.byteorder[0], "b" if sys.byteorder == "little" else "l")
            self._settled = None if state[1] not in (0, 1) else f"{self.encoding}-{order[state[1]]}e"


# What is said of a character of which the end may still come.
_CUT_OFF = ("unexpected end", "truncated", "\\ at end of string", "malformed \\N", "incomplete multibyte")


def _decode_part(data, encoding, errors, final):
    """The text of bytes and how many were taken: not those of a character cut off at the end, unless final."""
    data = bytes(data)
    if final:
        return data.decode(encoding, errors), len(data)
    end = len(data)
    if encoding.startswith("raw") and (end - len(data.rstrip(b"\\"))) % 2:
        # Whether this backslash is one only what follows can tell.
        end -= 1
    pieces, at = [], 0
    while True:
        part = data[at:end]
        try:
            pieces.append(part.decode(encoding))
            return "".join(pieces), end
        except UnicodeDecodeError as error:
            start, stop, reason = error.start + at, error.end + at, error.reason
            # Two bytes of a surrogate in UTF-8: a handler may want the third.
            half = start + 2 == end and data[start] == 0xED and data[start + 1] >= 0xA0
            if stop == end and reason.startswith(_CUT_OFF) or half and encoding.startswith("utf-8"):
                pieces.append(data[at:start].decode(encoding))
                return "".join(pieces), start
            if errors == "strict":
                # What cannot be decoded in the same way is not decoded from the middle.
                data.decode(encoding, errors)
            pieces.append(data[at:start].decode(encoding))
            wrong = UnicodeDecodeError(error.encoding, data, start, stop, reason)
        piece, at = lookup_error(errors)(wrong)
        pieces.append(piece)
        at = at + len(data) if at < 0 else at


class Codec:
    """The base of codecs that programs write: encode and decode give what they made and how much they took."""

    def encode(self, input, errors="strict"):
        raise NotImplementedError

    def decode(self, input, errors="strict"):
        raise NotImplementedError


_searches = []
_found = {}
_text_codecs = {}


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
    # In errors these two are written without hyphens, as codecs with.
    name = {"unicodeescape": "unicode-escape", "rawunicodeescape": "raw-unicode-escape"}.get(name, name)
    return _text_codec(name)


def _normalized(encoding):
    """A name in small letters, with one underscore for what is neither letter nor digit nor dot."""
    pieces = "".join(letter if letter.isalnum() or letter == "." else " " for letter in encoding.lower()).split()
    return "_".join("".join(letter for letter in piece if letter.isascii()) for piece in pieces)


def _registered(encoding):
    """The codec of a name that the interpreter does not know itself."""
    key = _normalized(encoding)
    if key in _found:
        return _found[key]
    for search in (search_library, *_searches):
        info = search(key)
        if info is None:
            continue
        if not isinstance(info, tuple) or len(info) != 4:
            raise TypeError("codec search functions must return 4-tuples")
        _found[key] = info
        return info
    raise LookupError(f"unknown encoding: {encoding}")


def _text_codec(name):
    """The codec of an encoding that the interpreter knows itself."""
    if name not in _text_codecs:
        _text_codecs[name] = _made_text_codec(name)
    return _text_codecs[name]


def _made_text_codec(name):
    def encode_all(text, errors="strict"):
        return text.encode(name, errors), len(text)

    def decode_all(data, errors="strict"):
        if isinstance(data, str) and name.endswith("escape"):
            data = data.encode()
        return memoryview(data).tobytes().decode(name, errors), len(data)

    shown = {"latin-1": "iso8859-1"}.get(name, name)
    def decode_some(data, errors="strict"):
        return _decode_part(data, name, errors, False)

    parts = {"encode": staticmethod(encode_all), "decode": staticmethod(decode_some)}
    encoder = type("IncrementalEncoder", (_TextEncoder,), {"encoding": name})
    decoder = type("IncrementalDecoder", (_TextDecoder,), {"encoding": name})
    reader, writer = type("StreamReader", (StreamReader,), parts), type("StreamWriter", (StreamWriter,), parts)
    if name in _TextDecoder._marks:
        reader, writer = _with_state(reader, writer, encoder, decoder)
    return CodecInfo(encode_all, decode_all, reader, writer, encoder, decoder, shown)


def _with_state(reader, writer, encoder, decoder):
    """Streams of an encoding with a mark: what has been read or written tells how it goes on."""
    def decode(self, input, errors="strict"):
        if not hasattr(self, "_decoder"):
            self._decoder = decoder(errors)
        return self._decoder._buffer_decode(input, errors, False)

    def encode(self, input, errors="strict"):
        if not hasattr(self, "_encoder"):
            self._encoder = encoder(errors)
        return self._encoder.encode(input), len(input)

    def reset_reader(self):
        StreamReader.reset(self)
        vars(self).pop("_decoder", None)

    def reset_writer(self):
        vars(self).pop("_encoder", None)

    reader.decode, reader.reset, writer.encode, writer.reset = decode, reset_reader, encode, reset_writer
    return reader, writer


def _info(name, encode, decode, encoder=None, decoder=None, is_text=True):
    """The registry's entry for a pair of functions."""
    parts = {"encode": staticmethod(encode), "decode": staticmethod(decode)}
    return CodecInfo(encode, decode, type("StreamReader", (StreamReader,), parts),
                     type("StreamWriter", (StreamWriter,), parts), encoder, decoder, name, _is_text_encoding=is_text)


def encode(obj, encoding="utf-8", errors="strict"):
    """Encodes obj using the codec registered for encoding."""
    return _result(lookup(encoding)[0], obj, encoding, errors, "encod")


def decode(obj, encoding="utf-8", errors="strict"):
    """Decodes obj using the codec registered for encoding."""
    return _result(lookup(encoding)[1], obj, encoding, errors, "decod")


def _result(convert, value, encoding, errors, verb):
    """What a codec makes of a value. Its errors tell which codec it was."""
    try:
        result = convert(value, errors)
    except Exception as error:
        error.add_note(f"{verb}ing with '{encoding}' codec failed")
        raise
    if not isinstance(result, tuple) or len(result) != 2:
        raise TypeError(f"{verb}er must return a tuple (object, integer)")
    return result[0]


def _convert_text(value, encoding, errors, encodes):
    """What str.encode and bytes.decode do with an encoding that was registered."""
    info = _registered(encoding)
    if not getattr(info, "_is_text_encoding", True):
        instead = "codecs.encode()" if encodes else "codecs.decode()"
        raise LookupError(f"{encoding!r} is not a text encoding; use {instead} to handle arbitrary codecs")
    verb = "encod" if encodes else "decod"
    result = _result(info[0 if encodes else 1], value, encoding, errors, verb)
    wanted = bytes if encodes else str
    if not isinstance(result, wanted):
        raise TypeError(f"{encoding!r} {verb}er returned {type(result).__name__!r} instead of {wanted.__name__!r}; "
                        f"use codecs.{verb}e() to {verb}e to arbitrary types")
    return result


from _codec_streams import EncodedFile, StreamReader, StreamReaderWriter, StreamRecoder, StreamWriter
from _codec_pairs import *
from _codec_library import search_library


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


def iterencode(iterator, encoding, errors="strict", **kwargs):
    encoder = getincrementalencoder(encoding)(errors, **kwargs)
    for piece in iterator:
        if data := encoder.encode(piece):
            yield data
    if data := encoder.encode("", True):
        yield data


def iterdecode(iterator, encoding, errors="strict", **kwargs):
    decoder = getincrementaldecoder(encoding)(errors, **kwargs)
    for piece in iterator:
        if text := decoder.decode(piece):
            yield text
    if text := decoder.decode(b"", True):
        yield text


def open(filename, mode="r", encoding=None, errors="strict", buffering=-1):
    """Open a file whose contents are encoded; the lines' ends stay as they are."""
    import builtins
    if encoding is not None and "b" not in mode:
        mode += "b"
    file = builtins.open(filename, mode, buffering)
    if encoding is None:
        return file
    try:
        info = lookup(encoding)
        stream = StreamReaderWriter(file, info.streamreader, info.streamwriter, errors)
        stream.encoding = encoding
        return stream
    except:
        file.close()
        raise


def make_identity_dict(rng):
    """A mapping of each number to itself."""
    return {number: number for number in rng}


def make_encoding_map(decoding_map):
    """The inverse of a decoding map; what stands for several is left undefined."""
    inverse = {}
    for key, value in decoding_map.items():
        inverse[value] = None if value in inverse else key
    return inverse


def strict_errors(error, /):
    """Raise the error."""
    if not isinstance(error, Exception):
        raise TypeError("codec must pass exception instance")
    raise error


def _checked(error, *kinds):
    if not isinstance(error, kinds or UnicodeError):
        raise TypeError(f"don't know how to handle {type(error).__name__} in error callback")
    return error.object[error.start:error.end]


def ignore_errors(error, /):
    """Leave out what is wrong."""
    _checked(error)
    return "", error.end


def replace_errors(error, /):
    """Put a question mark, or what stands for one, in its place."""
    wrong = _checked(error)
    if isinstance(error, UnicodeEncodeError):
        return "?" * len(wrong), error.end
    return "\ufffd" * (1 if isinstance(error, UnicodeDecodeError) else len(wrong)), error.end


def backslashreplace_errors(error, /):
    """Put escapes in its place."""
    wrong = _checked(error)
    if isinstance(error, UnicodeDecodeError):
        return "".join(f"\\x{code:02x}" for code in wrong), error.end
    shown = (f"\\x{code:02x}" if code < 0x100 else f"\\u{code:04x}" if code < 0x10000 else f"\\U{code:08x}"
             for code in map(ord, wrong))
    return "".join(shown), error.end


def xmlcharrefreplace_errors(error, /):
    """Put references of XML in its place."""
    return "".join(f"&#{ord(character)};" for character in _checked(error, UnicodeEncodeError)), error.end


def namereplace_errors(error, /):
    """Put names in its place."""
    wrong = _checked(error, UnicodeEncodeError)
    return wrong.encode("ascii", "namereplace").decode("ascii"), error.end


def _surrogateescape(error, /):
    wrong = _checked(error)
    if isinstance(error, UnicodeEncodeError):
        if not all("\udc80" <= character <= "\udcff" for character in wrong):
            raise error
        return bytes(ord(character) - 0xDC00 for character in wrong), error.end
    count = next((count for count, code in enumerate(wrong) if code < 128), len(wrong))
    if not count:
        raise error
    return "".join(chr(0xDC00 + code) for code in wrong[:count]), error.start + count


_WIDTHS = {"utf-8": 3, "utf-16-le": 2, "utf-16-be": 2, "utf-32-le": 4, "utf-32-be": 4}


def _surrogatepass(error):
    """Converts surrogates as if they were characters."""
    width = _WIDTHS.get(error.encoding)
    if width and isinstance(error, UnicodeDecodeError):
        data = error.object[error.start:error.start + width]
        try:
            return data.decode(error.encoding, "surrogatepass"), error.start + len(data)
        except UnicodeDecodeError:
            raise error from None
    if width and isinstance(error, UnicodeEncodeError):
        part = error.object[error.start:error.end]
        return part.encode(error.encoding, "surrogatepass"), error.end
    if isinstance(error, UnicodeError):
        raise error
    raise TypeError(f"don't know how to handle {type(error).__name__} in error callback")


_HANDLERS = {"strict": strict_errors, "ignore": ignore_errors, "replace": replace_errors,
             "backslashreplace": backslashreplace_errors, "xmlcharrefreplace": xmlcharrefreplace_errors,
             "namereplace": namereplace_errors, "surrogateescape": _surrogateescape, "surrogatepass": _surrogatepass}


def lookup_error(name, /):
    """The handler of a name."""
    try:
        return _codecs.lookup_error(name)
    except LookupError:
        if name in _HANDLERS:
            return _HANDLERS[name]
        raise


natives(globals(), "backslashreplace_errors", "decode", "encode", "ignore_errors", "lookup", "lookup_error",
        "namereplace_errors", "register", "replace_errors", "strict_errors", "unregister", "xmlcharrefreplace_errors",
        module="_codecs")
