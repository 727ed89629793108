class Data:
    def __init__(self, name): self.name = name
    def __get__(self, obj, cls): return f"{self.name}({obj.__name__ if isinstance(obj, type) else "instance"}, {cls.__name__})"
    def __set__(self, obj, value): print(self.name, "set on", obj.__name__)
class NonData:
    def __init__(self, name): self.name = name
    def __get__(self, obj, cls): return f"{self.name}({obj.__name__ if isinstance(obj, type) else "instance"}, {cls.__name__})"
class Meta(type):
    a = Data("meta data")
    b = NonData("meta nondata")
    c = "meta plain"
    d = "only meta"
class A(metaclass=Meta):
    a = NonData("class nondata")
    b = NonData("class nondata")
    c = NonData("class nondata")
print(A.a, A.b, A.c, A.d, sep="\n")
A.a = 5
A.b = 6
print(A.b, A.__dict__["a"].name)
print(A().a)
