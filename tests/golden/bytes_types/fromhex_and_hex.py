print(bytes.fromhex("00ff 10"), bytes.fromhex("Ab"), bytearray.fromhex("2E f0\n"), bytes.fromhex(""), type(bytearray.fromhex("00")).__name__)
print(b"\x00\xff\x10".hex(), b"abcdef".hex(":"), b"abcdef".hex("_", 2), b"abcdef".hex("-", -4), b"".hex(":"), b"abc".hex(b" "), bytearray(b"ab").hex(sep="."), memoryview(b"abc").hex(":", 2), b"abcde".hex(" ", 2), b"abcde".hex(" ", -2), b"ab".hex(":", 0))
for call in (lambda: bytes.fromhex("0"), lambda: bytes.fromhex("0g"), lambda: bytes.fromhex("a b"), lambda: bytes.fromhex("é0"), lambda: bytes.fromhex(b"00"), lambda: b"a".hex("::"), lambda: b"a".hex("é"), lambda: b"a".hex(1), lambda: b"a".hex(""), lambda: bytes.fromhex("00 1"), lambda: bytes.fromhex()):
    try:
        print(call())
    except Exception as error:
        print(type(error).__name__, error)


class Mine(bytes):
    pass


print(type(Mine.fromhex("41")).__name__, Mine.fromhex("41"))
