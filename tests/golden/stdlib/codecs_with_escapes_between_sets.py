"""Encodings whose escapes say what the bytes after them mean: ISO 2022 and HZ; and Johab, which numbers letters."""

import codecs
import io

TEXTS = {
    "hz": "ASCII ~ 汉字\n字~",
    "iso2022_jp": "かな kana\n漢字¥‾",
    "iso2022_jp_1": "漢字と丂",
    "iso2022_jp_2": "漢字, 字体, 한글",
    "iso2022_jp_ext": "ｶﾅと漢字",
    "iso2022_kr": "한글과 漢字\n한",
    "johab": "한글 ㄱㅏㄳ 漢字 뷁",
}

for name, text in TEXTS.items():
    data = text.encode(name)
    print(name, data, data.decode(name) == text, codecs.lookup(name).name)
    encoder, decoder = codecs.getincrementalencoder(name)(), codecs.getincrementaldecoder(name)()
    pieces = [encoder.encode(character) for character in text] + [encoder.encode("", True)]
    print(" ", b"".join(pieces) == data, [decoder.decode(bytes([byte])) for byte in data], decoder.decode(b"", True) == "")
    print(" ", io.TextIOWrapper(io.BytesIO(data), name).read() == text)
    print(" ", codecs.getreader(name)(io.BytesIO(data)).read() == text)
    for errors in "replace", "ignore", "xmlcharrefreplace", "backslashreplace":
        print(" ", "aé€\u0e01字b".encode(name, errors))

for name, data in [
    ("iso-2022-jp", b"\x1b$B4A;z\x1b(B plain \x1b(J\\~"),
    ("iso-2022-jp", b"\x1b$B4"), ("iso-2022-jp", b"\x1b$B\xff"), ("iso-2022-jp", b"\x1b$Q4A"), ("iso-2022-jp", b"\x1b"),
    ("iso-2022-jp", b"\x1b$B\x7e\x7e"), ("iso-2022-jp", b"\x1bx stays"), ("iso-2022-jp-2", b"\x1b.F\x1bNa\x1b.A\x1bNi"),
    ("csiso2022jp", b"\x1b&@\x1b$B4A"), ("iso-2022-kr", b"\x1b$)C\x0eGQ\n\x0eGQ\x0f"), ("iso-2022-kr", b"\x0eGQ"),
    ("hz-gb-2312", b"~{VP~}~~ ~\nx"), ("hz", b"~"), ("hz", b"~x"), ("hz", b"~{~~"), ("hz", b"~{V"), ("hz", b"\xff"),
    ("ms1361", b"\x88\x61\xd9\x31"), ("johab", b"\x88"), ("johab", b"\xff\xff"),
]:
    try:
        print(name, data, ascii(data.decode(name)))
    except UnicodeDecodeError as error:
        print(name, data, error, ascii(data.decode(name, "replace")))

for name in TEXTS:
    try:
        "\U0001f600".encode(name)
    except UnicodeEncodeError as error:
        print(error)
