print(list(reversed("abc")), list(reversed(range(3))), list(reversed((1, 2))), list(reversed({"a": 1, "b": 2})), sorted("bca"), sorted([3, 1], reverse=True), sorted({"b": 1, "a": 2}), sorted(["b", "A"], key=str.lower))
for f in (lambda: reversed(5), lambda: reversed({1}), lambda: sorted(5), lambda: sorted([1, "a"]), lambda: sorted([1], 2), lambda: sorted()):
    try:
        print(f())
    except TypeError as e:
        print(e)
