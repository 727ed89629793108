print(repr("  a b  ".strip()), "xxaxx".strip("x"), "www.example.com".strip("cmowz."), "#... s #.1".strip(".#! "), repr("abc".strip("abc")), "abc".strip(""), "mississippi".rstrip("ipz"), "mississippi".lstrip("mis"))
print(repr("\u2003a\xa0\x1f".strip()), repr("\u200ba".strip()), "éaé".strip("é"), "😀x😀".strip("😀"), "aba".lstrip("a"), "aba".rstrip("a"), repr(" a ".strip(None)))
for call in (lambda: "a".strip(1), lambda: "a".strip(b"a"), lambda: "a".strip("a", "b"), lambda: "a".lstrip(chars="a"), lambda: "a".rstrip(["a"])):
    try:
        print(call())
    except TypeError as error:
        print(error)
