class T:
    def __init__(self, n, act=None): self.n, self.act = n, act
    def __enter__(self): return self
    def __exit__(self, t, v, tb):
        print(self.n, repr(v))
        if self.act == "swallow": return True
        if self.act == "replace": raise KeyError(self.n)
with T("outer", "swallow"), T("middle", "replace"), T("inner"):
    raise ValueError("v")
with T("a", "swallow"):
    with T("b", "swallow"):
        1 / 0
    print("after b")
def gen():
    with T("g"):
        yield 1
for _ in gen(): pass
with T("ok"): pass
print([1 for _ in range(2) if T("x").__enter__().n])
