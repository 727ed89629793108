d = {"a": 1, "b": 2, "c": 1}
inv = {}
for k, v in d.items(): inv.setdefault(v, []).append(k)
print(inv, {v: k for k, v in d.items()}, sorted(d, key=d.get, reverse=True), max(d, key=d.get), dict(sorted(d.items(), key=lambda p: (-p[1], p[0]))))
print({k: d[k] for k in d.keys() & {"a", "c", "z"}} == {"a": 1, "c": 1}, {**d, "a": 0}, d | {"z": 9}, [k for k in d if d[k] == 1], sum(d.values()), list(zip(d, d.values())) == list(d.items()))
nested = {"x": {"y": {"z": 1}}}
nested["x"]["y"]["w"] = 2
def walk(n, path=()):
    for k, v in n.items():
        if isinstance(v, dict): yield from walk(v, path + (k,))
        else: yield ".".join(path + (k,)), v
print(dict(walk(nested)))
