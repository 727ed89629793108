def assign(where, value):
    b = bytearray(b"abcdef")
    try:
        b[where] = value
        print(b)
    except Exception as error:
        print(type(error).__name__, error)


assign(slice(1, 3), b"XYZ")
assign(slice(1, 3), [65, 66])
assign(slice(None, None, 2), b"XYZ")
assign(slice(None, None, -1), b"123456")
assign(slice(4, 2), b"in")
assign(slice(2, 4), bytearray())
assign(slice(0, 2), memoryview(b"mv"))
assign(slice(None, None, 2), b"XY")
assign(slice(None, None, 2), b"")
assign(slice(0, 2), [300])
assign(-1, 33)
assign(slice(0, 2), range(70, 73))
b = bytearray(b"abcdef")
b[1:4] = b
print(b)
del b[::2], b[-1]
print(b)
b[:] = b[::-1]
print(b, b * 2, b + b"!", b"!" + b, bytearray(b"a") * 0)
