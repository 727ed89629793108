text = "the cat sat on the mat"
print(text.find("at"), text.rfind("at"), text.find("at", 6), text.rfind("at", 0, 6), text.find("dog"), text.find(""), text.rfind(""), text.find("", 100), text.find("", 22), text.find("the", -7))
print(text.index("cat"), text.rindex("the"), "".find(""), "".rfind("", 1), "äöü".find("ü"), "😀😀".rfind("😀"))
for call in (lambda: text.index("dog"), lambda: text.rindex("dog"), lambda: text.index("the", 16), lambda: text.find(3), lambda: text.find(), lambda: text.find("a", "b"), lambda: text.index(None)):
    try:
        print(call())
    except Exception as error:
        print(type(error).__name__, error)


class Index:
    def __index__(self):
        return 5


print(text.find("at", Index()), text.find("t", None, Index()), text.find("at", 2**70), text.find("at", -(2**70)))
