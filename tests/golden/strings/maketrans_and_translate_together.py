"""A table of maketrans deletes, replaces by longer texts, and works with non-ASCII."""
t = str.maketrans("áéí", "aei", "x")
print("xáéíx".translate(t), t == {225: 97, 233: 101, 237: 105, 120: None}, "abc".translate(str.maketrans({"a": "AA", "b": None, 99: 0x1F600})), "aaa".translate({97: "bb"}), "tab\t".translate({9: "    "}), "abc".translate({}), "abc".translate(dict.fromkeys(map(ord, "ac"))), "é".translate({0xe9: None}) == "")
rot13 = str.maketrans("abcdefghijklmnopqrstuvwxyz", "nopqrstuvwxyzabcdefghijklm")
print("hello".translate(rot13), "hello".translate(rot13).translate(rot13), "Hello World".translate(str.maketrans("lo", "01")), "a" "b".translate({98: 99}), str.maketrans("a", "b", "ac")[97])
import string

print("it's, here!".translate(str.maketrans("", "", string.punctuation)))
