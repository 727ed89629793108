# binascii and quopri: base 64, quoted-printable, uuencode, digits, checksums.
import binascii
import quopri


def tell(function, *arguments, **options):
    try:
        print(function.__name__, arguments, function(*arguments, **options))
    except (ValueError, TypeError) as error:
        print(function.__name__, arguments, type(error).__name__, error)


for line in b"#86)C\n", b" \n", b"", b"#8\x00)C", b"#8", b"#86)CXX", b"#86)C  \n":
    tell(binascii.a2b_uu, line)
for data in b"abc", b"", b"a" * 46, b"\0ab\0", b"a" * 45:
    tell(binascii.b2a_uu, data)
tell(binascii.b2a_uu, b"\0ab\0", backtick=True)
tell(binascii.crc_hqx, b"abc", 0)
tell(binascii.crc_hqx, b"abc", 70000)
tell(binascii.a2b_qp, "a=41b_c", header=True)
for text in b"x=", b"=\nx", b"a= \nb", b"==41", b"=4", b"=4g", b"=zz", b"a=\r\nb", b"a=\rb\nc":
    tell(binascii.a2b_qp, text)
for data in b".\n. .\t", b"a \n", b"a\r\nb" + b"x" * 80, b"\r\r\n\r", b"a=b_c", b"\xff" * 30, b"x" * 75, b"x" * 76 + b"\n", b".":
    for style in {}, {"quotetabs": True}, {"header": True}, {"istext": False}:
        tell(binascii.b2a_qp, data, **style)
print(quopri.encodestring(b"h\xc3\xa9llo w\tx"), quopri.decodestring(b"h=C3=A9llo_"), quopri.decodestring(b"h_x", header=True))
tell(binascii.b2a_base64, b"abc", newline=False)
tell(binascii.hexlify, b"abcd", "-", 2)
tell(binascii.hexlify, b"abcde", b"_", -2)
tell(binascii.hexlify, b"abcd", b"--")
tell(binascii.b2a_hex, b"abc", ":")
tell(binascii.unhexlify, "6")
for text in b"YQ==YQ==", b"=YQ==", b"Y\nQ==", b"YQ==", b"YQ=", b"YQ=a=", b"YQ", b"Y", b"YWJj=", b"YWJj":
    tell(binascii.a2b_base64, text)
    tell(binascii.a2b_base64, text, strict_mode=True)
