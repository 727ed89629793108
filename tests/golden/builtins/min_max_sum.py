print(min(3, 1, 2), max([1, 5, 2]), min("bca"), max({"a": 1, "b": 2}), min([], default="d"), max("aa", "b", key=len), max([1, 1.0]), min([3, -5, 2], key=abs), max([(1, "b"), (1, "a")]), sum([1, 2], 10), sum((0.5, 1)))
for f in (lambda: min(), lambda: max([]), lambda: min(1), lambda: max(1, "a"), lambda: max(1, 2, default=3), lambda: sum("ab"), lambda: min([1], key=5)):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)
