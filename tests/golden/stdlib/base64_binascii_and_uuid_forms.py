import base64
import binascii
import uuid

for data in (b"", b"f", b"fo", b"foo", bytes(range(256))[::37], b"\xff\xfe\xfb"):
    print(data, base64.b64encode(data), base64.urlsafe_b64encode(data), base64.b32encode(data), base64.b32hexencode(data), base64.b16encode(data), base64.a85encode(data), base64.b85encode(data))
for text in """
base64.b64decode("Zm9v"), base64.b64decode(b"Zm9v\\nYg=="), base64.b64decode("Zm 9v!"), base64.b64decode(""), base64.urlsafe_b64decode("_-8=")
base64.b64decode("Zg")
base64.b64decode("Z===")
base64.b64decode("Zm9v!", validate=True)
base64.b64decode("Z")
base64.b64decode("é")
base64.b64decode("=Zm9v"), base64.b64decode("Zm9vYg==Zm9v")
base64.b64decode("Zm9v", altchars=b"+"), 1
base64.b64encode("text")
base64.b64encode(b"\\xff\\xfe", altchars=b"@!"), base64.standard_b64encode(b"a"), base64.b64decode("@!8=", altchars="@!")
base64.b32decode("MZXW6==="), base64.b32decode("mzxw6===", casefold=True), base64.b32decode("MZXW0===", map01="L") if 0 else 1
base64.b32decode("mzxw6===")
base64.b32decode("MZXW6")
base64.b32decode("M1======")
base64.b16decode("666F6f", True), base64.b16decode("666F")
base64.b16decode("66f")
base64.b16decode("6g")
base64.a85encode(b"\\0\\0\\0\\0abc    ", foldspaces=True), base64.a85encode(b"hello world" * 9, wrapcol=30), base64.a85encode(b"x", adobe=True), base64.a85encode(b"ab", pad=True)
base64.a85decode("87cURD]j7BEbo80"), base64.a85decode(b"<~GZ~>", adobe=True), base64.a85decode("z"), base64.a85decode(" 8 7cU\\n")
base64.a85decode("<~GZ", adobe=True)
base64.a85decode("v")
base64.a85decode("abzc")
base64.a85decode("s8W-!"), base64.a85decode("s8W-\\"") if 0 else 1
base64.b85decode("Xk~0{Zv"), base64.b85encode(b"ab", pad=True)
base64.b85decode("X k")
base64.b85decode("~~~~~")
base64.encodebytes(b"x" * 60), base64.decodebytes(b"eHg=\\n"), base64.z85encode(b"\\x86\\x4f\\xd2\\x6f"), base64.z85decode("Hello")
binascii.unhexlify("6A6b"), binascii.a2b_hex(b"00")
binascii.unhexlify("abc")
binascii.unhexlify("zz")
binascii.unhexlify("é")
binascii.crc32(b"hello"), binascii.crc32(b"lo", binascii.crc32(b"hel")), binascii.b2a_base64(b"x", newline=False), binascii.a2b_base64("eA==")
binascii.a2b_base64("eA", strict_mode=True)
binascii.a2b_base64("e A==", strict_mode=True)
uuid.UUID("12345678-1234-5678-1234-567812345678"), uuid.UUID("{12345678123456781234567812345678}"), uuid.UUID(int=5), uuid.UUID(bytes=b"0123456789abcdef"), uuid.UUID("urn:uuid:" + "a" * 32)
uuid.UUID("xyz")
uuid.UUID()
uuid.UUID(int=-1)
uuid.UUID(int=2**128)
uuid.UUID(bytes=b"short")
uuid.UUID("1" * 32, version=9)
uuid.uuid3(uuid.NAMESPACE_DNS, "python.org"), uuid.uuid5(uuid.NAMESPACE_URL, "x"), uuid.uuid5(uuid.NAMESPACE_DNS, b"b"), uuid.NAMESPACE_OID
uuid.uuid4().version, uuid.uuid4().variant, len(str(uuid.uuid4())), uuid.uuid1().version, uuid.uuid4() != uuid.uuid4(), uuid.UUID(int=1) < uuid.UUID(int=2)
uuid.UUID("12345678-1234-5678-1234-567812345678").fields, uuid.UUID("12345678-1234-5678-1234-567812345678").hex, uuid.UUID(int=1).urn, uuid.UUID(int=1, version=4), uuid.UUID(int=7).bytes_le
uuid.UUID(int=1) < 5
hash(uuid.UUID(int=5)) == hash(uuid.UUID(int=5)), uuid.UUID(int=5) == 5, int(uuid.UUID(int=5)), repr(uuid.UUID(int=5)), uuid.UUID(int=1).is_safe, uuid.UUID(fields=(1, 2, 3, 4, 5, 6))
setattr(uuid.UUID(int=5), "int", 3)
""".strip().splitlines():
    try:
        print(text, "->", eval(text))
    except Exception as error:
        print(text, type(error).__name__, error)
