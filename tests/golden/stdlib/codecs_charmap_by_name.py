# The codec "charmap" has a table of its own or none.
import codecs

print("a\xe9\xff".encode("charmap"), b"a\xe9\xff".decode("charmap"), codecs.lookup("charmap").name)
try:
    "a\u0100".encode("charmap")
except UnicodeEncodeError as error:
    print(error)
print("a\u0100b".encode("charmap", "replace"), "a\u0100b".encode("charmap", "ignore"))
encoder = codecs.getincrementalencoder("charmap")
print(encoder().encode("ab"), encoder("strict", {97: 1, 98: b"xy"}).encode("ab"))
decoder = codecs.getincrementaldecoder("charmap")
print(decoder().decode(b"ab"), decoder("replace", {97: "q"}).decode(b"ab") == "q\ufffd")
