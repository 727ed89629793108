from types import MethodType
print(MethodType(print, "bound")(1, sep="-"))
print(MethodType(lambda *a: a, 5)(6))
class Callable:
    def __call__(self, *args): return args
m = MethodType(Callable(), None.__class__)
print(m(1), m.__self__)
nested = MethodType(MethodType(lambda *a: a, 1), 2)
print(nested(3))
for arguments in ((1, 2), (print, None), (print,), ()):
    try:
        print(MethodType(*arguments).__self__)
    except TypeError as e:
        print(e)
class A:
    method = MethodType(lambda self, x: (self, x), "first")
print(A().method(2), A.method(2))
