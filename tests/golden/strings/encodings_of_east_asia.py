# The encodings of several bytes a character: whole tables as sums, and single cases with every handler.
import codecs
import zlib

NAMES = "gb2312 gbk gb18030 big5 cp950 shift_jis cp932 euc_jp euc_kr cp949".split()


def attempt(function, *arguments):
    try:
        return ascii(function(*arguments))
    except UnicodeError as error:
        return f"{error.start}-{error.end} {error.reason}"


for name in NAMES:
    total = 0
    for row in (*range(0xD8), *range(0xE0, 0x100)):
        text = "".join(map(chr, range(row << 8, (row + 1) << 8)))
        total = zlib.crc32(text.encode(name, "backslashreplace"), total)
    print(name, codecs.lookup(name).name, total)
    total = 0
    for first in range(0x80, 0x100):
        data = b"".join(bytes((first, second)) + b"\n" for second in range(0x100))
        total = zlib.crc32(data.decode(name, "replace").encode(), total)
    print(name, total)

for name in NAMES:
    for data in (b"a\x81", b"a\x81 b", b"\xff", b"\xa0\xa0", b"\x8f\xa2\xb7", b"\x8e\xb1", b"\x810\x81", b"\x8410\x82"):
        print(name, data, [attempt(data.decode, name, errors)
                           for errors in ("strict", "replace", "ignore", "backslashreplace", "surrogateescape")])
    for text in ("a\u20acb", "\ud83d", "\udc81x", "\U0001f600", "\uac02", "\u1e3f\ufe10\u9fb4", "\xa5\u203e"):
        print(name, ascii(text), [attempt(text.encode, name, errors) for errors in (
            "strict", "replace", "ignore", "xmlcharrefreplace", "backslashreplace", "surrogateescape", "surrogatepass")])

text = "\u4e2d\u6587 \u65e5\u672c\u8a9e a"
for name in ("gbk", "gb18030", "big5", "shift_jis", "euc_jp", "cp949"):
    data = text.encode(name, "ignore")
    decoder = codecs.getincrementaldecoder(name)()
    pieces = [decoder.decode(data[at:at + 1]) for at in range(len(data))] + [decoder.decode(b"", True)]
    print(name, data, ascii("".join(pieces)), decoder.getstate())
    decoder = codecs.getincrementaldecoder(name)("replace")
    print([ascii(decoder.decode(bytes([byte]))) for byte in b"\x81\xff\x81a\xff"], ascii(decoder.decode(b"\x81", True)))

for alias in ("GB2312-80", "936", "ms932", "sjis", "euc-jp", "ujis", "ks_c_5601-1987", "uhc", "big5-tw", "950"):
    print(alias, codecs.lookup(alias).name)
try:
    "\u20ac".encode("gb2312")
except UnicodeEncodeError as error:
    print(error, error.__notes__)
