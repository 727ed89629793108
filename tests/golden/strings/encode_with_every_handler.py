"""strict, ignore, replace, backslashreplace, xmlcharrefreplace, namereplace and surrogate handlers."""
import codecs


def attempt(function):
    try:
        print(repr(function()))
    except Exception as error:
        print(type(error).__name__, error)

text = "aé€😀\udc80z"
for encoding in ("ascii", "latin-1", "utf-8", "cp1252"):
    for handler in ("strict", "ignore", "replace", "backslashreplace", "xmlcharrefreplace", "namereplace", "surrogateescape", "surrogatepass", "nope"):
        try:
            print(encoding, handler, text.encode(encoding, handler))
        except Exception as error:
            print(encoding, handler, type(error).__name__, ascii(str(error)))
codecs.register_error("test.stars", lambda error: ("*" * (error.end - error.start), error.end))
codecs.register_error("test.back", lambda error: ("<" + error.object[error.start:error.end].lower().replace("é", "e") + ">", error.end))
codecs.register_error("test.wrong", lambda error: 5)
codecs.register_error("test.far", lambda error: ("", 100))
attempt(lambda: "aéé€z".encode("ascii", "test.stars"))
attempt(lambda: "aéz".encode("ascii", "test.back"))
attempt(lambda: "aéz".encode("ascii", "test.wrong"))
attempt(lambda: "aéz".encode("ascii", "test.far"))
attempt(lambda: b"a\xffz".decode("ascii", "test.stars"))
attempt(lambda: b"a\xffz".decode("utf-8", "test.far"))
attempt(lambda: codecs.lookup_error("nope"))
attempt(lambda: codecs.register_error("x", 5))
