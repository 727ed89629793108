e = UnicodeDecodeError("utf-8", b"abc\xff", 3, 4, "bad byte")
print(e, e.encoding, e.object, e.start, e.end, e.reason, e.args)
print(UnicodeEncodeError("ascii", "aé", 1, 2, "not ascii"), "|", UnicodeEncodeError("ascii", "aéé", 1, 3, "not ascii"), "|", UnicodeEncodeError("x", "😀", 0, 1, "r"), "|", UnicodeTranslateError("aé", 1, 2, "why"))
e.start, e.end, e.reason = 0, 2, "changed"
print(e, "|", e.args[2])
print(UnicodeDecodeError("x", bytearray(b"ab"), 0, 2, "several").object, issubclass(UnicodeError, ValueError))
for cls, arguments in ((UnicodeDecodeError, ()), (UnicodeDecodeError, ("utf-8", "text", 0, 1, "r")), (UnicodeEncodeError, ("ascii", b"x", 0, 1, "r")), (UnicodeEncodeError, ("ascii", "x", "0", 1, "r")), (UnicodeTranslateError, ("x", 0, 1)), (UnicodeEncodeError, (1, "x", 0, 1, "r"))):
    try:
        print(cls(*arguments))
    except TypeError as error:
        print(cls.__name__, error)
e.start = 100
print(e.start, e)
