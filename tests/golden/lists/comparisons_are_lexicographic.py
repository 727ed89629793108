print([1, 2] < [1, 3], [1] < [1, 0], [] < [0], [2] > [1, 99], [1, 2] == [1, 2.0], [[1], 2] < [[1], 3], [1, "a"] == [1, "b"])
nan = float("nan")
print([nan] == [nan], [nan] < [nan], [nan, 1] < [nan, 2])
for call in (lambda: [1] < (1,), lambda: [1, "a"] < [1, 2], lambda: [None] < [None], lambda: [None] <= [None], lambda: [{}] < [{}], lambda: [1] < 1, lambda: [1, None] < [2, None]):
    try:
        print(call())
    except TypeError as error:
        print(error)
print([1] == (1,), [1] != (1,), [].__eq__(()), [].__lt__(3), [1].__le__([1]))
recursive = []
recursive.append(recursive)
other = []
other.append(other)
try:
    recursive == other
except RecursionError:
    print("recursion")
print(recursive == recursive, recursive, [recursive])
