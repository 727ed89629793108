# The handlers of errors are functions that a program can call.
import codecs

wrong = UnicodeEncodeError("ascii", "a\xe4\u20acb", 1, 3, "why"), UnicodeDecodeError("utf-8", b"a\xff\xfeb", 1, 3,
    "why")
for name in "strict", "ignore", "replace", "backslashreplace", "xmlcharrefreplace", "namereplace", "surrogateescape":
    handler = codecs.lookup_error(name)
    for error in wrong:
        try:
            print(name, ascii(handler(error)))
        except Exception as raised:
            print(name, type(raised).__name__, raised)
try:
    codecs.ignore_errors(ValueError())
except TypeError as error:
    print(error)
