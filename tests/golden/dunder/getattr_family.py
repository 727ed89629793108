class A:
    x = 1
    def __getattr__(self, n):
        print("getattr", n)
        if n == "missing":
            raise AttributeError("custom")
        return n * 2
    def __setattr__(self, n, v):
        print("setattr", n)
        object.__setattr__(self, n, v)
    def __delattr__(self, n):
        print("delattr", n)
        object.__delattr__(self, n)
a = A()
a.y = 5
print(a.x, a.y, a.zz, getattr(a, "missing", "default"), hasattr(a, "missing"))
del a.y
class B:
    v = 3
    def __getattribute__(self, n):
        print("getattribute", n)
        return object.__getattribute__(self, n)
    def __getattr__(self, n):
        return "fallback"
print(B().v, B().w)
