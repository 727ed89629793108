"""translate asks its table for code points: dicts, lists, texts, own classes; None deletes."""


def attempt(function):
    try:
        print(repr(function()))
    except Exception as error:
        print(type(error).__name__, error)

print("abcd".translate({97: "A", 98: None, 99: 0x1F600, "d": "ignored"}))
print("abcd".translate(str.maketrans("ab", "xy", "d")), "abc".translate(str.maketrans({"a": "long", 98: "B", "c": None})))


class Table:
    def __getitem__(self, point):
        if point == ord("a"):
            raise LookupError
        if point == ord("b"):
            raise KeyError
        return chr(point).upper() * 2


print("abc".translate(Table()))
print("\x00\x01\x02".translate(["zero", None, 65]), "\x00\x03".translate("xyz"))
attempt(lambda: "a".translate({97: 1.5}))
attempt(lambda: "a".translate({97: -1}))
attempt(lambda: "a".translate({97: 0x110000}))
attempt(lambda: "a".translate(5))
attempt(lambda: "a".translate())
attempt(lambda: str.maketrans("ab", "c"))
attempt(lambda: str.maketrans({"ab": 1}))
attempt(lambda: str.maketrans("a"))
attempt(lambda: str.maketrans({1.5: 1}))
attempt(lambda: str.maketrans("a", "b", 5))
attempt(lambda: str.maketrans("é", "e"))
attempt(lambda: "é".translate({233: "e", 101: "x"}))
print(str.maketrans.__qualname__, str.maketrans("ab", "xy", "ab"))
