print(str.maketrans("abc", "xyz"), str.maketrans("ab", "xy", "cd"), str.maketrans({"a": "1", 98: None, "c": 51}), "".maketrans({}))
print("abcde".translate(str.maketrans("abc", "xyz", "d")), "abc".translate({97: "AAA", 98: None, 99: 0x20AC}), "abc".translate([None] * 98 + ["B"]) , "😀a".translate({0x1F600: ":)"}))


class Upper:
    def __getitem__(self, code):
        if chr(code).islower():
            return chr(code).upper()
        raise LookupError


print("aBc!".translate(Upper()), "abc".translate("x" * 98 + "yz"))
for call in (lambda: str.maketrans("ab", "c"), lambda: str.maketrans("a"), lambda: str.maketrans({"ab": 1}), lambda: str.maketrans({1.5: 1}), lambda: str.maketrans(1, "a"), lambda: str.maketrans("a", "b", 3), lambda: "a".translate({97: 0x110000}), lambda: "a".translate({97: 1.5}), lambda: "a".translate(3), lambda: "a".translate(), lambda: str.maketrans({}, "a")):
    try:
        print(call())
    except Exception as error:
        print(type(error).__name__, error)
