"""The registry of codecs and the handlers of errors."""

import _codecs
import codecs
from _natives import natives

__native_in_cpython__ = True

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
        name = None
    if name is None:
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
    from _codec_library import search_library
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
        return codecs._decode_part(data, name, errors, False)

    parts = {"encode": staticmethod(encode_all), "decode": staticmethod(decode_some)}
    encoder = type("IncrementalEncoder", (codecs._TextEncoder,), {"encoding": name})
    decoder = type("IncrementalDecoder", (codecs._TextDecoder,), {"encoding": name})
    reader = type("StreamReader", (codecs.StreamReader,), parts)
    writer = type("StreamWriter", (codecs.StreamWriter,), parts)
    if name in codecs._TextDecoder._marks:
        reader, writer = _with_state(reader, writer, encoder, decoder)
    return codecs.CodecInfo(encode_all, decode_all, reader, writer, encoder, decoder, shown)


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
        codecs.StreamReader.reset(self)
        vars(self).pop("_decoder", None)

    def reset_writer(self):
        vars(self).pop("_encoder", None)

    reader.decode, reader.reset, writer.encode, writer.reset = decode, reset_reader, encode, reset_writer
    return reader, writer


def _info(name, encode, decode, encoder=None, decoder=None, is_text=True):
    """The registry's entry for a pair of functions."""
    parts = {"encode": staticmethod(encode), "decode": staticmethod(decode)}
    reader = type("StreamReader", (codecs.StreamReader,), parts)
    writer = type("StreamWriter", (codecs.StreamWriter,), parts)
    return codecs.CodecInfo(encode, decode, reader, writer, encoder, decoder, name, _is_text_encoding=is_text)


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
