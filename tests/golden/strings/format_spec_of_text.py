"""The text presentation: fill, alignment, width, precision, and what text refuses."""


def attempt(function):
    try:
        print(repr(function()))
    except Exception as error:
        print(type(error).__name__, error)

s = "héllo"
for spec in ("", "s", "10", "<10", ">10", "^10", "*^11", ".3", ".0", "10.3", ">10.2s", "é^9", "{<8", "}>8", "05", "<05", ".10", "1", "0"):
    print(repr(spec), repr(format(s, spec)))
for spec in ("d", "=10", "+", " ", "#", ",", "_", ".", "10.", "x", "-", ".3d", "z", "<<", "^^9", "10s3", "c", "é", "0=10"):
    attempt(lambda: format(s, spec))
attempt(lambda: "{:{}}".format("a", 5))
attempt(lambda: "{:{}.{}}".format("abcdef", 8, 2))
attempt(lambda: "{0:>{1}}|{0:<{1}}".format("ab", 4))
attempt(lambda: "{!r:>6}|{!s:^5}|{!a}".format("é", 1, "é"))
attempt(lambda: "{:}".format("x"))
attempt(lambda: "{:{fill}^{w}}".format("x", fill="-", w=5))
attempt(lambda: format(s, 5))
attempt(lambda: s.__format__("^7"))
