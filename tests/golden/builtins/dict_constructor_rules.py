class Mapping:
    def keys(self):
        return ["a", "b"]

    def __getitem__(self, key):
        return key * 2


print(dict(), dict(a=1), dict([("a", 1), ("b", 2)], b=3), dict(Mapping()), dict(Mapping(), a=0))
print(dict(zip("ab", range(2))), dict(["ab", "cd"]), dict({1: 2}, **{"x y": 3}))
print(dict(self=1, iterable=2), dict(**{"": 0}))


def attempt(*arguments, **keywords):
    try:
        print(dict(*arguments, **keywords))
    except Exception as error:
        print(type(error).__name__, error)


attempt(1)
attempt([1])
attempt([(1, 2, 3)])
attempt([(1, 2), "abc"])
attempt([([], 1)])
attempt({}, {})
attempt(None)
attempt(**{"a": 1}, b=2)
