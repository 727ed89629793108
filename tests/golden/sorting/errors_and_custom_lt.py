for f in (lambda: sorted([1, "a"]), lambda: sorted([None, 1]), lambda: [1].sort(lambda x: x), lambda: sorted([1j, 2j]), lambda: sorted([{}, {}]), lambda: sorted([1, 2], key=len)):
    try:
        f()
    except TypeError as e:
        print(e)
class P:
    def __init__(self, n): self.n = n
    def __lt__(self, o): return self.n < o.n
    def __repr__(self): return f"P{self.n}"
print(sorted([P(3), P(1), P(2)]), min(P(2), P(1)), max([P(5), P(9)]), sorted([P(1), P(2)], reverse=True))
class Boom:
    def __lt__(self, o): raise ValueError("boom")
l = [Boom(), Boom()]
try:
    l.sort()
except ValueError as e:
    print(e, len(l))
