import codecs
import io

print(codecs.lookup("UTF_8").name, codecs.lookup("latin1").name, codecs.lookup("U8").name, codecs.lookup("ascii").incrementaldecoder.__name__ != "")
for data, enc in ((b"a\xffb", "utf-8"), (b"\xe2\x82", "utf-8"), (b"\xed\xa0\x80", "utf-8"), (b"\xc0\x80", "utf-8"), (b"\x80abc", "ascii"), (b"a\x00b", "utf-16-le"), 
                  (b"\xf0\x9f\x98", "utf-8"), (b"\x00\x00\x11\x00", "utf-32-le"), (b"\xf5\x80", "utf-8"), (b"\\x4", "unicode_escape"), (b"\\N{x}", "unicode_escape")):
    for errors in ("strict", "replace", "ignore", "backslashreplace", "surrogateescape"):
        try:
            print(data, enc, errors, ascii(data.decode(enc, errors)))
        except (UnicodeDecodeError, LookupError) as error:
            print(data, enc, errors, error)
for text, enc in (("é€😀", "ascii"), ("€", "latin-1"), ("\ud800x", "utf-8"), ("\udcff", "utf-8"), ("a\U0001F600", "utf-16-be"), ("ż", "iso8859-1"), ("€", "cp1252")):
    for errors in ("strict", "replace", "ignore", "backslashreplace", "xmlcharrefreplace", "namereplace", "surrogateescape", "surrogatepass"):
        try:
            print(ascii(text), enc, errors, text.encode(enc, errors))
        except UnicodeEncodeError as error:
            print(ascii(text), enc, errors, error)
for args in (("x", "nope"), ("x", "utf-8", "nope"), ("é", "ascii", "nope")):
    try:
        print(args[0].encode(*args[1:]))
    except LookupError as error:
        print(error)
d = codecs.getincrementaldecoder("utf-8")()
print([d.decode(bytes([b])) for b in "aé€😀".encode()], d.getstate(), d.decode(b"\xe2"), d.getstate(), d.reset(), d.getstate())
try:
    d.decode(b"\xe2", final=True)
except UnicodeDecodeError as error:
    print(error)
e = codecs.getincrementalencoder("utf-16")()
print(e.encode("a"), e.encode("b"), e.reset(), e.encode("c"))
print(list(codecs.iterdecode([b"\xc3", b"\xa9x"], "utf-8")), list(codecs.iterencode(["a", "é"], "latin-1")), codecs.encode("hi", "rot13"), codecs.decode("uryyb", "rot_13"))
for name in ("hex", "base64", "hex_codec"):
    print(name, codecs.encode(b"data", name), codecs.decode(codecs.encode(b"data", name), name))
for call in (lambda: b"x".decode("hex"), lambda: "x".encode("rot13"), lambda: codecs.lookup("none"), lambda: codecs.decode(b"zz", "hex"), lambda: codecs.encode("x", "hex")):
    try:
        print(call())
    except Exception as error:
        print(type(error).__name__, str(error)[:90])
codecs.register_error("smile", lambda err: (":)" * (err.end - err.start), err.end))
codecs.register_error("bad", lambda err: 5)
codecs.register_error("back", lambda err: ("x", -1))
print("aéßb".encode("ascii", "smile"), b"a\xff\xfeb".decode("utf-8", "smile"), codecs.lookup_error("smile") is not None)
with codecs.open("f.txt", "w", "utf-16") as f:
    f.write("häl")
    f.writelines(["lo", "\n"])
print(open("f.txt", "rb").read()[:4], codecs.open("f.txt", encoding="utf-16").read())
r = codecs.getreader("utf-8")(io.BytesIO("één\ntwee\n".encode()))
print(r.readline(), r.read(2), list(r))
w = codecs.getwriter("latin-1")(raw := io.BytesIO(), "replace")
w.write("a€é")
print(raw.getvalue(), codecs.BOM_UTF8, codecs.BOM_UTF16_LE)


def search(name):
    if name == "shout":
        return codecs.CodecInfo(lambda s, e="strict": (s.upper().encode(), len(s)), lambda b, e="strict": (bytes(b).decode().lower(), len(b)), name="shout")


codecs.register(search)
print("abc".encode("shout"), b"ABC".decode("shout"), codecs.lookup("shout").name)
codecs.unregister(search)
try:
    "abc".encode("shout2")
except LookupError as error:
    print(error)
