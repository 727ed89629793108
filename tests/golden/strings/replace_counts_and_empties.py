"""replace with counts, empty patterns and overlapping matches."""


def attempt(function):
    try:
        print(repr(function()))
    except Exception as error:
        print(type(error).__name__, error)

print("aaa".replace("a", "b", 2), "aaa".replace("a", "b", -1), "aaa".replace("a", "b", 0), "aaa".replace("aa", "b"), "abc".replace("", "-"), "abc".replace("", "-", 2), "".replace("", "x"),
      "".replace("a", "x"), "".replace("", "x", 0), "aXbX".replace("X", ""), "abc".replace("abc", ""), "a\x00b".replace("\x00", "!"))
attempt(lambda: "aaa".replace("a", "b", count=1))
attempt(lambda: "aaa".replace("a", "b", True))
attempt(lambda: "aaa".replace("a", "b", 2**70))
attempt(lambda: "aaa".replace("a"))
attempt(lambda: "aaa".replace("a", None))
attempt(lambda: "aaa".replace(1, "b"))
attempt(lambda: "aaa".replace("a", "b", "1"))
attempt(lambda: "aaa".replace("a", "b", 1.0))
attempt(lambda: "aaa".replace(b"a", b"b"))
attempt(lambda: b"aaa".replace(b"a", b"bb", 2))
attempt(lambda: b"abc".replace(b"", b"-"))
attempt(lambda: bytearray(b"aa").replace(b"a", b"c"))
attempt(lambda: b"aa".replace("a", "b"))
attempt(lambda: "ééé".replace("é", "ee", 1))
attempt(lambda: "abab".replace("ab", "ba").replace("ba", "ab", 1))
