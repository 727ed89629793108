print("[" + "ab".center(5) + "]", "[" + "abc".center(6) + "]", "[" + "ab".center(7, "*") + "]", "x".center(0), "x".center(-5), "é".ljust(3, "ß"), "x".rjust(3, "😀"))
for text in ("42", "-42", "+42", "--42", "", "-", "+", "a", "٣"):
    print(repr(text.zfill(5)), repr(text.zfill(2)))
for call in (lambda: "a".center("3"), lambda: "a".center(3, "ab"), lambda: "a".ljust(3, ""), lambda: "a".rjust(3, 1), lambda: "a".zfill(), lambda: "a".center(), lambda: "a".ljust(3, b" "), lambda: "a".zfill(1.0)):
    try:
        print(call())
    except TypeError as error:
        print(error)
print(type("abc".center(1)).__name__, "abc".ljust(True), "{:>{w}}".format("x", w=3))
