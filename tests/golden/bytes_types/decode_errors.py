for data, encoding in ((b"\xff", "utf-8"), (b"\xc3", "utf-8"), (b"a\xe2\x82z", "utf-8"), (b"\xf0\x9f\x98", "utf-8"), (b"\xc0\x80", "utf-8"), (b"\xed\xa0\x80", "utf-8"), (b"\x80", "ascii"), (b"a", "utf-16"), (b"\x00\xd8", "utf-16-le"), (b"\x00\x00\x11\x00", "utf-32-le")):
    try:
        data.decode(encoding)
    except UnicodeDecodeError as error:
        print(error, "|", error.start, error.end, error.reason, data.decode(encoding, "replace").encode("ascii", "backslashreplace"), repr(data.decode(encoding, "ignore")))
print(b"a\xffb".decode("utf-8", "backslashreplace"), ascii(b"\xff".decode("utf-8", "surrogateescape")), b"\xe9".decode("latin-1"), bytearray(b"x").decode(), b"\xef\xbb\xbfbom".decode("utf-8-sig"))
for call in (lambda: b"a".decode("no-such"), lambda: b"a".decode(5), lambda: b"\xff".decode("utf-8", "no-such"), lambda: b"a".decode("utf-8", 5), lambda: b"a".decode("hex"), lambda: b"a".decode("a\0b")):
    try:
        print(call())
    except Exception as error:
        print(type(error).__name__, error)
