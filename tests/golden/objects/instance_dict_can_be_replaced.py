class A: pass
a, b = A(), A()
a.x = 1
a.__dict__ = {"y": 2}
print(hasattr(a, "x"), a.y)
b.__dict__ = a.__dict__
b.z = 3
print(a.z, a.__dict__ is b.__dict__)
class D(dict): pass
a.__dict__ = D(w=4)
print(a.w, type(a.__dict__))
for value in (None, [], 5):
    try:
        a.__dict__ = value
    except TypeError as e:
        print(e)
del a.__dict__
print(a.__dict__, vars(a))
a.__dict__[5] = "not a name"
print(a.__dict__)
for o in (1, object(), []):
    try:
        o.__dict__
    except AttributeError as e:
        print(e)
