"""The encodings of one byte a character: what each byte stands for, and back."""
import codecs
import zlib

NAMES = """cp037 cp1006 cp1026 cp1125 cp1140 cp1250 cp1251 cp1252 cp1253 cp1254 cp1255 cp1256 cp1257 cp1258 cp273 cp424
cp437 cp500 cp720 cp737 cp775 cp850 cp852 cp855 cp856 cp857 cp858 cp860 cp861 cp862 cp863 cp864 cp865 cp866 cp869 cp874
cp875 hp_roman8 iso8859_10 iso8859_11 iso8859_13 iso8859_14 iso8859_15 iso8859_16 iso8859_2 iso8859_3 iso8859_4
iso8859_5 iso8859_6 iso8859_7 iso8859_8 iso8859_9 koi8_r koi8_t koi8_u kz1048 mac_arabic mac_croatian mac_cyrillic
mac_farsi mac_greek mac_iceland mac_latin2 mac_roman mac_romanian mac_turkish palmos ptcp154 tis_620"""

for name in NAMES.split():
    shown = bytes(range(256)).decode(name, "replace")
    back = shown.encode(name, "replace")
    print(codecs.lookup(name).name, zlib.crc32(shown.encode()), zlib.crc32(back), shown.count("\ufffd"))
print("Hello".encode("cp037"), b"\xc8\x85\x93\x93\x96".decode("ebcdic-cp-us"), "€".encode("cp1140"))
for call in (lambda: "\u4e00".encode("cp037"), lambda: b"\xff".decode("cp1255"), lambda: "x€".encode("hp_roman8")):
    try:
        print(call())
    except UnicodeError as error:
        print(error)
for alias in ("latin2", "thai", "csIBM500", "windows-1258", "IBM860", "hebrew", "maclatin2", "roman8", "arabic"):
    print(alias, codecs.lookup(alias).name)
