print("a" < "b", "Z" < "a", "abc" < "abd", "ab" < "abc", "" < "a", "10" < "9", "é" > "z", "a" == "a", "a" != "b", max("b", "a", "c"), sorted("hello"))
print("\ud7ff" < "\U0001F600", "\uffff" < "\U00010000", "a" * 3 == "aaa")
