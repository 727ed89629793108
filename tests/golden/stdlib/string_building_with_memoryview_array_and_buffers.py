import array
import io
import struct
import sys

a = array.array("h", [1, -2, 3])
m = memoryview(a)
print(m.format, m.itemsize, m.nbytes, m.shape, m.tolist(), m[1], m[-1], m[1:].tolist(), m.cast("B").nbytes, m.readonly, len(m), m == a, m.hex() == a.tobytes().hex())
m[0] = 500
print(a, a.itemsize, a.typecode)
for bad in (lambda: m.__setitem__(0, 40000), lambda: m.__setitem__(0, 1.5), lambda: m[5], lambda: m["x"], lambda: m.__setitem__(slice(0, 2), array.array("h", [1])), lambda: m.cast("i").cast("h"), lambda: memoryview("x"), lambda: memoryview(5),
            lambda: m.__delitem__(0), lambda: hash(m)):
    try:
        print(bad())
    except Exception as error:
        print(type(error).__name__, error)
m[:2] = array.array("h", [7, 8])
m.release()
a.append(9)
print(a)
for bad in (lambda: m[0], lambda: m.tolist(), lambda: len(m)):
    try:
        print(bad())
    except ValueError as error:
        print(error)
raw = bytearray(b"abcdefgh")
v = memoryview(raw)
print(v[::2].tobytes(), v[::-1].tobytes(), v[2:6:3].tolist(), v[2:4] == b"cd", bytes(v[:0]), v.contiguous, v[::2].contiguous, v.toreadonly().readonly, v.cast("B", (2, 4)).tolist(), v.cast("H").tolist()[0] == int.from_bytes(b"ab", sys.byteorder))
v[1:3], v[-1:] = b"XY", b"Z"
with memoryview(raw) as w:
    try:
        raw.extend(b"more")
    except BufferError as error:
        print(error, w.nbytes)
v.release()
raw += b"more"
print(raw, hash(memoryview(b"ab")) == hash(b"ab"), memoryview(b"a") == b"a", list(reversed(memoryview(b"ab"))), 97 in memoryview(b"ab"))
b = array.array("d", (x / 2 for x in range(4)))
b.insert(1, 9)
b.reverse()
b.byteswap()
b.byteswap()
print(b, b.index(9.0), b.count(0.5), b.pop(), b[1:3], b * 2 == b + b, array.array("d", b.tobytes()) == b, array.array("B", b"xyz").tolist(), array.array("w", "😀").tolist())
buffer = bytearray(12)
for offset, (form, value) in zip((0, 2, 6), (("<h", -2), ("<f", 1.5), (">I", 77))):
    struct.pack_into(form, buffer, offset, value)
print(buffer.hex(" ", 4), struct.unpack("<hf", buffer[:6]), buffer.find(b"M"), buffer.translate(None, b"\0"))
reader = io.BufferedReader(io.BytesIO(bytes(range(10))))
into = bytearray(4)
print(reader.readinto(into), into, reader.readinto(memoryview(into)[1:3]), into, reader.read())
parts = io.StringIO()
for i in range(5):
    print(i, end=",", file=parts)
parts.seek(2)
parts.write("*")
print(parts.getvalue(), parts.tell(), parts.read(), parts.truncate(4), parts.getvalue())
