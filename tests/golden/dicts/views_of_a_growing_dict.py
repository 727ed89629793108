d = {}
views = d.keys(), d.values(), d.items()
d.update(zip("abc", range(3)))
print([list(v) for v in views], [len(v) for v in views])
print(views[0] | {"z"} == {"a", "b", "c", "z"}, sorted(views[0] - ["a"]), sorted(views[2] & {("a", 0), ("b", 5)}), sorted({"a", "q"} ^ views[0]), {"a"} <= views[0], views[0] > {"a"}, views[0].isdisjoint({"q"}))
print(d.keys() == {"a": 1, "b": 2, "c": 3}.keys(), d.items() == dict(d).items(), d.values() == d.values(), d.keys() == ["a", "b", "c"], "a" in views[0], 9 in views[1], ("a", 0) in views[2], ("a",) in views[2])
print(repr(views[0]), repr(views[1]), repr(views[2]), repr({}.keys()), type(iter(views[1])).__name__, type(reversed(views[2])).__name__)
d["self"] = views[0]
print(len(repr(views[1])) > 20)
for call in (lambda: views[0] | 5, lambda: 5 - views[0], lambda: views[1] | views[1], lambda: views[0] + views[0], lambda: views[1][0], lambda: hash(views[2]), lambda: views[0] < 5, lambda: next(views[0]), lambda: views[0] & [[]]):
    try:
        print(call())
    except TypeError as error:
        print(error)
