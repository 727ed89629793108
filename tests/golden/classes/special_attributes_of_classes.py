class Base:
    """Doc."""

    x: int = 1

    def method(self):
        pass

    class Inner:
        pass


class Child(Base, list):
    __slots__ = ()


print(Base.__name__, Base.__qualname__, Base.Inner.__qualname__, Base.__module__, Base.__doc__, Child.__doc__, Child.__bases__, Child.__base__, Child.__mro__, Base.__annotations__, Child.__dict__.get("__annotations__"), Base.__subclasses__(), Base.__flags__ & 1 << 9 != 0, Base.__type_params__, type(Base.__dict__).__name__, Base.__class__, Base.mro() == list(Base.__mro__), Base.__firstlineno__, Base.__static_attributes__, Base.__basicsize__ > 0)
Base.__name__ = "Renamed"
Base.__qualname__ = "Q"
Base.__doc__ = "new doc"
Base.__module__ = "elsewhere"
print(Base, Base.__name__, Base.__doc__, repr(Base.Inner))


class Other:
    pass


for call in (lambda: setattr(Base, "__name__", 5), lambda: setattr(Base, "__name__", "a\0b"), lambda: setattr(Base, "__qualname__", 5), lambda: setattr(Base, "__bases__", ()), lambda: setattr(Base, "__bases__", (int,)), lambda: setattr(Base, "__bases__", 5), lambda: setattr(Base, "__mro__", ()), lambda: setattr(Base, "__dict__", {}), lambda: delattr(Base, "__name__"), lambda: delattr(Base, "__module__"), lambda: setattr(int, "__name__", "x"), lambda: setattr(Child, "__bases__", (Child,)), lambda: int.__doc__[:10], lambda: setattr(Base, "__class__", int), lambda: type.__name__):
    try:
        print(call())
    except Exception as error:
        print(type(error).__name__, error)
