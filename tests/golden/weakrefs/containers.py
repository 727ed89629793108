import weakref
class K:
    def __init__(self, n): self.n = n
    def __repr__(self): return f"K{self.n}"
k1, k2 = K(1), K(2)
d = weakref.WeakKeyDictionary({k1: "a", k2: "b"})
v = weakref.WeakValueDictionary(x=k1, y=k2)
s = weakref.WeakSet([k1, k2])
print(len(d), d[k1], len(v), v["x"], len(s), k1 in s)
del k1
print(len(d), len(v), len(s), "x" in v, list(v.items()), list(s))
m = weakref.WeakMethod(k2.__repr__)
print(m()())
del k2
print(m(), len(d), len(s))
