b = b"abc"
print(b[0], b[-1], b[0:1], b[::-1], list(b), b[True], max(b), b * 2, 2 * b, b + b"d", bytearray(b"x") + b"y", b"x" + bytearray(b"y"), hash(b) == hash(b"abc"))
print(b == bytearray(b), b < b"abd", b"" < b"a", b == memoryview(b), b == "abc", b == [97, 98, 99], b"a" < bytearray(b"b"), b != b"abc", {b: 1}[b"abc"])
for call in (lambda: b[3], lambda: b["a"], lambda: b[1.0], lambda: b < "abc", lambda: b + "d", lambda: "d" + b, lambda: b * 1.5, lambda: b + [1], lambda: b[::0], lambda: b % "no", lambda: b > 1, lambda: b * 2**62, lambda: b[2**70]):
    try:
        print(call())
    except Exception as error:
        print(type(error).__name__, error)
for statement in ("b[0] = 1", "del b[0]", "b.x = 1", "b[0:1] = b''"):
    try:
        exec(statement)
    except Exception as error:
        print(type(error).__name__, error)
