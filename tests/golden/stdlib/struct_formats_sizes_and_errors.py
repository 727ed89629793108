import struct

for form, values in (("<bBhHiIqQ", (-1, 255, -2, 65535, -3, 4294967295, -4, 2**64 - 1)), (">efd", (1.5, 0.1, -2.25)), ("3s5p?c", (b"ab", b"long text", 2, b"z")),
                     ("<i0i2x", (1,)), ("@bi", (1, 2)), ("=bi", (1, 2)), ("!H", (258,)), ("bxhxxi", (1, 2, 3)), ("4c", (b"a", b"b", b"c", b"d")), ("<?", ([],)), ("<h  h ", (1, 2)),
                     ("<3h", (1, 2, 3)), ("0s", (b"abc",)), ("s", (b"",)), ("p", (b"x",)), ("<l", (5,)), ("<L", (5,)), ("<f", (float("nan"),)), ("<e", (65504.0,))):
    packed = struct.pack(form, *values)
    print(form, struct.calcsize(form), packed.hex(" "), struct.unpack(form, packed))
for text in """
struct.pack("b", 128)
struct.pack("B", -1)
struct.pack("<h", 40000)
struct.pack("<I", -1)
struct.pack("<q", 2**63)
struct.pack("i", 1.5)
struct.pack("i", "a")
struct.pack("i")
struct.pack("i", 1, 2)
struct.pack("c", b"ab")
struct.pack("c", "a")
struct.pack("s", "a")
struct.pack("f", "x")
struct.pack("<f", 1e40)
struct.pack("<e", 1e6)
struct.pack("y", 1)
struct.pack("3", 1)
struct.pack("<P", 1)
struct.pack("<n", 1)
struct.pack(b"<h", 5), struct.calcsize(""), struct.pack(""), struct.unpack("", b"")
struct.pack(5)
struct.unpack("<h", b"a")
struct.unpack("<h", b"abc")
struct.unpack("<h", "ab")
struct.unpack_from("<h", b"abcd", 3)
struct.unpack_from("<h", b"abcd", -3)
struct.unpack_from("<h", b"abcd", -5)
struct.unpack_from("<h", b"abcd", 1), struct.unpack_from("<h", bytearray(b"abcd"), offset=2), struct.unpack_from("<h", b"abcd", -2)
struct.iter_unpack("<h", b"abc")
struct.iter_unpack("", b"")
list(struct.iter_unpack("<hb", b"abcdef")), list(struct.iter_unpack("<h", b""))
struct.calcsize("99999999999999999999i")
struct.calcsize("9999999999999999999b")
struct.Struct("<hi").size, struct.Struct("<hi").format, struct.Struct(b"b").format
struct.Struct("z")
struct.Struct("h").pack("x")
struct.Struct("<h").pack(1), struct.Struct("<h").unpack(b"ab"), list(struct.Struct("<h").iter_unpack(b"abcd"))
struct.pack_into("<h", bytearray(1), 0, 5)
struct.pack_into("<h", bytearray(4), 3, 5)
struct.pack_into("<h", bytearray(4), -5, 5)
struct.pack_into("<h", bytearray(4), 5)
""".strip().splitlines():
    try:
        print(text, "->", eval(text))
    except Exception as error:
        print(text, type(error).__name__, error)
b = bytearray(8)
struct.pack_into("<hh", b, 1, -1, 5)
struct.pack_into("<h", memoryview(b), -2, 7)
print(b, struct.unpack_from("<3xh", b), struct.error.__mro__[1].__name__, struct.error.__module__)


class Index:
    def __index__(self):
        return 7


class Float:
    def __float__(self):
        return 2.5


class Truth:
    def __bool__(self):
        raise OSError("no truth")


print(struct.pack("<h", Index()), struct.pack("<d", Float()), struct.pack("<f", 3), struct.pack("<H", True))
try:
    struct.pack("?", Truth())
except OSError as error:
    print(error)
