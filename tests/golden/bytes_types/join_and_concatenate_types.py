print(type(b"".join([bytearray(b"a")])).__name__, type(bytearray().join([b"a", b"b"])).__name__, type(b"a" + bytearray(b"b")).__name__, type(bytearray(b"a") + b"b").__name__, b",".join([]), b",".join([b"only"]), bytearray(b"-").join([b"a", memoryview(b"b")]), b"ab" * 2, b"a" + memoryview(b"b"))
for call in (lambda: b"a" + "b", lambda: "a" + b"b", lambda: b"".join(["a"]), lambda: b"".join([b"a", 5]), lambda: b"a" + [98], lambda: b"a" + 5, lambda: bytearray(b"a") + "b", lambda: b"a" % 5, lambda: b"a" - b"b", lambda: memoryview(b"a") + b"b", lambda: b"a" in "ab", lambda: "a" in b"ab", lambda: b"a".join(b"bc")):
    try:
        print(call())
    except TypeError as error:
        print(error)
