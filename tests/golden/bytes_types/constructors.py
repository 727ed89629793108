class Bytes:
    def __bytes__(self):
        return b"own"


class Wrong:
    def __bytes__(self):
        return "text"


class Index:
    def __index__(self):
        return 3


print(bytes(), bytes(3), bytes([1, 255]), bytes("é", "utf-8"), bytes("é", encoding="latin-1", errors="strict"), bytes(Bytes()), bytes(Index()), bytes(range(3)), bytes(memoryview(b"ab")), bytes((Index(),)))
print(bytearray(), bytearray(2), bytearray(b"ab"), bytearray("x", "ascii"), bytearray([5]), bytearray(Index()))
for constructor in (bytes, bytearray):
    for arguments in (("a",), (-1,), ([256],), ([-1],), (["a"],), (1.5,), (None,), (b"a", "utf-8"), ("a", "utf-8", "x", 1), (1, "utf-8"), (Wrong(),), ([1.5],), (2**62,), (2**70,), ("é", "ascii"), (object(),)):
        try:
            print(constructor(*arguments))
        except Exception as error:
            print(constructor.__name__, type(error).__name__, error)
