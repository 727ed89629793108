class K:
    def __init__(self, k): self.k = k
    def __eq__(self, o): return isinstance(o, K) and self.k == o.k
    def __hash__(self): return hash(self.k)
d = {K(1): "a"}
print(d[K(1)], K(1) in d, K(2) in d, len({K(1), K(1), K(2)}), hash(K("x")) == hash("x"))
class Bad:
    def __hash__(self): return "x"
try:
    hash(Bad())
except TypeError as e:
    print(e)
class Neg:
    def __hash__(self): return -1
print(hash(Neg()))
class Sub(K):
    def __eq__(self, o): return True
try:
    {Sub(1)}
except TypeError as e:
    print(e)
