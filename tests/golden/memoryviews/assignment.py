a = bytearray(b"abcdefgh")
m = memoryview(a)
m[0] = 0x41
m[1:3] = b"BC"
m[::4] = b"XY"
m[-1:] = memoryview(b"!")
print(a)
m[0:4] = m[4:8]
print(a)
m[1:5] = m[0:4]
print(a)
for call in (lambda: m.__setitem__(0, 256), lambda: m.__setitem__(0, -1), lambda: m.__setitem__(0, "a"), lambda: m.__setitem__(0, 1.5), lambda: m.__setitem__(0, b"a"), lambda: m.__setitem__(slice(0, 2), b"abc"), lambda: m.__setitem__(slice(0, 2), "ab"), lambda: m.__setitem__(slice(0, 2), 5), lambda: m.__setitem__(99, 1), lambda: m.__delitem__(0), lambda: memoryview(b"ro").__setitem__(0, 1), lambda: m.__setitem__("a", 1)):
    try:
        print(call())
    except Exception as error:
        print(type(error).__name__, error)
