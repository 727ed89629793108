print(list(), tuple(), list("ab"), tuple([1, 2]), list({"k": 1}), tuple(range(3)))
original = [1]
print(list(original) is original, tuple((1,)) == (1,))
same = (1, 2)
print(tuple(same) is same, tuple([]) == ())


class Hinted:
    def __init__(self, hint):
        self.hint = hint

    def __iter__(self):
        return iter("xyz")

    def __length_hint__(self):
        return self.hint


print(list(Hinted(1)), list(Hinted(100)), tuple(Hinted(0)), list(Hinted(NotImplemented)))
for value in (Hinted(-1), Hinted("3"), 3, None):
    try:
        print(list(value))
    except Exception as error:
        print(type(error).__name__, error)
for constructor in (list, tuple):
    for arguments, keywords in (((1, 2), {}), ((), {"sequence": "a"}), (("a", "b", "c"), {})):
        try:
            print(constructor(*arguments, **keywords))
        except TypeError as error:
            print(error)
