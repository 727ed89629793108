class Money(float):
    def __new__(cls, amount, currency):
        self = super().__new__(cls, amount)
        self.currency = currency
        return self


class History(list):
    def append(self, item):
        super().append((len(self), item))


class Strict(dict):
    def __setitem__(self, key, value):
        if key in self:
            raise KeyError(f"{key} again")
        super().__setitem__(key, value)


class Upper(str):
    def __new__(cls, value):
        return super().__new__(cls, value.upper())


class Tree(tuple):
    def __new__(cls, *items):
        return super().__new__(cls, items)


class Words(set):
    def __contains__(self, word):
        return super().__contains__(word.lower())


class Trouble(ValueError):
    def __init__(self, code, *rest):
        super().__init__(*rest)
        self.code = code


m, h, s = Money(2.5, "EUR"), History(), Strict(a=1, b=2)
h.append("x")
h.extend("y")
h += ["z"]
s.update(a=5)
print(m, m.currency, m + 1, h, s, Upper("abc"), Upper("abc") + "d", Tree(1, 2, 3), Tree()[:], Words(["abc"]), "ABC" in Words(["abc"]))
try:
    s["a"] = 9
except KeyError as error:
    print(error)
try:
    raise Trouble(7, "text", 8)
except ValueError as error:
    print(error, error.code, error.args, repr(error))
for base in (bool, type(None), type(...), range, slice, type(lambda: 0), memoryview, type(iter([])), type(x for x in []), type(len)):
    try:
        type("Sub", (base,), {})
        print(base.__name__, "can be inherited from")
    except TypeError as error:
        print(error)
