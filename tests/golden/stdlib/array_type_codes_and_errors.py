import array

a = array.array("i", [3, 1, 2])
a.append(5)
a.extend([7])
a.insert(0, 9)
print(a, a.typecode, a.itemsize, a.pop(), a.index(1), a.count(3), a[1:3], a[::-1], a + a[:1], a * 2, 3 in a, a.tolist(), a.tobytes()[:4], len(a))
a.remove(1)
a.reverse()
a.byteswap()
a.byteswap()
a[0:1] = array.array("i", [100, 200])
del a[-1]
print(a, a == array.array("d", a), a < array.array("i", [500]), array.array("b", b"\xff\x01"), array.array("d", [1, 2.5]), array.array("B"))
b = array.array("H")
b.frombytes(b"\x01\x00\x02\x00")
b.fromlist([3])
print(b, [array.array(code).itemsize for code in "bBhHiIqQfd"])
for call in (lambda: array.array("i", ["a"]), lambda: array.array("b", [200]), lambda: array.array("B", [-1]), lambda: array.array("i", 5), lambda: array.array("i", "ab"), lambda: a.append(2**31), lambda: a.append(1.5), lambda: a.index(12345), lambda: a.remove(12345), lambda: array.array("i").pop(), lambda: a.pop(99), lambda: a[99], lambda: a.__setitem__(99, 1), lambda: a + [1], lambda: a.extend("a"), lambda: a.extend(array.array("d", [1])), lambda: b.frombytes(b"a"), lambda: b.fromlist(["x"]), lambda: a.__setitem__(slice(0, 1), [1]), lambda: array.array()):
    try:
        print(call())
    except Exception as error:
        print(type(error).__name__, error)
