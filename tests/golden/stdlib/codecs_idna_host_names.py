# Names of hosts in other scripts, label by label.
import encodings.idna

for name in ["", "example.com", "b\xfccher.example", "B\xfccher.de", "\u65e5\u672c\u8a9e\u3002jp", "a..b", ".a", "a.",
             "x" * 63, "x" * 64, "stra\xdfe.de", "\ufb01.com", "ex\xadample.com", "\u0627b.com", "xn--\xe9"]:
    try:
        print(ascii(name), name.encode("idna"))
    except UnicodeError as error:
        print(ascii(name), error)
for name in [b"xn--bcher-kva.example", b"XN--BCHER-KVA.example", b"abc.", b"a..b", b"\xff.com", b"xn--99999999.com"]:
    try:
        print(name, ascii(name.decode("idna")))
    except UnicodeError as error:
        print(name, error)
print(encodings.idna.ToASCII("b\xfccher"), encodings.idna.nameprep("B\xdcCHER"),
    encodings.idna.ToUnicode("xn--bcher-kva"))
