"""What the modules of `encodings` hold: the functions and the classes of the encoding that each is named after."""

import codecs

# What converts between bytes has functions by these names.
_FUNCTIONS = {"base64_codec": "base64", "bz2_codec": "bz2", "hex_codec": "hex", "quopri_codec": "quopri",
              "uu_codec": "uu", "zlib_codec": "zlib"}
_UNICODE = ("utf_7", "utf_8", "utf_8_sig", "utf_16", "utf_16_le", "utf_16_be", "utf_32", "utf_32_le", "utf_32_be")


def fill(namespace, info=None):
    """Fills the module of an encoding, which is looked up if its entry in the registry is not given."""
    module = namespace["__name__"]
    name = module.rpartition(".")[2]
    if info is None:
        info = codecs.lookup(name)
    classes = {"IncrementalEncoder": info.incrementalencoder, "IncrementalDecoder": info.incrementaldecoder,
               "StreamReader": info.streamreader, "StreamWriter": info.streamwriter}
    if name in _UNICODE:
        namespace.update(encode=info.encode, decode=info.decode)
    else:
        classes["Codec"] = type("Codec", (codecs.Codec,), {
            "encode": lambda self, input, errors="strict": info.encode(input, errors),
            "decode": lambda self, input, errors="strict": info.decode(input, errors)})
    for shown, value in classes.items():
        if value is not None:
            value.__module__, value.__qualname__ = module, shown
    namespace.update(classes)
    if name in _FUNCTIONS:
        shown = _FUNCTIONS[name]
        namespace.update({shown + "_encode": info.encode, shown + "_decode": info.decode})

    def getregentry():
        """What codecs.lookup() finds."""
        return info

    getregentry.__module__, getregentry.__qualname__ = module, "getregentry"
    namespace["getregentry"] = getregentry


def fill_table(namespace):
    """Fills the module of an encoding of one byte a character."""
    fill(namespace)
    table = bytes(range(256)).decode(namespace["__name__"].rpartition(".")[2], "replace").replace("\ufffd", "\ufffe")
    namespace.update(decoding_table=table, encoding_table=codecs.charmap_build(table))
