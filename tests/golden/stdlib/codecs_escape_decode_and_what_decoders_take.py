"""The decoders by the name of one encoding: what they take, and escapes in bytes."""
import codecs
import warnings

for name in ("unicode_escape", "raw_unicode_escape", "escape", "utf_8", "latin_1", "ascii", "utf_7", "utf_16", "charmap"):
    decode = getattr(codecs, name + "_decode")
    for value in ("a\\x41\\n", "\xe9\\u1234", "\\x", bytearray(b"a\\x41"), 5, memoryview(b"ab"), None):
        shown = "view" if isinstance(value, memoryview) else ascii(value)
        with warnings.catch_warnings(record=True) as told:
            warnings.simplefilter("always")
            try:
                print(name, shown, ascii(decode(value)), [str(one.message) for one in told])
            except Exception as error:
                print(name, shown, type(error).__name__, error)

for value in (b"plain", b"\\n\\t\\\\\\'\\\"\\a\\b\\f\\r\\v", b"\\101\\18\\7x\\1234", b"\\777\\400", b"line\\\nnext", b"\\d\\u1234\\N{DASH}\\ ",
              b"\\x4", b"a\\xzz", b"\\x41\\x4g", b"\\", b"ab\\", b"\xff\\xff", b""):
    for errors in ("strict", "ignore", "replace", "other"):
        with warnings.catch_warnings(record=True) as told:
            warnings.simplefilter("always")
            try:
                shown = codecs.escape_decode(value, errors)
            except Exception as error:
                shown = type(error).__name__, str(error)
        if errors == "strict" or b"x" in value:
            print(value, errors, shown, [(one.category.__name__, str(one.message)) for one in told])
