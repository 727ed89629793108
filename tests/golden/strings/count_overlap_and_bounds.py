print("aaaa".count("aa"), "abc".count(""), "".count(""), "abc".count("", 1), "abc".count("", 3), "abc".count("", 4), "abcabc".count("c", 2, -1), "abcabc".count("c", -1))
print("😀a😀".count("😀"), "aXbXc".count("X", None, None), "a".count("a", -100, 100))
for call in (lambda: "a".count(), lambda: "a".count(1), lambda: "a".count("a", "b"), lambda: "a".count("a", 1.0), lambda: "a".count(b"a")):
    try:
        print(call())
    except TypeError as error:
        print(error)
