"""setdefault hashes once, keeps the old value, and always evaluates its default."""
class K:
    def __init__(self, n): self.n = n
    def __hash__(self): print("hash", self.n, end=" "); return hash(self.n)
    def __eq__(self, o): print("eq", end=" "); return self.n == o.n


d = {}
print(d.setdefault(K(1), print("default", end=" ") or "first"))
print(d.setdefault(K(1), "second"), d.setdefault(K(2)), len(d))
print([d.setdefault("list", []).append(i) for i in range(3)], d["list"])
print(d.setdefault("list", 5), d.setdefault("none"), d.setdefault("none", 5))
