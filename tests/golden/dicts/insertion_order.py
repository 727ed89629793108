d = {}
for k in "cab": d[k] = k
d["c"] = "again"
del d["a"]
d["a"] = "new"
print(d, list(d.values()), list(reversed(d)), list(d.items())[-1], d.popitem(), next(iter(d)))
e = {**{"z": 1}, "y": 2, **{"z": 3}}
print(e, e | {"x": 0}, {"y": 1, "z": 3} == e, dict(reversed(e.items())))
e |= {"y": 9}
print(e)
try:
    e | [1]
except TypeError as x:
    print(x)
