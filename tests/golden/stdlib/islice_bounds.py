import itertools

for bounds in [(-1,), (0, -1), (0, -2), (-1, 2), (0, "x"), ("x", 2), (0, 2, 0), (0, 2, -1), (0, 2, 1.5), (None, None, None), (2**70,)]:
    try:
        print(bounds, list(itertools.islice("abcd", *bounds)))
    except ValueError as error:
        print(bounds, error)
for bounds in [(0, 4, 3), (0, 5, 3), (1, 7, 3), (2, 4), (0,), (0, None, 2), (3, 3), (4, 2), (0, 3, 10)]:
    source = iter(range(10))
    print(bounds, list(itertools.islice(source, *bounds)), next(source, "end"))
