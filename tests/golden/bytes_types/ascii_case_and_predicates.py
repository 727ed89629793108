for value in (b"hello World 42", b"", b"\xe9A", b"ABC", b"abc", b"  \t", b"123", b"Title Case", b"a_b", b"\x80"):
    print(value, value.upper(), value.lower(), value.title(), value.capitalize(), value.swapcase())
    print([name for name in ("isalnum", "isalpha", "isascii", "isdigit", "islower", "isspace", "istitle", "isupper") if getattr(value, name)()])
print(bytearray(b"ab").upper(), type(bytearray(b"ab").title()).__name__)
