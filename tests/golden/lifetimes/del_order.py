class D:
    def __init__(self, n): self.n = n
    def __del__(self): print("del", self.n)
a = D("a")
a = D("b")
print("rebound")
del a
print("deleted")
def f():
    x = D("local")
    print("in f")
f()
print("after f")
D("temporary")
l = [D(1), D(2), D(3)]
l[0] = None
print("item")
l.clear()
print("cleared")
d = {"k": D("dict")}
d["k"] = 0
t = (D("t1"), D("t2"))
del t
print("end")
