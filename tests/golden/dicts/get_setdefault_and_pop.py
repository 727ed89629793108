class Loud:
    def __init__(self, name):
        self.name = name

    def __hash__(self):
        print("hash", self.name)
        return hash(self.name)

    def __eq__(self, other):
        print("eq", self.name)
        return self.name == getattr(other, "name", other)


d = {"a": 1}
print(d.get("a"), d.get("b"), d.get("b", 2), d.setdefault("a", 9), d.setdefault("c"), d.setdefault("e", 5), d)
print(d.get(Loud("a")), d.setdefault(Loud("a"), 0), d.pop(Loud("c"), "none"), d)
print(d.pop("e"), d.pop("zz", None), d.popitem(), d)
for call in (lambda: d.pop("zz"), lambda: {}.popitem(), lambda: d.get([]), lambda: d.pop([]), lambda: d.setdefault({}), lambda: d.get(), lambda: d.pop(), lambda: d.get("a", default=1), lambda: d[[]], lambda: d["no"], lambda: d[(1, 2)], lambda: {}.pop([]), lambda: d.setdefault("a", 1, 2)):
    try:
        print(call())
    except Exception as error:
        print(type(error).__name__, error)
