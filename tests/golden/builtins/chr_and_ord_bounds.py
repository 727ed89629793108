import sys

print(chr(97), chr(0x20AC), ord("€"), ord(chr(sys.maxunicode)) == sys.maxunicode)
print(ascii(chr(0)), ascii(chr(0xD800)), ord("\udfff"))
print(ord(b"a"), ord(bytearray(b"\xff")), chr(True) == "\x01")


def attempt(function, argument):
    try:
        print(function(argument))
    except Exception as error:
        print(type(error).__name__, error)


for argument in (-1, 0x110000, 2**100, "a", 1.5, None):
    attempt(chr, argument)
for argument in ("", "ab", b"", b"ab", 97, None, []):
    attempt(ord, argument)
