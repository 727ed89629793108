class A:
    def __init__(self, name): self.name = name
    def __del__(self): print("del", self.name)
a = A("one")
b = a
del a
print("still there")
del b
A("temporary")
l = [A("in a list")]
l.clear()
x = A("first")
x = A("second")
def f():
    local = A("local")
    print("in f")
f()
d = {"k": A("value")}
d["k"] = None
t = (A("t1"), A("t2"))
t = None
print("end")
x = None
