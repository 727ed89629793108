class D:
    def __init__(self, n): self.n = n
    def __del__(self): print("del", self.n)
def make():
    d = D("cell")
    return lambda: d.n
f = make()
print(f())
del f
def gen():
    d = D("generator")
    yield 1
    yield 2
g = gen()
next(g)
del g
class Holder: pass
h = Holder()
h.x = D("attribute")
h.x = None
h.y = D("attribute 2")
del h
[D("in list")][0]
x = [D(i) for i in range(2)]
x = None
for i in [D("loop")]:
    pass
print("loop over")
i = None
print("end")
