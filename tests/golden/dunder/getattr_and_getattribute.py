class A:
    x = "class"
    def __init__(self): self.y = "instance"
    def __getattr__(self, name):
        print("__getattr__", name)
        if name == "no": raise AttributeError("really not")
        return name * 2
a = A()
print(a.x, a.y, a.zz, hasattr(a, "no"), getattr(a, "no", "default"))
class B(A):
    def __getattribute__(self, name):
        print("__getattribute__", name)
        return super().__getattribute__(name)
b = B()
print(b.y)
print(b.w)
class C:
    def __getattribute__(self, name):
        raise AttributeError("always")
    def __getattr__(self, name):
        return f"rescued {name}"
print(C().anything, C().__class__, type(C()).__name__)
class D:
    @property
    def p(self): return self.missing
    def __getattr__(self, name): return f"getattr {name}"
print(D().p, D().missing)
