from array import array
a = array("i", [1, 2, 3])
m = memoryview(a)
print(m.format, m.itemsize, m.tolist(), m[1], m.shape, m.nbytes)
m[1] = 20
print(a, m.cast("B").nbytes, memoryview(b"\x01\x00\x02\x00").cast("H").tolist())
