def attempt(call):
    try:
        print(call())
    except Exception as error:
        print(type(error).__name__, error)


class Liar:
    def __lt__(self, other):
        return "truthy text"


class NotATruth:
    def __lt__(self, other):
        return self

    def __bool__(self):
        raise ArithmeticError("neither true nor false")


class Raises:
    def __init__(self, n):
        self.n = n

    def __lt__(self, other):
        if self.n == 3:
            raise KeyError("three")
        return self.n < other.n


attempt(lambda: len(sorted([Liar() for _ in range(10)])))
attempt(lambda: sorted([NotATruth(), NotATruth()]))
items = [Raises(n) for n in (5, 4, 3, 2, 1)]
attempt(lambda: items.sort())
print(sorted(item.n for item in items))
attempt(lambda: sorted([1, 2], key=lambda n: items.undefined))
attempt(lambda: min([3, "a"]))
attempt(lambda: max([1, 2], key=lambda n: {}[n]))
attempt(lambda: sorted([float("nan"), 1, float("nan"), 0]))
attempt(lambda: sorted([[2], [1, "a"], [1, 2]]))
attempt(lambda: sorted([(1, {}), (1, {})]))
attempt(lambda: sorted({1: 2, "a": 3}))
