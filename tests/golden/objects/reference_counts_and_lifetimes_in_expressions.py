"""Temporaries die at once, bound objects with their last name, and exceptions keep frames until cleared."""
class D:
    def __init__(self, n): self.n = n
    def __del__(self): print(f"-{self.n}", end=" ")
    def me(self): return self
    def __add__(self, o): return D(self.n + o.n)


D("temp"); print("after temp")
D("chain").me().me(); print("after chain")
x = D("x"); x = D("y"); print("after rebind")
[D("l1"), D("l2")]; print("after list")
print(len([D(1), D(2)]), "in call")
a = D("a") + D("b"); print("after add"); del a; print("after del")
def f(p): print("in f", end=" "); return 1
f(D("arg")); print("after f")
def g(): v = D("local"); return 5
g(); print("after g")
for i in range(2): t = D(f"loop{i}")
print("after loop"); del t; print()
d = {"k": D("value")}; d["k"] = 1; print("after overwrite")
try:
    z = D("in try"); raise ValueError
except ValueError: pass
print("still", z.n); del z; print()
def h():
    v = D("frame"); raise KeyError
try: h()
except KeyError as e: print("caught", e.__traceback__ is not None, end=" ")
print("after except")
gen = (D(i) for i in range(2)); next(gen); print("after next"); del gen; print("after gen")
p = q = D("two names"); del p; print("one left", end=" "); del q; print()
s = {D("set")}; s.clear(); print("cleared")
x = None; print("end")
