class A:
    x = 1
    def f(self): ...
class B(A):
    y = 2
b = B()
b.z = 3
print([n for n in dir(b) if not n.startswith("__")], vars(b), hasattr(b, "x"), getattr(b, "q", "dflt"))
setattr(b, "w", 4)
delattr(b, "z")
print(vars(b), "__init__" in dir(b))
class D:
    def __dir__(self):
        return ["b", "a"]
print(dir(D()))
try:
    vars(5)
except TypeError as e:
    print(e)
