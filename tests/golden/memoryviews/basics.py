a = bytearray(b"abcdef")
m = memoryview(a)
print(m[0], m[1:3].tobytes(), len(m), m.tolist(), m.format, m.itemsize, m.nbytes, m.readonly, m == b"abcdef")
m[0] = 90
m[1:3] = b"YX"
print(a, bytes(m[::-1]), m.hex())
try:
    a.append(1)
except BufferError as e:
    print(e)
m.release()
a.append(1)
print(a)
r = memoryview(b"ro")
print(r.readonly, r.obj)
for f in (lambda: r.__setitem__(0, 1), lambda: m[0], lambda: r[5], lambda: memoryview("s")):
    try:
        f()
    except Exception as e:
        print(type(e).__name__, e)
with memoryview(b"x") as w:
    print(w[0])
