print([a + b for a, b in [(1, 2), (3, 4)]], [(h, t) for h, *t in ["abc", "de"]])
print([k for k, (a, b) in {"x": (1, 2)}.items() if a < b])
d = {}
print([0 for d["k"] in range(3)], d)
