a = bytearray(b"abc")
a.append(100)
a.extend(b"ef")
a.extend([103])
a.insert(0, 64)
a += b"!"
print(a, a.pop(), a.pop(0), a.remove(98), a, a.reverse(), a, a.copy(), len(a))
a[0] = 65
a[1:3] = b"XYZ"
a[::2] = bytes(len(a[::2]))
del a[1]
print(a, a.clear(), a)
a *= 3
a[:] = range(4)
a *= 2
print(a)
for call in (lambda: a.append(256), lambda: a.append("a"), lambda: a.append(-1), lambda: a.extend("ab"), lambda: a.extend([300]), lambda: a.extend(5), lambda: a.insert(0, 256), lambda: a.remove(99), lambda: a.remove(999), lambda: a.pop(50), lambda: bytearray().pop(), lambda: a.__setitem__(0, 256), lambda: a.__setitem__(0, "a"), lambda: a.__setitem__(99, 1), lambda: a.__setitem__(slice(0, 4, 2), b"x"), lambda: a.__setitem__(slice(0, 1), 5), lambda: a.__setitem__(slice(0, 1), "a"), lambda: a.__setitem__("a", 1), lambda: hash(a), lambda: a.__delitem__(99), lambda: a + "x", lambda: a + [1], lambda: a.__iadd__("x")):
    try:
        print(call())
    except Exception as error:
        print(type(error).__name__, error)
print(a)
