class S:
    __slots__ = ("a", "b")
    def __init__(self):
        self.a = 1
s = S()
print(s.a, S.__slots__, hasattr(s, "__dict__"), type(S.a).__name__)
for code in ("s.b", "s.c = 1", "del s.b", "s.__dict__"):
    try:
        exec(code)
    except AttributeError as e:
        print(code, "->", e)
s.b = 2
del s.b
class T(S):
    __slots__ = "c"
t = T()
t.c = 3
print(t.a, t.c, hasattr(t, "__dict__"))
class U(S): pass
u = U()
u.z = 1
print(u.__dict__, u.a)
try:
    class V:
        __slots__ = ("x",)
        x = 1
except ValueError as e:
    print(e)
