print(list(zip([1, 2, 3], "ab")), list(zip()), list(zip([1])), list(zip(*[(1, 2), (3, 4)])), list(map(lambda a, b: a + b, [1, 2], [3, 4, 5])), list(map(int, "123")))
print(list(filter(None, [0, 1, "", "a"])), list(filter(lambda x: x > 1, range(4))), list(enumerate("ab", 5)), list(reversed([1, 2])), dict(enumerate("x")))
try:
    list(zip([1, 2], [1], strict=True))
except ValueError as e:
    print(e)
try:
    list(zip([1], [1, 2], strict=True))
except ValueError as e:
    print(e)
for f in (lambda: list(map(len)), lambda: list(map(5, [1])), lambda: zip(5), lambda: enumerate(), lambda: filter(None), lambda: map()):
    try:
        f()
    except TypeError as e:
        print(e)
m = map(print, "ab")
print("lazy")
next(m)
