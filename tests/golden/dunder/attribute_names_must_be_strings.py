class A: pass
class S(str): pass
a = A()
setattr(a, S("x"), 1)
print(a.x, a.__dict__["x"])
for f in (lambda: getattr(a, 1), lambda: setattr(a, b"x", 1), lambda: delattr(a, None), lambda: hasattr(a, 5), lambda: getattr(a, 1, 2),
          lambda: a.__getattribute__(1), lambda: object.__setattr__(a, 1, 1)):
    try:
        print(f())
    except TypeError as e:
        print(e)
setattr(a, "", 1)
setattr(a, "not a name", 2)
print(vars(a), getattr(a, ""), getattr(a, "not a name"))
