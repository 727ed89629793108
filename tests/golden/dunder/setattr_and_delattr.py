class A:
    def __setattr__(self, name, value):
        print("set", name, value)
        object.__setattr__(self, name, value)
    def __delattr__(self, name):
        print("del", name)
        object.__delattr__(self, name)
a = A()
a.x = 1
a.x += 1
del a.x
setattr(a, "y", 2)
for a.z in (1, 2): pass
with __import__("contextlib").nullcontext("w") as a.w: pass
a.__dict__["hidden"] = "no hook"
print(a.hidden)
try:
    del a.missing
except AttributeError as e:
    print(e)
A.new = 5
class B:
    def __setattr__(self, name, value): raise AttributeError("read only")
    def __delattr__(self, name): raise TypeError("never")
try:
    B().x = 1
except AttributeError as e:
    print(e)
try:
    delattr(B(), "x")
except TypeError as e:
    print(e)
