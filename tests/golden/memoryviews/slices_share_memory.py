import array

data = bytearray(b"0123456789")
m = memoryview(data)
evens, tail, back = m[::2], m[5:], m[::-1]
data[0] = 65
tail[0] = 66
print(evens.tobytes(), tail.tobytes(), back.tobytes(), data, evens[1:3].tobytes(), tail[1:][0], back[0], bytes(evens), list(tail[:2]), evens.nbytes, evens.strides, back.strides)
evens[:] = b"vwxyz"
back[:2] = b"!?"
print(data, m == data, evens == b"vwxyz", m[2:2].tobytes(), len(m[20:]), b"9" in m.tobytes(), m.tobytes("A")[:2])
numbers = memoryview(array.array("i", [1, 2, 3, 4]))
numbers[1:3] = array.array("i", [20, 30])
print(numbers.tolist(), numbers.itemsize, numbers[::2].tolist(), numbers.cast("B").nbytes, numbers.format, sum(numbers), max(numbers), 20 in numbers)
for call in (lambda: numbers.__setitem__(slice(0, 2), b"12345678"), lambda: numbers.__setitem__(0, 2**31), lambda: numbers.__setitem__(0, 1.5), lambda: numbers.__setitem__(slice(0, 2), array.array("i", [1])), lambda: memoryview(numbers)[4], lambda: data.extend(b"x"), lambda: numbers[::2].cast("B"), lambda: m.hex(1)):
    try:
        print(call())
    except Exception as error:
        print(type(error).__name__, error)
with m:
    pass
try:
    m[0]
except ValueError as error:
    print(error)
print(evens[0])
