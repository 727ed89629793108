print(sorted("banana"), sorted([3, 1, 2], reverse=True), sorted({"b": 1, "a": 2}), sorted([-3, 2, 1], key=abs))
print(sorted([(1, "b"), (0, "z"), (1, "a")], key=lambda pair: pair[0]), sorted([(1, "b"), (0, "z"), (1, "a")], key=lambda pair: pair[0], reverse=True))
print(sorted([1, 2], reverse=[]), sorted([1, 2], reverse="yes"), sorted([2, 1], key=None))
for call in (
    lambda: sorted(),
    lambda: sorted(1),
    lambda: sorted([1], len),
    lambda: sorted([1, "a"]),
    lambda: sorted([1], key=5),
    lambda: sorted([], cmp=1),
    lambda: sorted([1j, 2j]),
    lambda: sorted([None, None]),
    lambda: sorted([{}, {}]),
):
    try:
        print(call())
    except TypeError as error:
        print(error)
