"""ljust, rjust, center, zfill and expandtabs: odd widths, fills, and signs."""


def attempt(function):
    try:
        print(repr(function()))
    except Exception as error:
        print(type(error).__name__, error)

for width in (-1, 0, 2, 3, 4, 5, 6, 7):
    print(width, repr("abc".center(width, "*")), repr("ab".center(width, "*")), repr("abc".ljust(width)), repr("abc".rjust(width, "é")), repr("-12".zfill(width)), repr("".center(width, ".")))
print("+5".zfill(4), "5".zfill(True), "--5".zfill(6), "-".zfill(3), "".zfill(2), "−5".zfill(4), "²".zfill(3))
print(repr("a\tb\tc".expandtabs()), repr("a\tb".expandtabs(4)), repr("ab\tc".expandtabs(0)), repr("a\tb".expandtabs(-3)), repr("a\n\tb\r\tc".expandtabs(tabsize=3)), repr("\t\t".expandtabs(1)))
attempt(lambda: "a".center(5, ""))
attempt(lambda: "a".center(5, "ab"))
attempt(lambda: "a".center(5, b"x"))
attempt(lambda: "a".center("5"))
attempt(lambda: "a".center(5.0))
attempt(lambda: "a".ljust())
attempt(lambda: "a".zfill("3"))
attempt(lambda: "a".rjust(3, 5))
attempt(lambda: "a\tb".expandtabs("4"))
attempt(lambda: "a".ljust(width=3))
