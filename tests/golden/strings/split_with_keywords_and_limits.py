"""sep and maxsplit by name, zero and negative limits, and separators that cannot be."""


def attempt(function):
    try:
        print(repr(function()))
    except Exception as error:
        print(type(error).__name__, error)

text = " a  b c  "
for limit in (-2, -1, 0, 1, 2, 3, 10):
    print(text.split(maxsplit=limit), text.rsplit(None, limit), "a,b,,c,".split(",", limit), "a,b,,c,".rsplit(",", maxsplit=limit))
attempt(lambda: "a b".split(""))
attempt(lambda: "a b".split(1))
attempt(lambda: "a b".split(b" "))
attempt(lambda: "a b".split(" ", "1"))
attempt(lambda: "a b".split(" ", 1.0))
attempt(lambda: "a b".split(sep=" ", maxsplit=True))
attempt(lambda: "a b".split(" ", 1, 2))
attempt(lambda: "a b".split(separator=" "))
attempt(lambda: "a b".split(" ", 2**70))
attempt(lambda: "".split())
attempt(lambda: "".split(","))
attempt(lambda: "aXXbXXXc".split("XX"))
attempt(lambda: "aXXbXXXc".rsplit("XX"))
attempt(lambda: "\x1ca\u2003b\x85c\u200bd".split())
attempt(lambda: "aaa".split("aa"))
attempt(lambda: "aaa".rsplit("aa"))
