d = {(0, 0): "o", (1, 0): "x"}
print(d[0, 0], d[1, 0], (0, 1) in d, sorted([(2, "b"), (1, "z"), (1, "a")]), max((1, 2), (0, 9)), min([(3, 1), (2, 5)]))
def f(): return 1, 2
x, y = f()
print(x + y, f()[1], *f(), sep="|")
print(tuple(i for i in range(3)), (*range(2), *"ab"), (1, 2) + () is not None)
