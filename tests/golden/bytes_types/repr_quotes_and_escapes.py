print(b"plain", b"it's", b'say "hi"', b"both ' and \"", b"\x00\t\n\r\\\x7f\x80\xff", b"", bytearray(b"it's"), bytearray(b"\x00"), bytearray())
print(str(b"a"), f"{b'a'}", f"{b'a'!r:>6}", "%s" % b"a", ascii(b"\xe9"), repr(b"\x1b[0m"))


class Mine(bytes):
    pass


class MineToo(bytearray):
    pass


print(Mine(b"x"), MineToo(b"x"), repr(MineToo()))
print(b'\101\x41\u0041\N{DIGIT ONE}', rb"\n", Rb'\x', b"a" b"b", b"""two
lines""")
