class A:
    def __init__(self, r): self.r = r
    def __dir__(self): return self.r
print(dir(A(["b", "a"])), dir(A(("z", "y"))), dir(A({"k": 1})), dir(A(x for x in "cba")))
for r in (1, None, [1, "a"]):
    try:
        dir(A(r))
    except TypeError as e:
        print(e)
class B:
    c = 1
    def __init__(self): self.i = 2
print([n for n in dir(B()) if not n.startswith("__")], [n for n in dir(B) if not n.startswith("__")])
b = B()
b.__dict__[5] = 1
try:
    dir(b)
except TypeError as e:
    print(e)
print(sorted(set(dir(object())) - set(dir(object))), "mro" in dir(type), "mro" in dir(B))
def f():
    z = y = 1
    return dir()
print(f())
