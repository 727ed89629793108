print("TestHook".removeprefix("Test"), "BaseTestCase".removeprefix("Test"), "MiscTests".removesuffix("Tests"), "TmpDirMixin".removesuffix("Tests"))
print("aaa".removeprefix("a"), "aaa".removesuffix("a"), repr("a".removeprefix("a")), "abc".removeprefix(""), "abc".removesuffix(""), "a".removesuffix("abc"))


class Text(str):
    pass


print(type(Text("abc").removeprefix("x")).__name__, type(Text("abc").removeprefix("a")).__name__)
for call in (lambda: "a".removeprefix(("a",)), lambda: "a".removesuffix(1), lambda: "a".removeprefix(), lambda: "a".removeprefix("a", "b"), lambda: "a".removesuffix(b"a")):
    try:
        print(call())
    except TypeError as error:
        print(error)
