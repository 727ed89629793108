f = frozenset("ab")
print(f == {"a", "b"}, hash(f) == hash(frozenset("ba")), frozenset(f) is f, f.copy() is f, type(f | {"c"}).__name__, type({"c"} | f).__name__, type(f.union("c")).__name__)
print(repr(frozenset()), frozenset([1]), {frozenset({1}): "key"}[frozenset({1})], frozenset([frozenset([1])]))


class Mine(frozenset):
    pass


m = Mine("a")
print(m, type(m | m).__name__, type(m.copy()).__name__, m == frozenset("a"), hash(m) == hash(frozenset("a")), Mine(m) is m)
original = f
f |= {"c"}
print(type(f).__name__, f is original, len(original))
for call in (lambda: f.add(1), lambda: f.pop(), lambda: f.clear(), lambda: f.update([1]), lambda: frozenset(1), lambda: frozenset([[]]), lambda: frozenset("a", "b"), lambda: frozenset(iterable="a"), lambda: setattr(f, "x", 1)):
    try:
        print(call())
    except Exception as error:
        print(type(error).__name__, error)
