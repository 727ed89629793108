print("aaaa".replace("a", "b", 2), "aaaa".replace("aa", "b"), "abc".replace("", "-"), "abc".replace("", "-", 2), "".replace("", "x"), "".replace("", "x", 0), "abc".replace("b", ""), "abc".replace("z", "y"))
print("aaaa".replace("a", "b", -1), "aaaa".replace("a", "b", count=1), "aXbX".replace("X", "😀"), "😀b".replace("😀", "a"), "ab".replace("ab", "ba" * 3))
same = "unchanged"
print(same.replace("z", "y") == same, "".replace("a", "b") == "")
for call in (lambda: "a".replace("a"), lambda: "a".replace(1, "b"), lambda: "a".replace("a", None), lambda: "a".replace("a", "b", "1"), lambda: "a".replace("a", "b", None), lambda: "a".replace(old="a", new="b")):
    try:
        print(call())
    except TypeError as error:
        print(error)
