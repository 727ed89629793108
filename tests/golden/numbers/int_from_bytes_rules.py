class MyInt(int):
    def __new__(cls, value):
        print("new", value)
        return super().__new__(cls, value)


class Bytes:
    def __bytes__(self):
        return b"\x01\x00"


print(int.from_bytes(b""), int.from_bytes(b"\xff"), int.from_bytes(b"\xff", signed=True), int.from_bytes([1, 2]), int.from_bytes((255,), "little"))
print(int.from_bytes(Bytes()), int.from_bytes(bytearray(b"\x00\x01"), "little"), int.from_bytes(memoryview(b"abc"), "big"))
print(type(MyInt.from_bytes(b"\x05")).__name__, bool.from_bytes(b"\x00\x01"), bool.from_bytes(b""))
print(int.from_bytes(b"\x80" + bytes(15), "big", signed=True) == -(2**127))
for arguments in (("ab",), (5,), ([256],), (b"a", "x"), (b"a", None), (), ([1.5],)):
    try:
        print(int.from_bytes(*arguments))
    except Exception as error:
        print(type(error).__name__, error)
