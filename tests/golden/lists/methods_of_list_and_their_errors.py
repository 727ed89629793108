"""insert, pop, remove, index, count, extend and reverse at their limits."""


def attempt(function):
    try:
        print(repr(function()))
    except Exception as error:
        print(type(error).__name__, error)

x = [1, 2, 3, 2]
print(x.index(2), x.index(2, 2), x.index(2, -1), x.count(2), x.count("2"), x.index(3, -100, 100), x.index(2.0), x.index(True))
for bad in ((lambda: x.index(9)), (lambda: x.index(1, 1)), (lambda: x.index(2, 0, 1)), (lambda: x.index()), (lambda: x.index(1, "a")), (lambda: x.index(1, None)), (lambda: x.remove(9)), (lambda: x.pop(9)), (lambda: x.pop(-9)),
            (lambda: x.pop("0")), (lambda: x.pop(1.0)), (lambda: [].pop()), (lambda: [].pop(0)), (lambda: x.insert(1)), (lambda: x.insert("0", 1)), (lambda: x.insert(2**70, 1)), (lambda: x.extend(5)), (lambda: x.extend()),
            (lambda: x.append()), (lambda: x.append(1, 2)), (lambda: x.count()), (lambda: x.reverse(1)), (lambda: x.clear(1)), (lambda: x.copy(1)), (lambda: x.sort(1)), (lambda: x.sort(key=5)), (lambda: x.sort(reverse="a")),
            (lambda: x.sort(reverse=None)), (lambda: [1, "a"].sort()), (lambda: x.append(item=1)), (lambda: x + (1,)), (lambda: x * "a"), (lambda: x < (1,)), (lambda: x[None]), (lambda: x["a"]), (lambda: x[1, 2])):
    attempt(bad)
x.insert(-100, "first")
x.insert(100, "last")
x.insert(-1, "before last")
print(x)


class Evil:
    def __init__(self, target):
        self.target = target

    def __eq__(self, other):
        self.target.clear()
        return False


y = [1, 2, 3]
y[0] = Evil(y)
try:
    print(y.index(5))
except ValueError as error:
    print(error, y)
z = [1, 2, 3]
z[1] = Evil(z)
print(z.count(7), z)
w = [[]]
w[0].append(w)
print(w, w == w, w[0][0] is w)
