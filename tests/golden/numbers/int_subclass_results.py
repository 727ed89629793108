class Count(int):
    def __repr__(self):
        return f"Count({int(self)})"

    def __add__(self, other):
        return Count(int(self) + int(other))


c = Count(3)
print(c, [c], c + 1, 1 + c, c * 2, type(c * 2).__name__, type(+c).__name__, type(abs(c)).__name__, type(c.real).__name__)
print(c == 3, hash(c) == hash(3), {3: "three"}[c], f"{c}", f"{c:03d}", "%s %d" % (c, c), [10, 20, 30, 40][c])
print(isinstance(c, int), type(int(c)).__name__, type(c.conjugate()).__name__, range(c), type(round(c)).__name__)
c.label = "has a dict"
print(c.label, c.__dict__, Count(2**70), Count("12"))
print(max(Count(1), 1, Count(1)), sum([Count(1), Count(2)]), sum([Count(1), Count(2)], Count(0)))
