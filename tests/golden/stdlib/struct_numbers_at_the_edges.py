# Numbers that a format of their width just holds, or just does not.
import struct

for code in "bBhHiIlLqQnN":
    for order in ("@", "=", "<", ">") if code not in "nN" else ("@",):
        form = order + code
        bits = 8 * struct.calcsize(form)
        least, most = (-(1 << bits - 1), (1 << bits - 1) - 1) if code.islower() else (0, (1 << bits) - 1)
        shown = []
        for number in (least, least - 1, most, most + 1, 0, -1, 1, most // 2, least // 2):
            try:
                packed = struct.pack(form, number)
                assert struct.unpack(form, packed) == (number,)
                assert struct.unpack(form, bytearray(packed)) == (number,)
                shown.append(packed.hex())
            except struct.error as e:
                shown.append(str(e))
        print(form, *shown, sep=" | ")


class Index:
    def __index__(self):
        return 7


print(struct.pack("<hB?", Index(), True, []), struct.pack(">3h", 1, -2, 3), struct.pack("<2sxb", b"abc", -1))
print(list(struct.iter_unpack("<hb", bytes(range(9)))), struct.unpack_from(">I", memoryview(bytes(range(8))), 2))
for wrong in (lambda: struct.pack("<h", 1.5), lambda: struct.unpack("<h", b"abc"), lambda: struct.pack("<h")):
    try:
        wrong()
    except struct.error as e:
        print(e)
