words = ["pear", "fig", "apple", "kiwi"]
print(max(words, key=len), min(words, key=len), max(words), min(3, 1, 2), max("a", "B", key=str.lower))
print(max([], default=None), min((), default="none"), max({1: "a", 3: "b"}), max([1], default=5))
print(max([1, 1.0, True]), min([1.0, 1, True]), max([0.0, -0.0]), min([-0.0, 0.0]))
nan = float("nan")
print(max([nan, 1]), max([1, nan]), min([nan, 1]), min([1, nan]))
print(max([1, 2], key=None), max(("a", 1), ("a", 2), key=lambda pair: pair[0]))
for call in (
    lambda: max(),
    lambda: max([]),
    lambda: min(1),
    lambda: max(1, 2, default=3),
    lambda: max(1, "a"),
    lambda: max([1], key=3),
    lambda: min([], key=len),
    lambda: max([1], unknown=2),
    lambda: max([None, None]),
):
    try:
        print(call())
    except Exception as error:
        print(type(error).__name__, error)
