kept = []
class R:
    def __del__(self):
        print("del")
        kept.append(self)
r = R()
del r
print(len(kept))
kept.clear()
print("gone quietly")
class D:
    def __init__(self, n): self.n = n
    def __del__(self): print("del", self.n)
a = b = D("shared")
del a
print("still", b.n)
del b
def f(x):
    return x.n
print(f(D("argument")))
def g():
    try:
        raise ValueError(D("in exception"))
    except ValueError:
        print("handling")
    print("handled")
g()
