"""Tuples compare item by item, stop at the first difference, and hash by their items."""
class Loud:
    def __init__(self, v): self.v = v
    def __eq__(self, o): print(f"{self.v}=={o.v}", end=" "); return self.v == o.v
    def __lt__(self, o): print(f"{self.v}<{o.v}", end=" "); return self.v < o.v
    def __hash__(self): return hash(self.v)


a, b, c = Loud(1), Loud(2), Loud(1)
print((a, b) == (c, b), (a, b) == (b, a), (a,) == (a, b), (a, b) < (c, a), (a, b) < (b, a), hash((a, b)) == hash((c, b)), (a,) in {(c,): 1})
print((1, (2, (3,))) == (1, (2, (3,))), (1, "a") < (1, "b"), () < (1,), (1, 2) > (1,), (1,) == [1], hash(()) == hash(tuple()), hash((1, 2)) != hash((2, 1)), (1, 2) <= (1, 2), (0, -0.0, False) == (0.0, 0, 0))
for f in (lambda: (1, "a") < (1, 2), lambda: (1, 2) < [1, 2], lambda: hash(([],)), lambda: (1, [2]) < (1, [3]), lambda: ((),) < ((1,),), lambda: (None,) < (None,), lambda: (None, 1) < (None, 2), lambda: max((1, "a"), (0, 5))):
    try:
        print(f())
    except TypeError as error:
        print(error)
