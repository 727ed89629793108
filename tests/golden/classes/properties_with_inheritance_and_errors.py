"""Getters, setters and deleters are overridden one by one; errors inside them pass through."""
class Base:
    def __init__(self): self._v = 1
    @property
    def v(self): return self._v
    @v.setter
    def v(self, new):
        if new < 0: raise ValueError("negative")
        self._v = new


class Doubled(Base):
    @property
    def v(self): return super().v * 2
    @v.setter
    def v(self, new): Base.v.fset(self, new // 2)
    @v.deleter
    def v(self): self._v = 0


class ReadOnly(Base):
    v = property(Base.v.fget)


class OnlySetter(Base):
    @Base.v.setter
    def v(self, new): self._v = new * 100


for kind in (Base, Doubled, ReadOnly, OnlySetter):
    o = kind()
    for action in (lambda: setattr(o, "v", 10), lambda: o.v, lambda: setattr(o, "v", -5), lambda: delattr(o, "v"), lambda: o.v):
        try: print(action(), end=" ")
        except Exception as error: print(type(error).__name__, error, end=" ")
    print(vars(o))


class Fails:
    @property
    def a(self): return self.b
    @property
    def c(self): raise KeyError("c")
    def __getattr__(self, n): raise AttributeError(f"custom {n}")


for name in "abcz":
    try: getattr(Fails(), name)
    except Exception as error: print(name, type(error).__name__, error)
print(Base.v.__doc__, Base.v.fget.__name__, isinstance(Base.__dict__["v"], property), Base.v.fdel, property.__doc__[:20])
