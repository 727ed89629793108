# get, with and without a default, of keys of several types.
d = {1: 2, "a": None}
for k in (1, "a", 5, 2.0, (1,)):
    print(d.get(k), d.get(k, "dflt"), d.get(k, k))
print([x in [1, 2, True, 3.0, "a"] for x in (1, 3, True, 4, "a")], [1, 2, 3].index(3), [1.0, 2].index(2))
