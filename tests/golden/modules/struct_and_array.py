import struct
from array import array
print(struct.pack("<ihb", 1, -2, 3), struct.pack(">I", 258), struct.unpack("<ih", b"\x01\0\0\0\xfe\xff"), struct.calcsize("<ihbq"), struct.pack("<d", 1.5), struct.unpack(">f", b"\x3f\x80\0\0"), struct.pack("3s2x?", b"ab", True), list(struct.iter_unpack("<h", b"\1\0\2\0")), struct.unpack_from("<h", b"\0\1\0", 1))
a = array("i", [1, 2, 3])
a.append(4); a.extend([5]); a[0] = 10
print(a, a[1:3], len(a), a.typecode, a.itemsize, a.tolist(), sum(a), a.pop(), a.index(3), array("d", [1.5]), array("B", b"ab"), a.tobytes()[:4], a == array("i", [10, 2, 3, 4]))
for f in (lambda: struct.pack("b", 200), lambda: struct.unpack("i", b"1"), lambda: struct.pack("i", "a"), lambda: a.append("x"), lambda: array("b", [200]), lambda: array("z")):
    try:
        f()
    except Exception as e:
        print(type(e).__name__, e)
