print("[" + "  a b \t\n".strip() + "]", "xxhixx".strip("x"), "xyhiyx".lstrip("xy"), "abc".rstrip("bc"), "...a.".strip("."), "\u3000a\u2003".strip())
print("aaa".replace("a", "b", 2), "abc".replace("", "-"), "abc".replace("x", "y"), "aXbX".replace("X", ""), "abab".replace("ab", "c"))
print("prefix_x".removeprefix("prefix_"), "x.py".removesuffix(".py"), "x".removesuffix("y"), "a\tb".expandtabs(4), "\t|".expandtabs())
