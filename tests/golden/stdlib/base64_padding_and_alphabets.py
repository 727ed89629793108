import base64
import binascii

data = b"\xfb\xef\xff hi"
print(base64.b64encode(data), base64.urlsafe_b64encode(data), base64.b32encode(data), base64.b16encode(data), base64.b85encode(data), base64.a85encode(data), base64.b64encode(data, b"@!"), base64.b32hexencode(b"a"), base64.encodebytes(b"x" * 60), base64.b64encode(b""))
print(base64.b64decode("aGk="), base64.b64decode(b"a G\nk="), base64.urlsafe_b64decode("--__"), base64.b32decode("NBUQ===="), base64.b32decode("nbuq====", casefold=True), base64.b16decode("6869"), base64.b85decode("XmY"), base64.a85decode("BOq"), base64.b64decode("aGk=", validate=True), base64.b64decode("aGkx!!", altchars=None), binascii.unhexlify("6162"), binascii.crc32(b"hello"), binascii.b2a_base64(b"a", newline=False))
for call in (lambda: base64.b64decode("aGk"), lambda: base64.b64decode("a"), lambda: base64.b64decode("aG!k", validate=True), lambda: base64.b64decode("é"), lambda: base64.b64encode("text"), lambda: base64.b32decode("nbuq===="), lambda: base64.b32decode("N"), lambda: base64.b16decode("6"), lambda: base64.b16decode("zz"), lambda: base64.b85decode("~"), lambda: binascii.unhexlify("abc"), lambda: binascii.unhexlify("zz"), lambda: base64.b64encode(b"a", b"abc"), lambda: base64.b64decode(5), lambda: base64.a85decode("v")):
    try:
        print(call())
    except Exception as error:
        print(type(error).__name__, error)
