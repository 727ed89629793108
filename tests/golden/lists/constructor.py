print(list(), list("abc"), list(range(3)), list({"a": 1}), list((1, 2)), list(x * 2 for x in [1, 2]), list([1]) == [1], list(map(str, [1])), list({5}), list(b"ab"), list(enumerate("a")))
for f in (lambda: list(5), lambda: list(1, 2), lambda: list(None)):
    try:
        f()
    except TypeError as e:
        print(e)
