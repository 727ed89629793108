def f(): pass
def g(): ...
class A: ...
class B: "doc"
def h():
    "only doc"
print(f(), g(), A.__name__, B.__doc__, h.__doc__, h())
if 1: pass; print("same line")
for _ in range(2): print(_, end=" "); print("x")
