class Base:
    __slots__ = ("a", "__private")

    def __init__(self):
        self.__private = "mangled"


class Child(Base):
    __slots__ = {"b": "documented"}


class Loose(Base):
    pass


b, c, l = Base(), Child(), Loose()
print(Base.__slots__, b._Base__private, Child.b.__doc__, Base.a, hasattr(c, "__dict__"), l.__dict__, sorted(n for n in dir(c) if not n.startswith("__")))
c.a, c.b, l.free = 1, 2, 3
del c.a
for call in (lambda: c.a, lambda: b.a, lambda: setattr(b, "z", 1), lambda: b.__dict__, lambda: delattr(b, "a"), lambda: Base.a.__get__(5), lambda: Base.a.__set__(5, 1), lambda: __import__("weakref").ref(b), lambda: type("X", (Base, type("Y", (), {"__slots__": ("q",)})), {}), lambda: type("Z", (int,), {"__slots__": ("a",)}), lambda: setattr(b, "__class__", Child), lambda: type("D", (Loose,), {"__slots__": ("__dict__",)}), lambda: type("W", (), {"__slots__": ("__weakref__", "__dict__")})().__dict__):
    try:
        print(call())
    except Exception as error:
        print(type(error).__name__, error)
Base.a.__set__(b, "through the descriptor")
print(b.a, Base.a.__get__(b), Base.a.__get__(None, Base) is Base.a, Base.a.__name__, Base.a.__objclass__)
