"""Which bytes of ill-formed UTF-8 are told of, and what replace makes of them."""
for data in (b"\x80", b"a\xc3", b"\xc0\x80", b"\xe2\x82", b"\xe2\x28\xa1", b"\xed\xa0\x80", b"\xf0\x9f\x98", b"\xf0\x28\x8c\xbc", b"\xf4\x90\x80\x80",
             b"\xff\xfe", b"\xf8\x88\x80\x80\x80", b"ok\xe2\x82\xac", b"\xe0\x80\x80", b"\xf0\x80\x80\x80", b"\xc3\xa9\xc3", b"\xf5", b"\xe2\x82a\xf0\x9f\x98b"):
    try:
        print(data, ascii(data.decode()))
    except UnicodeDecodeError as error:
        print(data, error.start, error.end, error.reason)
    print(ascii(data.decode(errors="replace")), ascii(data.decode("utf-8", "ignore")), ascii(data.decode(errors="backslashreplace")),
          ascii(data.decode(errors="surrogateescape")))
print(ascii(b"\xed\xa0\x80".decode("utf-8", "surrogatepass")))
for data, encoding in ((b"a\x00b", "utf-16-le"), (b"\x00\xd8", "utf-16-le"), (b"\xff\xfea\x00", "utf-16"), (b"\xfe\xff\x00a", "utf-16"), (b"\x00\x00\x11\x00", "utf-32-le"),
                       (b"a\x00\x00", "utf-32-le"), (b"\x81", "cp1252"), (b"\xa4", "iso8859-15"), (b"\xef\xbb\xbfa", "utf-8-sig"), (b"\xef\xbb\xbfa", "utf-8")):
    try:
        print(encoding, ascii(data.decode(encoding)))
    except UnicodeDecodeError as error:
        print(encoding, error)
