print("hello".startswith("he"), "hello".startswith(("x", "he")), "hello".startswith(()), "hello".startswith(""), "hello".startswith("", 5), "hello".startswith("", 6), "hello".startswith("l", 2), "hello".startswith("lo", -2))
print("hello".endswith("lo"), "hello".endswith(("x", "o")), "hello".endswith("l", 0, -1), "hello".endswith("", 0, 0), "hello".endswith("hello", 1))
for call in (lambda: "a".startswith(1), lambda: "a".startswith(["a"]), lambda: "a".startswith(("x", 1)), lambda: "a".startswith(("a", 1)), lambda: "a".endswith(b"a"), lambda: "a".endswith(), lambda: "a".startswith("a", "x")):
    try:
        print(call())
    except TypeError as error:
        print(error)
