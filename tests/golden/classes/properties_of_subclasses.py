class Base:
    def __init__(self):
        self._x = 1

    @property
    def x(self):
        "Doc of x."
        return self._x

    @x.setter
    def x(self, value):
        self._x = value

    @property
    def fixed(self):
        return "fixed"


class Child(Base):
    @Base.x.getter
    def x(self):
        return f"child {self._x}"

    @property
    def fixed(self):
        return super().fixed + "!"


class Only(Base):
    @Base.x.deleter
    def x(self):
        print("deleted")


class Shadow(Base):
    fixed = 5


c, o, s = Child(), Only(), Shadow()
c.x = 7
del o.x
s.fixed = 9
print(c.x, c.fixed, o.x, s.fixed, Child.x.__doc__, Child.x.fset is Base.x.fset, Base.x is Child.x, isinstance(Base.x, property))
for call in (lambda: setattr(c, "fixed", 1), lambda: delattr(c, "x"), lambda: delattr(Base(), "fixed"), lambda: Base.x.fget(5), lambda: property().getter(5).__get__(1), lambda: super(Child, c).x, lambda: setattr(Base, "fixed", "now plain") or Base().fixed, lambda: c.fixed):
    try:
        print(call())
    except Exception as error:
        print(type(error).__name__, error)
