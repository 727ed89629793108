b = b"hello\x00\xff"
print(b, len(b), b[0], b[-1], b[1:3], b[::-1], list(b[:3]), 104 in b, b"ell" in b, b + b"!", b * 2, b == b"hello\x00\xff", b"a" < b"b")
print(bytes(3), bytes([1, 2]), bytes("é", "utf-8"), bytes(b"x"), bytes(range(3)), bytes(), bytes.fromhex("00 ff10"), b"\x01\xab".hex(), b"\x01\xab\xcd".hex(":"))
for f in (lambda: bytes([256]), lambda: bytes("a"), lambda: bytes(-1), lambda: b"a" + "b", lambda: b[99], lambda: bytes([1.5]), lambda: bytes.fromhex("0"), lambda: "a" in b"a"):
    try:
        f()
    except Exception as e:
        print(type(e).__name__, e)
try:
    b[0] = 1
except TypeError as e:
    print(e)
