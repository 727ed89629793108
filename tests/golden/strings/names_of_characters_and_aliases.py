# A character is found by its name and by its aliases, whatever the case, but not by a name that is spelt otherwise.
import re
import unicodedata

print(ascii("\N{BYTE ORDER MARK}\N{zero width no-break space}\N{ZWNBSP}"))
print(ascii("\N{LINE FEED}\N{LF}\N{NULL}\N{DEVICE CONTROL STRING}\N{SS3}\N{PRIVATE USE-1}"))
print(ascii("\N{LATIN CAPITAL LETTER GHA}\N{LATIN CAPITAL LETTER OI}\N{Weierstrass Elliptic Function}"))
print(ascii("\N{HANGUL JUNGSEONG O-E}\N{HANGUL JUNGSEONG OE}\N{HANGUL SYLLABLE GAG}\N{CJK UNIFIED IDEOGRAPH-4E00}"))
print(ascii(rb"\N{byte order mark}\N{TIBETAN MARK BKA- SHOG GI MGO RGYAN}".decode("unicode_escape")))
print(re.findall(r"\N{REVERSE LINE FEED}|\N{nbsp}", "a\x8db\xa0"))

for name in ("MESSAGE WAITING", "white smiling face", "white-smiling-face", "WHITESMILINGFACE", "WHITE SMILING FACE ", ""):
    try:
        print(ascii(unicodedata.lookup(name)))
    except KeyError as error:
        print("KeyError", error)

print(unicodedata.name("\ufeff"), unicodedata.name("\u01a2"), unicodedata.name("\x85", "none"))
try:
    eval(r"'\N{white-smiling-face}'")
except SyntaxError as error:
    print(error)
