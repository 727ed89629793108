"""* takes any iterable and ** any mapping, in displays and calls, with their own messages."""


def f(*args, **kwargs):
    return args, kwargs


class Keys:
    def keys(self):
        return iter(["a", "b"])

    def __getitem__(self, key):
        return key.upper()


class Broken:
    def keys(self):
        raise AttributeError("keys is broken")


class NoItems:
    def keys(self):
        return ["a"]


def attempt(function):
    try:
        print(function())
    except Exception as error:
        print(type(error).__name__, error)


attempt(lambda: f(*"ab", **Keys()))
attempt(lambda: {**Keys()})
attempt(lambda: dict(**Keys(), c=1))
attempt(lambda: f(**{"a": 1}, **{"a": 2}))
attempt(lambda: f(a=1, **{"a": 2}))
attempt(lambda: f(**{1: 2}))
attempt(lambda: f(*1))
attempt(lambda: f(**1))
attempt(lambda: f(*None, *1))
attempt(lambda: [*1])
attempt(lambda: (*1,))
attempt(lambda: {*1})
attempt(lambda: {**1})
attempt(lambda: {**[1]})
attempt(lambda: {*[[]]})
attempt(lambda: {**Broken()})
attempt(lambda: f(**Broken()))
attempt(lambda: {**NoItems()})
attempt(lambda: f(**NoItems()))
attempt(lambda: {"a": 1, **{"a": 2}, "a": 3})
attempt(lambda: [*range(3), *{"k": 1}, *"xy", *(i for i in (7,))])
attempt(lambda: f(*[1], 2, *[3], k=4, *[5]))
attempt(lambda: f(**{"a b": 1}))
attempt(lambda: print(**{"nope": 1}))
attempt(lambda: f(*(1 / 0 for _ in "a")))
attempt(lambda: len(*[[1, 2]]))
