print(str(b"caf\xc3\xa9", "utf-8"), str(b"caf\xe9", "latin-1"), str(b"\xff", "ascii", "replace"), str(b"a"), str(object=5), str())
print(str(bytearray(b"x"), encoding="ascii"), str(memoryview(b"view"), "ascii"), str(b"", errors="strict"))
for arguments in ((b"\xff", "utf-8"), (b"\xff", "ascii"), ("a", "utf-8"), (1, "utf-8"), (b"a", "no-such"), (b"\xff", "ascii", "no-such"), (b"a", 5), (b"a", "utf-8", "x", 1), (b"\xe2\x82", "utf-8"), (b"\xed\xa0\x80", "utf-8")):
    try:
        print(str(*arguments))
    except Exception as error:
        print(type(error).__name__, error)
