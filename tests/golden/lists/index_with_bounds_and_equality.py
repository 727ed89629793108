"""index and count compare with ==, identity first; bounds are those of slices."""
class Eq:
    def __init__(self, name): self.name = name
    def __eq__(self, o): print(self.name, end=" "); return o == "match"


a, b = Eq("a"), Eq("b")
x = [a, b, "match"]
print(x.index("match"), x.count("match"), x.index(a), x.index(b, 1), "match" in x)
nan = float("nan")
print([nan].index(nan), [nan].count(nan), [1, True, 1.0].count(1), [[1], [1]].index([1], 1), [0, False].index(False))
for args in ((1, 1), (1, -2), (1, 0, 1), (1, 5), (1, -100, 100), (2, 1, 2), (2, 0, -1)):
    try:
        print(args, [0, 1, 2].index(*args))
    except ValueError as error:
        print(args, error)
