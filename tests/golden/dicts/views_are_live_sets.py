d = {"a": 1, "b": 2}
keys, values, items = d.keys(), d.values(), d.items()
d["c"] = 3
del d["a"]
print(keys, values, items, len(keys), len(values), len(items))
print(keys & "bz", keys | ["q"] == {"b", "c", "q"}, keys - {"b"}, keys ^ {"b", "c"}, items & [("b", 2)], keys.isdisjoint("xyz"))
print(keys == {"b", "c"}, keys <= {"b", "c", "d"}, {"b"} < keys, keys >= set(), items == {("b", 2), ("c", 3)}, keys != items)
print(values == d.values(), values == values, ("b", 2) in items, ("b", 3) in items, "b" in items, 3 in values, type(keys & keys).__name__)
print(list(reversed(keys)), list(reversed(values)), list(reversed(items)), keys.mapping, type(keys.mapping).__name__)
print([1] in {"k": [1]}.values(), ("k", [1]) in {"k": [1]}.items())
for call in (lambda: keys[0], lambda: hash(keys), lambda: keys.add("x"), lambda: values & values, lambda: keys & 5, lambda: {"k": []}.items() & [("k", 1)] , lambda: keys < [1], lambda: keys.mapping.clear(), lambda: type(keys)(), lambda: keys + keys, lambda: [] in keys):
    try:
        print(call())
    except Exception as error:
        print(type(error).__name__, error)
