"""Alignment, byte orders, counts, strings, padding and calcsize of many formats."""
import struct


def attempt(function):
    try:
        print(repr(function()))
    except Exception as error:
        print(type(error).__name__, error)

for fmt in ("", "b", "bi", "<bi", "=bi", ">bi", "!bi", "@bi", "ib", "ib0i", "bbh", "q", "bq", "<bq", "3s", "3sx", "0s", "s", "p", "5p", "2i", "i i", " i", "i\n", "?", "c3c", "e", "f", "d", "bd", "n", "N", "P", "xx", "3x", "hhl", "<hhl", "Q0q", "10s2h"):
    print(repr(fmt), struct.calcsize(fmt), end=" ")
print()
print(struct.pack("<bhiq", 1, 2, 3, 4), struct.pack(">bhiq", -1, -2, -3, -4), struct.pack("3s5s0s", b"abcd", b"e", b""), struct.pack("4p", b"abcdef"), struct.pack("?????", 0, 1, "", "a", None), struct.pack("2c", b"a", b"b"), struct.pack("<e", 1.5), struct.pack("<fd", 0.1, 0.1), struct.pack("<2x1b"[:2] + "xxb", 1) if False else struct.pack("<xxb", 1), struct.unpack("<bhi", struct.pack("<bhi", 1, 2, 3)), struct.unpack("3s2p?c", b"abc\x01z\x02q"), struct.unpack("<e", b"\x00\x7c"), struct.unpack("<e", b"\x01\x00"), struct.unpack("0s", b""), list(struct.iter_unpack("<H", b"\1\0\2\0")), struct.unpack_from("<H", b"\0\1\0", 1), struct.Struct("<h").size, struct.Struct("<h").pack(5), struct.pack(b"<h", 1), struct.unpack("<q", b"\xff" * 8), struct.unpack("<Q", b"\xff" * 8))
for bad in ((lambda: struct.pack("b", 200)), (lambda: struct.pack("B", 256)), (lambda: struct.pack("h", 1.5)), (lambda: struct.pack("h", "a")), (lambda: struct.pack("b")), (lambda: struct.pack("b", 1, 2)), (lambda: struct.pack("s", "a")), (lambda: struct.pack("c", b"ab")), (lambda: struct.pack("<n", 1)), (lambda: struct.pack("k", 1)), (lambda: struct.pack("<f", 1e39)), (lambda: struct.pack("e", 1e6)), (lambda: struct.unpack("i", b"abc")), (lambda: struct.unpack("i", "abcd")), (lambda: struct.calcsize("5")), (lambda: struct.calcsize("i<")), (lambda: struct.pack("f", "a")), (lambda: struct.pack("d", None)), (lambda: struct.pack("Q", -1)), (lambda: struct.pack("q", 2**63)), (lambda: struct.pack("p", 5)), (lambda: struct.unpack_from("i", b"abc")), (lambda: struct.Struct("i").unpack(b"")), (lambda: struct.Struct(5)), (lambda: struct.Struct("z")), (lambda: struct.pack("i", True)), (lambda: struct.pack("<l", 2**31))):
    attempt(bad)
