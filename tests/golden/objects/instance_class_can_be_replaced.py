class A:
    def who(self): return "A"
class B:
    def who(self): return "B"
class S:
    __slots__ = ("x",)
class S2:
    __slots__ = ("x",)
class Y:
    __slots__ = ("y",)
a = A()
a.kept = 1
a.__class__ = B
print(a.who(), a.kept, type(a), isinstance(a, A))
s = S()
s.x = 5
s.__class__ = S2
print(s.x, type(s))
for value, cls in ((a, int), (a, S), (s, Y), (1, A), ([], A), (a, "A"), (A, type), (a, list)):
    try:
        value.__class__ = cls
        print("set", cls)
    except TypeError as e:
        print(e)
try:
    del a.__class__
except TypeError as e:
    print(e)
