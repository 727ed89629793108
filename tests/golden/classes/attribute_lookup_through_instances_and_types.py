"""Where each attribute of an instance, a class and a metaclass is found, and what hides what."""
class Meta(type):
    on_meta = "meta"
    both = "meta"
    def m(cls): return "meta method"
class Base(metaclass=Meta):
    on_base = "base"
    both = "class"
    shared = []
class C(Base):
    on_class = "class"
    def __init__(self): self.on_instance = "instance"


c = C()
def get(o, n):
    try: return getattr(o, n)
    except AttributeError as error: return f"[{error}]"
for n in ("on_instance", "on_class", "on_base", "on_meta", "both"): print(n, get(c, n), get(C, n), get(Meta, n))
c.shared.append(1); c.both = "own"; C.both = "subclass"
print(Base.shared, c.both, C.both, Base.both, Meta.both, C().both, C.m(), get(c, "m"), "both" in vars(c), "both" in vars(C), "on_base" in dir(C), "on_meta" in dir(C), hasattr(C, "on_meta"))
del c.both, C.both
print(c.both, C.both)
c.__class__ = type("D", (C,), {"on_class": "changed class"})
print(c.on_class, type(c).__name__, isinstance(c, C), c.on_instance)
Base.on_base = "replaced"
Meta.on_meta = property(lambda cls: f"computed for {cls.__name__}")
print(c.on_base, C.on_meta, Base.on_meta, get(c, "on_meta"))
C.__bases__ = (type("New", (Base,), {"on_base": "new base"}),)
print(C.on_base, c.on_base if isinstance(c, C) else "", [k.__name__ for k in C.__mro__])
