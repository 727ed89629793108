"""The codecs that are modules of encodings, and those that do not convert between text and bytes."""

import codecs


# Encodings with a state, and Johab, which is read in the same way.
_STATEFUL = ("hz", "iso2022_jp", "iso2022_jp_1", "iso2022_jp_2", "iso2022_jp_ext", "iso2022_kr", "johab")


def search_library(name):
    """The codec of a name, or None."""
    from encodings.aliases import aliases
    name = name.replace("-", "_")
    name = aliases.get(name, name)
    if name in ("utf_7", "punycode", "idna", "charmap"):
        import importlib
        return importlib.import_module("encodings." + name).getregentry()
    if name in _STATEFUL:
        from _codec_stateful import entry
        if name.startswith("iso"):
            from _codec_iso2022 import scheme
            return entry(scheme(name))
        return entry(__import__("_codec_" + name))
    if name == "rot_13":
        letters = "abcdefghijklmnopqrstuvwxyz"
        table = {ord(letter): other for letters in (letters, letters.upper())
                 for letter, other in zip(letters, letters[13:] + letters[:13])}
        rotate = lambda text, errors="strict": (str.translate(text, table), len(text))
        return _info("rot-13", rotate, rotate)
    if name == "undefined":
        def refuse(input, errors="strict"):
            raise UnicodeError("undefined encoding")
        return _info(name, refuse, refuse, is_text=None)
    if name in ("hex_codec", "quopri_codec"):
        import binascii
        if name == "hex_codec":
            return _pair("hex", binascii.b2a_hex, binascii.a2b_hex)
        return _pair("quopri", lambda data: binascii.b2a_qp(data, quotetabs=True), binascii.a2b_qp)
    if name == "base64_codec":
        import base64
        return _pair("base64", base64.encodebytes, base64.decodebytes)
    if name == "uu_codec":
        return _info("uu", _uu_encode, _uu_decode)
    if name in ("zlib_codec", "bz2_codec"):
        return _compressing(__import__(name.removesuffix("_codec")))
    return None


def _info(name, encode, decode, is_text=False, encoder=None, decoder=None):
    """The registry's entry for a pair of functions."""
    parts = {"encode": staticmethod(encode), "decode": staticmethod(decode)}
    reader = type("StreamReader", (codecs.StreamReader,), dict(parts))
    if is_text is False and name != "rot-13":
        reader.charbuffertype = bytes
    writer = type("StreamWriter", (codecs.StreamWriter,), parts)
    encoder = encoder or type("IncrementalEncoder", (codecs.IncrementalEncoder,), {
        "encode": lambda self, data, final=False: encode(data, self.errors)[0]})
    decoder = decoder or type("IncrementalDecoder", (codecs.IncrementalDecoder,), {
        "decode": lambda self, data, final=False: decode(data, self.errors)[0]})
    return codecs.CodecInfo(encode, decode, reader, writer, encoder, decoder, name, _is_text_encoding=is_text)


def _pair(name, encodes, decodes):
    """The codec of functions that make bytes of bytes."""
    def encode(input, errors="strict"):
        assert errors == "strict"
        return encodes(input), len(input)

    def decode(input, errors="strict"):
        assert errors == "strict"
        return decodes(input), len(input)

    return _info(name, encode, decode)


def _compressing(module):
    """The codec of a module that compresses."""
    if module.__name__ == "zlib":
        compressor, decompressor = module.compressobj, module.decompressobj
    else:
        compressor, decompressor = module.BZ2Compressor, module.BZ2Decompressor

    class IncrementalEncoder(codecs.IncrementalEncoder):
        def __init__(self, errors="strict"):
            assert errors == "strict"
            self.errors = errors
            self.reset()

        def encode(self, input, final=False):
            data = self.compressobj.compress(input)
            return data + self.compressobj.flush() if final else data

        def reset(self):
            self.compressobj = compressor()

    class IncrementalDecoder(codecs.IncrementalDecoder):
        def __init__(self, errors="strict"):
            assert errors == "strict"
            self.errors = errors
            self.reset()

        def decode(self, input, final=False):
            data = self.decompressobj.decompress(input)
            return data + self.decompressobj.flush() if final and module.__name__ == "zlib" else data

        def reset(self):
            self.decompressobj = decompressor()

    info = _pair(module.__name__, module.compress, module.decompress)
    return _info(module.__name__, info.encode, info.decode, False, IncrementalEncoder, IncrementalDecoder)


def _uu_encode(input, errors="strict", filename="<data>", mode=0o666):
    assert errors == "strict"
    from binascii import b2a_uu
    filename = filename.replace("\n", "\\n").replace("\r", "\\r")
    data = bytes(input)
    lines = [b2a_uu(data[at:at + 45]) for at in range(0, len(data), 45)]
    return b"begin %o %s\n%s \nend\n" % (mode & 0o777, filename.encode("ascii"), b"".join(lines)), len(input)


def _uu_decode(input, errors="strict"):
    assert errors == "strict"
    from binascii import Error, a2b_uu
    lines = iter(bytes(input).splitlines(True))
    if not any(line.startswith(b"begin") for line in lines):
        raise ValueError('Missing "begin" line in input data')
    pieces = []
    for line in lines:
        if line == b"end\n":
            return b"".join(pieces), len(input)
        try:
            pieces.append(a2b_uu(line))
        except Error:
            # Lines of some encoders are longer than they say.
            count = (((line[0] - 32) & 63) * 4 + 5) // 3
            pieces.append(a2b_uu(line[:count]))
    raise ValueError("Truncated input data")
