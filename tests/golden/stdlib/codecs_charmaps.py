# Text and bytes by mappings of a program's own.
import codecs

table = "".join(map(chr, range(128))) + "\u20ac\ufffe" + "\u00e4" * 126
encoding = codecs.charmap_build(table)
print(codecs.charmap_decode(b"a\x80b", "strict", table), codecs.charmap_decode(b"\x81", "replace", table))
print(codecs.charmap_encode("a\u20ac", "strict", encoding), codecs.charmap_encode("x\u0107", "replace",
    {120: 65, 63: 46}))
print(codecs.charmap_decode(b"ab", "strict", {97: "xyz", 98: 0x20AC}),
    codecs.charmap_encode("ab", "ignore", {97: b"<>"}))
for attempt in [lambda: codecs.charmap_decode(b"\x81", "strict", table),
    lambda: codecs.charmap_encode("\u0107", "strict", {}),
                lambda: codecs.charmap_decode(b"a", "strict", {97: 1.5}),
                lambda: codecs.charmap_encode("a", "strict", {97: 300})]:
    try:
        print(attempt())
    except Exception as error:
        print(type(error).__name__, error)
print(codecs.make_identity_dict(range(3)), codecs.make_encoding_map({1: 2, 3: 2, 4: 5}))
