a = bytearray(b"abc")
a[0] = 65
a.append(100)
a += b"ef"
a.extend([1, 2])
a.insert(1, 33)
print(a, len(a), a.pop(), a.pop(0), a)
del a[0]
a[1:2] = b"ZZ"
a.remove(90)
a.reverse()
print(a, a == bytes(a), bytes(a), a.hex(), a.find(b"Z"), a.copy() is a, a.upper())
a.clear()
print(a, bytearray(2), bytearray([5]))
for f in (lambda: a.append(256), lambda: a.append("x"), lambda: a.pop(), lambda: hash(a), lambda: bytearray(b"a")[5]):
    try:
        f()
    except Exception as e:
        print(type(e).__name__, e)
b = c = bytearray(b"x")
b += b"y"
print(c, b is c)
