class T:
    def __init__(self):
        self._c = 0
    @property
    def f(self):
        "Fahrenheit."
        return self._c * 9 / 5 + 32
    @f.setter
    def f(self, v):
        self._c = (v - 32) * 5 / 9
    @f.deleter
    def f(self):
        print("deleted")
    @property
    def ro(self):
        return 1
t = T()
t.f = 212
print(t.f, t._c, T.f.__doc__, type(T.f).__name__, T.f.fget.__name__)
del t.f
for code in ("t.ro = 2", "del t.ro"):
    try:
        exec(code)
    except AttributeError as e:
        print(e)
class W:
    x = property(None, lambda self, v: print("set", v))
w = W()
w.x = 5
try:
    w.x
except AttributeError as e:
    print(e)
class S(T):
    @T.f.getter
    def f(self):
        return "sub"
print(S().f)
