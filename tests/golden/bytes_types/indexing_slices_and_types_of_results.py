"""Items of bytes are ints, slices are bytes; bytearray methods give bytearrays."""


def attempt(function):
    try:
        print(repr(function()))
    except Exception as error:
        print(type(error).__name__, error)

b, a = b"hello", bytearray(b"hello")
print(b[0], b[-1], b[1:3], b[::-1], b[5:], a[0], a[1:3], a[::2], list(b[:2]), b[slice(1, 2)], b[True])
for name, args in (("upper", ()), ("title", ()), ("replace", (b"l", b"L")), ("strip", (b"h",)), ("center", (9, b"-")), ("split", (b"l",)), ("partition", (b"l",)), ("translate", (None, b"l")), ("zfill", (8,)),
                   ("removeprefix", (b"he",)), ("swapcase", ()), ("expandtabs", ()), ("ljust", (7,)), ("splitlines", ())):
    print(name, getattr(b, name)(*args), getattr(a, name)(*args))
for bad in (5, -6, 2**70, "0", 1.0, None, slice("a")):
    attempt(lambda: b[bad])
    attempt(lambda: a[bad])
attempt(lambda: b[0:"x"])
attempt(lambda: b.__setitem__)
attempt(lambda: b + a)
attempt(lambda: a + b)
attempt(lambda: b + "x")
attempt(lambda: b + [1])
attempt(lambda: a + memoryview(b"!"))
attempt(lambda: b * 2)
attempt(lambda: b == a)
attempt(lambda: b == "hello")
attempt(lambda: b < a)
attempt(lambda: b < "a")
attempt(lambda: hash(b) == hash(bytes(a)))
