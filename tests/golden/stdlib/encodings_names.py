import encodings
from encodings.aliases import aliases

for name in ("UTF-8", "utf 8", "ISO8859-1", " x  y ", "a.b-c", b"latin-1", "ü-x", "__a__"):
    print(repr(name), encodings.normalize_encoding(name))
for name in ("utf8", "u8", "latin1", "l1", "646", "us_ascii", "windows_1252", "utf_16le", "rot13", "cp819"):
    print(name, aliases[name])
print(encodings.search_function("no such thing"), encodings.search_function("utf_8").name)
