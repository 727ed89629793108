# operators whose right operand is a small literal number: numbers of all kinds, classes, and errors


def results(value):
    yield lambda: value * 3
    yield lambda: value * -2
    yield lambda: value // 3
    yield lambda: value // -4
    yield lambda: value % 3
    yield lambda: value % -5
    yield lambda: value & 6
    yield lambda: value << 2
    yield lambda: value >> 1
    yield lambda: value << 60
    yield lambda: value >> 70
    yield lambda: value * 0
    yield lambda: value // 0
    yield lambda: value % 0
    yield lambda: value << -1
    yield lambda: value >> -1
    yield lambda: value & -32767


class Named:
    def __init__(self, name):
        self.name = name

    def __mul__(self, other):
        return f"{self.name} * {other}"

    def __floordiv__(self, other):
        return NotImplemented

    def __mod__(self, other):
        if other < 0:
            raise ValueError(f"{self.name} % {other}")
        return Named(f"{self.name}%{other}")

    def __and__(self, other):
        return other

    def __lshift__(self, other):
        return [self.name] * other

    def __repr__(self):
        return f"<{self.name}>"


class Number(int):
    def __mod__(self, other):
        return f"Number {int(self)} % {other!r}"

VALUES = [0, 7, -7, 2**49 - 1, -(2**49), 2**63, -(2**100), True, 2.5, -0.0, 1e308, float("inf"), 1j, "ab", b"%d", "%d",
          [1, 2], (3,), None, Named("n"), Number(9), {1}]
for _ in range(2):
    for value in VALUES:
        for make in results(value):
            try:
                print(repr(make())[:60], end=" ")
            except Exception as error:
                print(type(error).__name__, str(error)[:90], end=" ")
        print()


def in_place(value):
    seen = []
    for _ in range(3):
        value += value
        value *= value
        value -= 1
        seen.append(value)
    return seen

print(in_place(1), in_place(1.5), in_place(True))


class Grows:
    def __init__(self):
        self.all = []

    def __iadd__(self, other):
        self.all.append(other)
        return self

    def __isub__(self, other):
        return NotImplemented

    def __sub__(self, other):
        return "minus"


def add_all(value, others):
    for other in others:
        value += other
    return value

print(add_all(0, [1, 2.5, True, 2**60]), add_all([], [[1], (2,), "x"]), add_all("", "abc"))
print(add_all(Grows(), [1, "x"]).all, add_all(0, []), add_all(0.0, [1, 2]))


def subtract_all(value, others):
    for other in others:
        value -= other
    return value

print(subtract_all(5, [1, 2.5]), subtract_all({1, 2, 3}, [{1}, {2}]), subtract_all(Grows(), [1]))
for bad in (lambda: add_all(1, ["x"]), lambda: subtract_all("x", [1]), lambda: subtract_all([], [[]])):
    try:
        bad()
    except TypeError as error:
        print(error)
