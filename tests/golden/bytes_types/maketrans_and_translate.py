table = bytes.maketrans(b"abc", b"xyz")
print(len(table), b"aabbccdd".translate(table), b"aabbccdd".translate(table, b"b"), b"abc".translate(None), b"abc".translate(None, delete=b"a"), bytearray(b"abc").translate(bytearray(table)), bytes.maketrans(b"", b"") == bytes(range(256)))
for call in (lambda: bytes.maketrans(b"ab", b"x"), lambda: bytes.maketrans("ab", "xy"), lambda: bytes.maketrans(b"a"), lambda: b"a".translate(bytes(255)), lambda: b"a".translate("x" * 256), lambda: b"a".translate(5), lambda: b"a".translate(), lambda: b"a".translate(None, "a")):
    try:
        print(call())
    except Exception as error:
        print(type(error).__name__, error)
