print("a=b=c".partition("="), "a=b=c".rpartition("="), "abc".partition("="), "abc".rpartition("="), "=".partition("="), "a->b".partition("->"), "".partition("x"))
print("héllo".partition("é"), "aXXb".rpartition("XX"), "".join("a=b".partition("=")))


class Text(str):
    pass


print([type(piece).__name__ for piece in Text("a=b").partition("=")], type(Text("ab").partition("=")[0]).__name__)
for call in (lambda: "a".partition(""), lambda: "a".rpartition(""), lambda: "a".partition(1), lambda: "a".partition(), lambda: "a".partition(None)):
    try:
        print(call())
    except Exception as error:
        print(type(error).__name__, error)
