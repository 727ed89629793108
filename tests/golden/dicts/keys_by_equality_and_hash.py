print({1: "int", 1.0: "float", True: "bool"}, {0: "a", False: "b", -0.0: "c"}, {"1": 1, 1: 2})
nan = float("nan")
d = {nan: "first"}
print(d[nan], d.get(nan), len({nan: 1, nan: 2}))


class Key:
    def __init__(self, value):
        self.value = value

    def __eq__(self, other):
        return isinstance(other, Key) and self.value == other.value

    def __hash__(self):
        return hash(self.value)


d = {Key(1): "one"}
print(d[Key(1)], Key(2) in d, 1 in d)
key = next(iter(d))
key.value = 5
print(Key(5) in d, Key(1) in d, key in d, list(d.values()))


class Colliding(Key):
    def __hash__(self):
        return 7


d = {Colliding(n): n for n in range(50)}
print(len(d), d[Colliding(33)], Colliding(50) in d, sum(d.values()))
del d[Colliding(0)], d[Colliding(25)]
print(len(d), Colliding(25) in d, d[Colliding(49)])
