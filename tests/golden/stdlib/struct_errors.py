import struct

print(struct.pack("<hI", -2, 5), struct.unpack(">bB", b"\xff\xff"), struct.calcsize("@bi"), struct.calcsize("=bi"), struct.pack("5s", b"ab"), struct.pack("3p", b"abcd"), struct.pack("?x2c", 5, b"a", b"b"), struct.pack(">e", 1.5), struct.pack("<f", 0.1), list(struct.iter_unpack("<H", b"\x01\x00\x02\x00")), struct.unpack_from("<H", b"zz\x01\x02", 2), struct.pack("0s", b""), struct.pack("<2h", 1, 2), struct.Struct("<h b").size)
buffer = bytearray(4)
struct.pack_into("<H", buffer, 1, 0xABCD)
print(buffer, struct.Struct("<hb").format)
for call in (lambda: struct.pack("h", 40000), lambda: struct.pack("B", -1), lambda: struct.pack("b", 200), lambda: struct.pack("I", 2**32), lambda: struct.pack("q", 2**63), lambda: struct.pack("h", "a"), lambda: struct.pack("h", 1.5), lambda: struct.pack("f", "a"), lambda: struct.pack("e", 1e6), lambda: struct.pack("c", b"ab"), lambda: struct.pack("c", 5), lambda: struct.pack("s", "a"), lambda: struct.pack("hh", 1), lambda: struct.pack("z", 1), lambda: struct.pack("3", 1), lambda: struct.unpack("h", b"abc"), lambda: struct.unpack("h", "ab"), lambda: struct.unpack_from("h", b"a"), lambda: struct.unpack_from("h", b"abc", 5), lambda: struct.pack_into("h", bytearray(1), 0, 1), lambda: list(struct.iter_unpack("h", b"abc")), lambda: list(struct.iter_unpack("", b"")), lambda: struct.calcsize("99999999999999999999s"), lambda: struct.pack("<n", 1), lambda: struct.pack(5, 1), lambda: struct.unpack_from("h", b"abc", -9)):
    try:
        print(call())
    except Exception as error:
        print(type(error).__name__, error)
