"""to_bytes and from_bytes: lengths, orders, signs and sources."""


def attempt(function):
    try:
        print(repr(function()))
    except Exception as error:
        print(type(error).__name__, error)

print((1000).to_bytes(2, "big"), (1000).to_bytes(4, "little"), (-1).to_bytes(2, "big", signed=True), (0).to_bytes(0, "big"), (255).to_bytes(), (-128).to_bytes(1, "big", signed=True), (127).to_bytes(length=1, byteorder="little", signed=True))
print(int.from_bytes(b"\x03\xe8", "big"), int.from_bytes(b"\xff\xff", "big", signed=True), int.from_bytes(b"", "little"), int.from_bytes([1, 2], "little"), int.from_bytes(bytearray(b"\x01")), int.from_bytes(b"\x80", "big", signed=True), int.from_bytes(range(3), "big"))
for bad in ((lambda: (256).to_bytes(1, "big")), (lambda: (-1).to_bytes(1, "big")), (lambda: (128).to_bytes(1, "big", signed=True)), (lambda: (-129).to_bytes(1, "big", signed=True)), (lambda: (1).to_bytes(-1, "big")), (lambda: (1).to_bytes(1, "middle")), (lambda: (1).to_bytes("1", "big")), (lambda: (1).to_bytes(1, 5)),
            (lambda: (1).to_bytes(0, "big")), (lambda: int.from_bytes("a", "big")), (lambda: int.from_bytes([256], "big")), (lambda: int.from_bytes(5, "big")), (lambda: int.from_bytes(b"a", "x")), (lambda: int.from_bytes(b"a", 1)), (lambda: int.from_bytes()), (lambda: (2**64).to_bytes(8, "little")), (lambda: (1).to_bytes(1.0, "big")),
            (lambda: True.to_bytes(2, "little")), (lambda: bool.from_bytes(b"\x00")), (lambda: bool.from_bytes(b"\x05", "big"))):
    attempt(bad)


class My(int):
    def __new__(cls, value):
        print("made of", value)
        return super().__new__(cls, value)


print(type(My.from_bytes(b"\x07", "big")).__name__)
for value in (0, 1, -1, 255, -256, 2**63, -2**63, 2**100):
    length = (value.bit_length() + 8) // 8
    print(value, int.from_bytes(value.to_bytes(length, "little", signed=True), "little", signed=True) == value, value.bit_length(), value.bit_count())
