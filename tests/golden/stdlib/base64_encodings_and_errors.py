"""Every base, alphabets, padding, line breaks and validation."""
import base64 as b


def attempt(function):
    try:
        print(repr(function()))
    except Exception as error:
        print(type(error).__name__, error)

data = b"\x00\xff\xfe>?hello"
print(b.b64encode(data), b.urlsafe_b64encode(data), b.b64encode(data, b"-_"), b.b32encode(data), b.b32hexencode(data), b.b16encode(data), b.b85encode(data), b.a85encode(data), b.a85encode(b"\0\0\0\0    ", foldspaces=True), b.a85encode(data, adobe=True), b.a85encode(data * 5, wrapcol=20), b.z85encode(b"12345678"), b.encodebytes(data * 8), b.standard_b64decode(b"YQ=="), b.b64decode("YQ=="), b.b64decode("Y Q\n=="), b.urlsafe_b64decode("AP_-Pj9o"), b.b32decode("me======", casefold=True), b.b16decode("ff", casefold=True), b.a85decode(b"<~z~>", adobe=True), b.b85decode(b.b85encode(data)) == data, b.a85decode(b.a85encode(data)) == data, b.decodebytes(b"YQ==\n"), b.b32decode(b"M0======", map01="I") if False else b.b32decode(b"ME======"), b.b64encode(b""), b.b64decode(b""))
for bad in ((lambda: b.b64decode("YQ")), (lambda: b.b64decode("Y")), (lambda: b.b64decode("YQ=", validate=True)), (lambda: b.b64decode("Y!Q==", validate=True)), (lambda: b.b64decode("é")), (lambda: b.b64encode("a")), (lambda: b.b64encode(b"a", b"x")), (lambda: b.b64encode(5)), (lambda: b.b32decode("me======")), (lambda: b.b32decode("A")), (lambda: b.b32decode("AAAAAAA1")), (lambda: b.b16decode("ff")), (lambda: b.b16decode("F")), (lambda: b.b16decode("GG")), (lambda: b.a85decode("v")), (lambda: b.a85decode("<~")), (lambda: b.a85decode("zz", adobe=True)), (lambda: b.b85decode("~")), (lambda: b.b85decode(" ")), (lambda: b.a85decode("s8W-\"")), (lambda: b.encodebytes("a")), (lambda: b.z85encode(b"123")), (lambda: b.z85decode("~~~~~")), (lambda: b.b64decode("YQ==YQ==")), (lambda: b.b64decode(b"===="))):
    attempt(bad)
