class Vector:
    def __init__(self, *items): self.items = items
    def __eq__(self, other): return [a == other for a in self.items]
    def __lt__(self, other): return Vector(*(a < other for a in self.items))
    __hash__ = None
v = Vector(1, 2, 3)
print(v == 2, 2 == v, v != 2, (v < 2).items, (3 > v).items)
print(bool(v == 9), v in [5], 5 in [v], [v].index(7), [0, v].count(7))
class Weird:
    def __eq__(self, other): raise ValueError("asked")
    def __bool__(self): return False
for f in (lambda: Weird() == 1, lambda: 1 in [Weird()], lambda: [Weird()] == [1], lambda: (1, Weird()) < (1, 2)):
    try:
        f()
    except ValueError as e:
        print(e)
w = Weird()
print(w in [w], [w] == [w], (w,) == (w,))
