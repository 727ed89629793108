# Ints to bytes and back where the width is just enough, or just not.
edges = sorted({s * (1 << e) + d for e in (0, 7, 8, 15, 16, 31, 32, 48, 49, 50, 55, 56, 63, 64) for s in (1, -1) for d in (-1, 0, 1)})
total = 0
for number in edges:
    shown = []
    for length in (0, 1, 2, 3, 7, 8, 9):
        for signed in (False, True):
            try:
                big = number.to_bytes(length, "big", signed=signed)
                little = number.to_bytes(length, "little", signed=signed)
            except OverflowError as e:
                shown.append(str(e)[:3])
                continue
            assert little == big[::-1]
            assert not length or int.from_bytes(big, "big", signed=signed) == number
            assert not length or int.from_bytes(little, "little", signed=signed) == number
            shown.append(big.hex())
    print(number, *shown)
for data in (b"", b"\x80", b"\xff" * 7, b"\xff" * 8, b"\x7f" + b"\xff" * 6, b"\x80" + bytes(6), bytearray(b"\x01\x02"), [1, 2]):
    print([int.from_bytes(data, order, signed=signed) for order in ("big", "little") for signed in (False, True)])
print(True.to_bytes(), False.to_bytes(2), (5).to_bytes(length=2, byteorder="little"))
for call in (lambda: (1).to_bytes(-1), lambda: (1).to_bytes(10**20), lambda: (1).to_bytes(1, "middle"), lambda: (-1).to_bytes(1)):
    try:
        print(call())
    except (ValueError, OverflowError) as e:
        print(type(e).__name__, e)
text = bytes(range(256)).decode("latin-1")
print(len(text), text.encode("latin-1") == bytes(range(256)), text[200:204], b"".decode("latin-1") == "", b"abc".decode("ascii"))
print(bytes(range(0, 256, 15)).hex(), bytes(range(20)).hex(":", 3), bytes(range(20)).hex("-", -4), b"".hex())
