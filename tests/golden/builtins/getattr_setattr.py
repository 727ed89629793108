class A: x = 1
a = A()
print(getattr(a, "x"), getattr(a, "y", 5), hasattr(a, "x"), hasattr(a, "y"))
setattr(a, "y", 2)
print(a.y)
delattr(a, "y")
for f in (lambda: getattr(a, "y"), lambda: delattr(a, "y"), lambda: getattr(a, 5), lambda: setattr(a, 5, 1), lambda: hasattr(a, 5), lambda: getattr(a)):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)
setattr(a, "not an identifier", 3)
print(vars(a), getattr(a, "not an identifier"))
