class Data:
    def __get__(self, o, t): return "data"
    def __set__(self, o, v): print("set", v)
class NonData:
    def __get__(self, o, t): return "non-data"
class A:
    d = Data()
    n = NonData()
a = A()
a.__dict__.update(d="instance d", n="instance n")
print(a.d, a.n, A.d, A.n)
a.d = 1
a.n = "set"
print(a.n, a.d)
