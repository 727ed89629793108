class Upper:
    def __set_name__(self, owner, name): self.slot = "_" + name
    def __get__(self, o, t=None): return getattr(o, self.slot).upper() if o is not None else self
    def __set__(self, o, v): setattr(o, self.slot, v)
class P:
    __slots__ = ("_name", "_city")
    name, city = Upper(), Upper()
    def __init__(self, n, c): self.name, self.city = n, c
p = P("ann", "oslo")
print(p.name, p.city, p._name)
try:
    p.other = 1
except AttributeError as e:
    print(e)
try:
    del p.name
except AttributeError as e:
    print(e)
s = P.__dict__["_name"]
print(s.__get__(p), s.__name__)
s.__set__(p, "bob")
print(p.name)
