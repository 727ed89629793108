class Meta(type):
    def __instancecheck__(cls, o):
        return o == 5
    def __subclasscheck__(cls, c):
        return c is int
class A(metaclass=Meta): pass
print(isinstance(5, A), isinstance(6, A), issubclass(int, A), issubclass(str, A))
print(isinstance(1, (str, (float, int))), isinstance(True, int), isinstance(1, int | str), isinstance(None, int | None))
for c in ("isinstance(1, 1)", "issubclass(1, int)", "isinstance(1, list[int])"):
    try:
        eval(c)
    except TypeError as e:
        print(e)
