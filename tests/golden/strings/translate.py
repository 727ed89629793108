t = str.maketrans("abc", "xyz", "d")
print("aabbccdd".translate(t), "abc".translate({97: "A", 98: None, 99: 67}), str.maketrans({"a": 1, "b": "two"}))
print("hello".translate(str.maketrans({"l": "LL"})))
try:
    str.maketrans("ab", "c")
except ValueError as e:
    print(e)
