import array

a = memoryview(array.array("i", [1, 2, 3]))
print(a == memoryview(array.array("h", [1, 2, 3])), a == array.array("d", [1.0, 2.0, 3.0]), a == b"\x01\x02\x03", memoryview(b"abc") == b"abc", memoryview(b"abc") == "abc", memoryview(b"abc") == [97, 98, 99], memoryview(b"abc") != bytearray(b"abd"))
print(a[::-1] == memoryview(array.array("i", [3, 2, 1])), a[1:] == a[:2], memoryview(b"") == b"", memoryview(b"ab").cast("c") == memoryview(b"ab"))
print(a.tolist(), list(a), 2 in a, list(reversed(a)), a.tobytes()[:4], bytes(memoryview(b"x")), sum(a))
for call in (lambda: memoryview(b"a") < memoryview(b"b"), lambda: memoryview(b"a") + b"b", lambda: memoryview(b"a") * 2, lambda: memoryview(), lambda: memoryview(b"a", b"b"), lambda: memoryview(object=b"a").tolist(), lambda: hash(a)):
    try:
        print(call())
    except Exception as error:
        print(type(error).__name__, error)
