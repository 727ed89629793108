nan = float("nan")
print(len({nan, nan}), len({float("nan"), nan}) >= 1, nan in {nan}, {1, 1.0, True, 1 + 0j}, {0, False, -0.0}, {"a", b"a"} == {"a"}, len({(1, 2), (1.0, 2.0)}), {frozenset("ab"), frozenset("ba")} == {frozenset("ab")}, {1} == {1.0}, {True: "t"} == {1: "t"}, {1, 2} <= {1.0, 2.0, 3.0})


class Same:
    def __init__(self, name):
        self.name = name

    def __eq__(self, other):
        return isinstance(other, Same)

    def __hash__(self):
        return 1

    def __repr__(self):
        return self.name


a, b = Same("a"), Same("b")
s = {a}
s.add(b)
print(s, b in s, {a} | {b}, {b} | {a}, {a} & {b}, {a} - {b}, {a} ^ {b}, s.intersection([b]), {a: 1, b: 2}, s.union([b]), len(s))
s.discard(b)
print(s)


class Sometimes:
    answers = iter([True, False, True, False])

    def __hash__(self):
        return 5

    def __eq__(self, other):
        return next(self.answers, False)


print(len({Sometimes(), Sometimes(), Sometimes()}))
