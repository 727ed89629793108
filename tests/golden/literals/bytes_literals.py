print(b"abc", B'x\ny', b"\x00\xff", rb"\n", Rb"\d", b"quote's", b'both\'"')
print(b"a" b"b", b"\101", list(b"az"), b"""multi
line""")
