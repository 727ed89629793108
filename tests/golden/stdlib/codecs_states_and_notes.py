# States of incremental codecs, codecs that compress, and the notes on what a codec raised.
import codecs
import copy


def attempt(function, *arguments):
    try:
        return function(*arguments)
    except Exception as error:
        return type(error).__name__, str(error), getattr(error, "__notes__", None)


for name in ("utf-8", "utf-16", "utf-32", "utf-8-sig", "utf-16-be", "latin-1", "cp1252"):
    encoder = codecs.getincrementalencoder(name)()
    print(name, encoder.getstate(), encoder.encode("a"), encoder.getstate(), encoder.encode("b", True))
    encoder.reset()
    print(encoder.getstate())
    decoder = codecs.getincrementaldecoder(name)()
    states = [decoder.getstate()]
    for byte in "a\xe9".encode(name):
        states.append((decoder.decode(bytes([byte])), decoder.getstate()))
    print(states)

decoder = codecs.getincrementaldecoder("utf-16")()
for data in (b"\xfe", b"\xff", b"\0", b"a", b"b"):
    print(decoder.decode(data), decoder.getstate())
for state in ((b"", 0), (b"", 1), (b"\0", 1)):
    decoder.setstate(state)
    print(state, attempt(decoder.decode, b"a\0b\0"), decoder.getstate())
for name in ("utf-16", "utf-32"):
    print(attempt(codecs.getincrementaldecoder(name)().decode, b"abcdefgh"))
for name in ("unicode_escape", "raw_unicode_escape"):
    decoder = codecs.getincrementaldecoder(name)()
    print(name, [decoder.decode(bytes([byte])) for byte in b"a\\u00e9\\\\b\\U0001f600"])
decoder = codecs.getincrementaldecoder("utf-8")("replace")
print([decoder.decode(piece) for piece in (b"\xffa\xc3", b"\xa9\xc3", b"b\xe2\x82")], decoder.decode(b"", True))

for name in ("zlib", "bz2"):
    encoder, decoder = codecs.getincrementalencoder(name)(), codecs.getincrementaldecoder(name)()
    data = encoder.encode(b"spam" * 10) + encoder.encode(b"eggs", True)
    print(name, decoder.decode(data[:5]) + decoder.decode(data[5:], True))
print(codecs.encode(b"some data" * 9, "uu"), codecs.decode(codecs.encode(b"\0\xff" * 40, "uu"), "uu") == b"\0\xff" * 40)
for call in (("zz", "hex"), (b"begin 666 x\n", "uu"), (b"x", "undefined"), (b"\xff", "ascii")):
    print(call, attempt(codecs.decode, *call))

for function, arguments in (
    ("\xe9\u20ac".encode, ("cp437",)), ("\xe9".encode, ("ascii",)), ("\ud800".encode, ("utf-8",)),
    ("\ud800".encode, ("utf-16-le",)), ("\ud800".encode, ("utf_16",)), ("\u0100".encode, ("latin1",)),
    (b"\x81".decode, ("cp1252",)), (b"\xff".decode, ("utf-8",)), (b"\\x".decode, ("unicode-escape",)),
    (codecs.encode, ("\u0100", "latin1")), (codecs.encode, (b"a", "rot13")),
):
    print(attempt(function, *arguments))

info = codecs.lookup("utf-8")
print(copy.copy(info) == info, copy.copy(info).name, codecs.lookup("rot13").name, codecs.lookup("rot13")._is_text_encoding)
print(attempt(b"\xd8\x00\xdc\x00\x00".decode, "utf-16-be", "surrogatepass"))
print(ascii(b"\x00\xd8a\x00".decode("utf-16-le", "surrogatepass")))
print(attempt("\ud800".encode, "cp1252", "surrogatepass"))
codecs.register(lambda name: info if name == "aaa_8" else None)
print([attempt(codecs.lookup, name) == info for name in ("AAA-8", "aaa@8", "aaa---8", "aaa   8", "aaa\xe9\u20ac-8", "AAA.8")])
for name in ("utf-8", "utf-16-le", "utf-32-be"):
    data = "a\ud800b".encode(name, "surrogatepass")
    decoder = codecs.getincrementaldecoder(name)("surrogatepass")
    print(name, ascii("".join(decoder.decode(data[at:at + 1]) for at in range(len(data)))))
    decoder = codecs.getincrementaldecoder(name)("surrogateescape")
    print(ascii(attempt(decoder.decode, b"\xff" * 8 if name != "utf-8" else b"\xff\xc3")))
