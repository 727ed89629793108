words = ["b", "a", "B", "é", "z", "", "aa", "😀", "\uffff", "ab"]
print(sorted(words), sorted(words, key=str.casefold), "a" < "b", "a" < "B", "\uffff" < "😀", "" < "a", "abc" < "abd", "ab" < "abc", "é" == "e\u0301")
print("a" == b"a", "a" != b"a", "a" == 97, "a" == "A".lower())
for call in (lambda: "a" < 1, lambda: "a" < b"a", lambda: "a" >= None, lambda: max("a", 1), lambda: ["a"] < "a"):
    try:
        print(call())
    except TypeError as error:
        print(error)
print("a".__eq__(1), "a".__lt__(1), "a".__lt__("b"), "a".__ne__("a"), "abc" "def" == "abcdef")
