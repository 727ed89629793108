from collections import defaultdict

d = defaultdict(list)
d["a"].append(1)
print(d, d["b"], len(d), d.get("c"), "c" in d, d.pop("a"), d.default_factory)
d.default_factory = None
try:
    d["x"]
except KeyError as error:
    print(error)


def failing():
    raise LookupError("factory failed")


f = defaultdict(failing)
try:
    f["k"]
except LookupError as error:
    print(error, type(error).__name__, len(f))
n = defaultdict(lambda: defaultdict(int))
n["a"]["b"] += 1
print(n["a"], repr(n)[:22], defaultdict(None, a=1), defaultdict(int, [("a", 1)], b=2), defaultdict())
loop = defaultdict(list)
loop["l"] = loop
print(loop)
for call in (lambda: defaultdict(5), lambda: defaultdict(int, 5), lambda: defaultdict(int, {}, {}),
             lambda: defaultdict(lambda x: 1)["a"]):
    try:
        print(call())
    except TypeError as error:
        print(str(error).replace("<locals>.", ""))
print(defaultdict(int, a=1) | {"b": 2}, {"b": 2} | defaultdict(int, a=1), defaultdict(int, a=1) == {"a": 1})
c = d.copy()
print(type(c).__name__, c == d, c.default_factory, defaultdict(int).__reduce__()[:2])


class Sub(defaultdict):
    def __missing__(self, key):
        value = super().__missing__(key) if self.default_factory else key * 2
        return value


print(Sub()["ab"], Sub(int)["ab"], Sub(int, x=1), repr(Sub(list)))
grows = defaultdict(int)
grows.default_factory = lambda: len(grows)
print([grows[k] for k in "hello"], dict(grows))


def adding():
    grows["sneaky"] = 99
    return -1


grows.default_factory = adding
print(grows["q"], dict(grows))
try:
    for k in grows:
        grows[k + "?"]
except RuntimeError as error:
    print(error)
