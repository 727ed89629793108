import base64
import io

for n in (0, 1, 2, 3, 4, 5, 9, 40):
    data = bytes((i * 37 + n) % 256 for i in range(n))
    for name in ("b64", "b32", "b32hex", "b16", "b85", "a85", "z85", "standard_b64", "urlsafe_b64"):
        encode, decode = getattr(base64, name + "encode"), getattr(base64, name + "decode")
        text = encode(data)
        print(name, text, decode(text) == data, decode(text.decode()) == data)
print(base64.encodebytes(bytes(range(100))), base64.decodebytes(b"aGVsbG8=\n"))
print(base64.b64encode(b"\xfb\xff", b"-_"), base64.b64decode(b"-_8=", b"-_"), base64.b64decode("aG Vs\nbG8="))
print(base64.a85encode(b"\0" * 8 + b"    test", foldspaces=True, adobe=True, wrapcol=10), base64.a85decode(b"<~zy~>", adobe=True, foldspaces=True))
print(base64.b32decode("mfrgg===", casefold=True), base64.b32decode("MZXW6YT1", map01="L") if False else None)
print(base64.b16decode("0aff", casefold=True), base64.b85encode(b"abc", pad=True))
out = io.BytesIO()
base64.encode(io.BytesIO(b"x" * 100), out)
print(out.getvalue())
for bad in (lambda: base64.b64decode("abc"), lambda: base64.b64decode("ab!c", validate=True), lambda: base64.b32decode("abc"),
            lambda: base64.b32decode("abcdefg1"), lambda: base64.b16decode("0g"), lambda: base64.b85decode('"'), lambda: base64.a85decode("vvv"),
            lambda: base64.b85decode("~~~~~"), lambda: base64.a85decode("abc", adobe=True), lambda: base64.b64encode("text"), lambda: base64.b64decode(3)):
    try:
        print(bad())
    except Exception as error:
        print(type(error).__name__, error)
