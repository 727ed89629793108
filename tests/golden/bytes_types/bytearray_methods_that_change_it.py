"""append, extend, insert, pop, remove, reverse, clear, item and slice assignment, in-place operators."""


def attempt(function):
    try:
        print(repr(function()))
    except Exception as error:
        print(type(error).__name__, error)

a = bytearray(b"abc")
a.append(100)
a.extend(b"ef")
a.extend([103, 104])
a.extend(iter("i".encode()))
a.insert(0, 64)
a.insert(100, 33)
a.insert(-1, 45)
print(a, a.pop(), a.pop(0), a.pop(-2), a)
a.remove(ord("b"))
a.reverse()
print(a)
a[0] = 90
a[1:3] = b"long text"
a[::2] = bytes(len(a[::2]))
print(a)
del a[0], a[::3]
print(a)
a += b"xyz"
a *= 2
print(a, len(a))
for bad in ((lambda: a.append(256)), (lambda: a.append(-1)), (lambda: a.append("a")), (lambda: a.extend("abc")), (lambda: a.extend([1, 300])), (lambda: a.extend(5)), (lambda: a.insert("0", 1)), (lambda: a.remove(7)),
            (lambda: a.pop(1000)), (lambda: bytearray().pop()), (lambda: a.__setitem__(0, 256)), (lambda: a.__setitem__(0, "a")), (lambda: a.__setitem__(slice(0, 2), "ab")), (lambda: a.__setitem__(slice(0, 2), 5)),
            (lambda: a.__setitem__(slice(0, 4, 2), b"abc")), (lambda: a.__setitem__(1000, 1)), (lambda: a.__delitem__(1000)), (lambda: a.__iadd__("x")), (lambda: hash(a)), (lambda: a.__iadd__(5)),
            (lambda: a.__setitem__("x", 1)), (lambda: a.__setitem__(slice(0, 1), [1, 2, 3]))):
    attempt(bad)
print(a)
a.clear()
print(a, a.copy(), a.copy() is a)
b = bytearray(b"self")
b.extend(bytes(b))
b[1:1] = bytes(b)
b += bytes(b)
print(b)
