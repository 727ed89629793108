d = dict(b=1, a=2, c=3)
d["a"] = 9
print(list(d))
del d["b"]
d["b"] = 0
print(list(d), d.popitem(), list(d))
d.update(z=1, a=1)
print(list(d), list(reversed(d)), list(d.items()))
print(d == {"z": 1, "c": 3, "a": 1}, list({**d, "c": 0}), list(d | {"a": 0, "q": 1}), list(dict(reversed(d.items()))))
many = {n: n for n in range(1000)}
for n in range(0, 1000, 2):
    del many[n]
many[0] = "again"
print(next(iter(many)), next(reversed(many)), len(many), list(many)[-2:])
