def f(a, b=1, *, c=2, d=3):
    return a, b, c, d
f.__defaults__ = (10, 20)
print(f())
f.__defaults__ = None
try:
    f(1)
except TypeError as e:
    print(e)
f.__kwdefaults__ = {"c": 30}
try:
    f(1, 2)
except TypeError as e:
    print(e)
f.__kwdefaults__["d"] = 40
print(f(1, 2))
del f.__defaults__, f.__kwdefaults__
print(f.__defaults__, f.__kwdefaults__, f(1, 2, c=3, d=4))
f.__kwdefaults__ = {"c": 5, "d": 6, "unused": 7}
f.__defaults__ = (1, 2)
print(f())
