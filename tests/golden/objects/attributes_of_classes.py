class Base: pass
class A(Base):
    "doc of A"
    x: int = 1
    def m(self): pass
print(A.__name__, A.__qualname__, A.__module__, A.__doc__, A.__bases__, A.__base__, A.__mro__)
print(A.__annotations__, A.__type_params__, A.__firstlineno__, A.__static_attributes__, type(A.__dict__))
print(A.__subclasses__(), Base.__subclasses__() == [A], A.mro() == list(A.__mro__))
print(A.__basicsize__ > 0, A.__itemsize__, A.__flags__ & (1 << 9) != 0)
A.__name__ = "Renamed"
print(A, A.__qualname__)
A.__qualname__ = "Outer.Inner"
print(A, A.__name__)
for name, value in (("__name__", 1), ("__name__", "a\0b"), ("__qualname__", 1), ("__bases__", ()), ("__bases__", [Base]),
                    ("__mro__", ()), ("__dict__", {}), ("__abstractmethods__", 0)):
    try:
        setattr(A, name, value)
        print(name, "set")
    except (TypeError, ValueError, AttributeError) as e:
        print(name, "->", type(e).__name__, e)
