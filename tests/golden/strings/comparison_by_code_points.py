"""Strings order by code point, whatever the length of their encoding."""
words = ["a", "B", "é", "z", "Z", "", "aa", "a\x00", "\uffff", "😀", "\ud800", "ß", "ss", "10", "9", " a"]
print([ascii(w) for w in sorted(words)], max(words) == "😀", min(words) == "", "a" < "a\x00", "\uffff" < "\U00010000", "Z" < "a", "é" > "z", "e\u0301" < "é")
print("abc" < "abd", "abc" < "abcd", "abc" == "abc", "" < "a", "a" <= "a", not "a" < "a", "a" != b"a", "1" == 1, sorted("hello"), "a" in ["a"], "apple" > "Apple")
for f in (lambda: "a" < 1, lambda: "a" < None, lambda: "a" < b"a", lambda: sorted(["a", 1]), lambda: max("a", 1), lambda: "a" >= ["a"]):
    try:
        print(f())
    except TypeError as error:
        print(error)
