class Base:
    def __add__(self, other):
        return "base add"

    def __radd__(self, other):
        return "base radd"


class Overrides(Base):
    def __radd__(self, other):
        return "overridden radd"


class Inherits(Base):
    pass


print(Base() + Overrides(), Base() + Inherits(), Overrides() + Base(), 1 + Base(), Base() + 1)


class MyInt(int):
    def __radd__(self, other):
        return "mine"

    def __rpow__(self, base, modulus=None):
        return "my rpow"


class Silent(int):
    def __add__(self, other):
        return NotImplemented


print(1 + MyInt(2), MyInt(1) + 2, 1.0 + MyInt(2), True + MyInt(1), 2 ** MyInt(3), sum([1, MyInt(2)]))
try:
    Silent(1) + "a"
except TypeError as error:
    print(error)
print(Silent(1) + MyInt(2))


class MyList(list):
    def __radd__(self, other):
        return ["reflected"]


print([1] + MyList([2]), MyList([1]) + [2], [1] * 2)
for call in (lambda: [1] + (2,), lambda: 1 + "a", lambda: "a" + 1, lambda: None + 1, lambda: {} + {}, lambda: object() - object(), lambda: [] * [], lambda: "a" % (), lambda: 1 @ 2, lambda: ... | 1, lambda: int + str, lambda: b"" + "", lambda: len + 1):
    try:
        print(call())
    except TypeError as error:
        print(error)
