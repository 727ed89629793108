print("héllo".encode(), "héllo".encode("latin-1"), "h".encode("utf-16-le"), "é😀".encode("utf-8"), b"h\xc3\xa9".decode(), b"\xe9".decode("latin-1"))
print("é".encode("ascii", "ignore"), "é".encode("ascii", "replace"), "é".encode("ascii", "backslashreplace"), "é".encode("ascii", "xmlcharrefreplace"))
print(b"a\xffb".decode("utf-8", "replace"), b"a\xffb".decode("utf-8", "ignore"), ascii(b"a\xff".decode("utf-8", "surrogateescape")))
for f in (lambda: "é".encode("ascii"), lambda: b"\xff".decode(), lambda: b"\xc3".decode("utf-8"), lambda: "a".encode("nope"), lambda: "\ud800".encode()):
    try:
        f()
    except Exception as e:
        print(type(e).__name__, e)
