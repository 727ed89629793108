print(True + 1, True * 5, sum([True, False, True]), isinstance(True, int), True is True, int(True), str(True), repr(False), [10, 20][True])
print(True & 1, True & True, True | 0, ~False, -True, True == 1.0, {True: "a", 1: "b"}, bool("False"), True > False, True / 2)
print(bool(), bool([0]), type(True & False).__name__, type(True + True).__name__, "%d %s" % (True, True))
