"""Codecs: encodings by name, incremental ones, and the handlers of errors."""

import sys
from _codecs import escape_decode, register_error

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


from _codec_registry import (
    _convert_text, _info, _with_state, backslashreplace_errors, decode, encode, ignore_errors, lookup, lookup_error,
    namereplace_errors, register, replace_errors, strict_errors, unregister, xmlcharrefreplace_errors,
)
from _codec_streams import EncodedFile, StreamReader, StreamReaderWriter, StreamRecoder, StreamWriter
from _codec_pairs import *


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
