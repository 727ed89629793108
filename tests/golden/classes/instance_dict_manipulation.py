class A:
    def __init__(self, **kw): self.__dict__.update(kw)
a = A(x=1, y=2)
a.__dict__["z"] = 3
print(a.x, a.z, sorted(vars(a)))
a.__dict__ = {"only": 1}
print(a.only, hasattr(a, "x"))
del a.__dict__["only"]
print(vars(a))
for n in ("b", "a", "c"):
    setattr(a, n, n)
print(list(a.__dict__))
del a.b
a.b = "again"
print(list(a.__dict__))
b = A(**vars(a))
print(vars(a) == vars(b))
