"""find, count, in, startswith, strip, join and maketrans: what each takes."""


def attempt(function):
    try:
        print(repr(function()))
    except Exception as error:
        print(type(error).__name__, error)

b = b"abcabc"
print(b.find(98), b.find(b"c", 3), b.rfind(97), b.count(97), b.count(b""), b.index(99), 98 in b, b"ca" in b, b"" in b, b.find(b""), b.rfind(b""))
print(b.startswith(b"ab"), b.startswith((b"x", b"a")), b.endswith(bytearray(b"c")), b.strip(b"ac"), b.lstrip(b"a"), b.rstrip(b"cb"), b" \t\x0b\x0ca ".strip())
print(bytes.maketrans(b"ab", b"xy")[97:99], b.translate(bytes.maketrans(b"ab", b"xy")), b.translate(None, b"b"), b.translate(bytes(range(256)), delete=b"a"))
for bad in ((lambda: b.find(256)), (lambda: b.find(-1)), (lambda: b.find("a")), (lambda: b.count(None)), (lambda: b.index(b"z")), (lambda: b.index(122)), (lambda: b.startswith("a")), (lambda: b.startswith(97)),
            (lambda: b.startswith((97,))), (lambda: b.strip("a")), (lambda: b.strip(97)), (lambda: b.translate(b"short")), (lambda: b.translate("x" * 256)), (lambda: bytes.maketrans(b"a", b"bc")), (lambda: bytes.maketrans("a", "b")),
            (lambda: b.replace(97, b"x")), (lambda: b.split(97)), (lambda: b.split(b"")), (lambda: b.center(9, "x")), (lambda: b.center(9, b"xy")), (lambda: b.removeprefix("a")), (lambda: b.join(b"ab")), (lambda: b.rindex(b"q")),
            (lambda: b.hex("::")), (lambda: b.hex(":", 2)), (lambda: b.hex(b":", -2)), (lambda: bytes.fromhex("0g")), (lambda: bytes.fromhex("abc")), (lambda: bytes.fromhex("ab cd\n")), (lambda: bytes.fromhex(b"ab")),
            (lambda: b.isalpha()), (lambda: b"".isalpha()), (lambda: b"\xe9".isalpha()), (lambda: b"1 ".isdigit()), (lambda: b"Ab Cd".istitle()), (lambda: b"\x80".isascii())):
    attempt(bad)
