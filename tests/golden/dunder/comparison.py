class N:
    def __init__(self, v): self.v = v
    def __eq__(self, o): return self.v == o.v if isinstance(o, N) else NotImplemented
    def __lt__(self, o): return self.v < o.v
    def __le__(self, o): return self.v <= o.v
a, b = N(1), N(2)
print(a == N(1), a != b, a < b, a > b, a >= b, a <= b, a == 1, a != 1)
try:
    hash(a)
except TypeError as e:
    print(e)
class P: pass
try:
    P() < P()
except TypeError as e:
    print(e)
print(P() == P(), N.__hash__)
class W:
    def __eq__(self, o): return "odd"
    def __gt__(self, o): return []
print(W() == 1, W() != 1, W() > 1, 1 < W(), sorted([3, 1, 2]) == W())
