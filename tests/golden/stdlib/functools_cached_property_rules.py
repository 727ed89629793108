import functools


class Data:
    def __init__(self):
        self.calls = 0

    @functools.cached_property
    def total(self):
        """The total."""
        self.calls += 1
        return self.calls * 10

    @functools.cached_property
    def failing(self):
        self.calls += 1
        raise ValueError(f"call {self.calls}")


d = Data()
print(d.total, d.total, d.calls, d.__dict__, Data.total.__doc__, type(Data.total).__name__)
d.total = 5
print(d.total)
del d.total
print(d.total, d.calls)
for _ in range(2):
    try:
        d.failing
    except ValueError as error:
        print(error, "failing" in d.__dict__)
try:
    del d.failing
except AttributeError as error:
    print(error)


class Slotted:
    __slots__ = ("x",)

    @functools.cached_property
    def y(self):
        return 1


try:
    Slotted().y
except TypeError as error:
    print(error)
loose = functools.cached_property(lambda self: 5)


class Late:
    pass


Late.z = loose
try:
    Late().z
except TypeError as error:
    print(error)
try:
    class Twice:
        a = loose2 = functools.cached_property(lambda self: 3)
except TypeError as error:
    print(type(error).__name__, error)
except RuntimeError as error:
    print(type(error.__cause__).__name__, error.__cause__)
print(Data.total.attrname, Data.total.func.__name__, Data.__dict__["total"] is Data.total)


class Meta(type):
    @functools.cached_property
    def tag(cls):
        return cls.__name__.lower()


class WithMeta(metaclass=Meta):
    pass


try:
    print(WithMeta.tag)
except TypeError as error:
    print(error)


class Sub(Data):
    @functools.cached_property
    def total(self):
        return super().total + 1 if "total" not in self.__dict__ else "?"


s = Sub()
print(s.total, s.__dict__["total"], s.calls)
