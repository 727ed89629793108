def documented(self, x: int) -> str:
    """What it does."""


wrapped_class = classmethod(documented)
wrapped_static = staticmethod(documented)
for wrapper in (wrapped_class, wrapped_static):
    print(wrapper.__func__ is documented, wrapper.__wrapped__ is documented, wrapper.__name__, wrapper.__doc__)
    print(wrapper.__qualname__, wrapper.__module__, wrapper.__annotations__, wrapper.__isabstractmethod__)
print(staticmethod(len)("four"))
try:
    classmethod(len)("four")
except TypeError as error:
    print(error)
print(repr(staticmethod(len)), repr(classmethod(abs)))


class Bound:
    make = classmethod(lambda cls, n: (cls.__name__, n))
    add = staticmethod(lambda a, b: a + b)


class Below(Bound):
    pass


print(Bound.make(1), Below.make(2), Below().make(3), Bound().add(1, 2), Bound.add(3, 4))
print(Below.make.__self__, Bound.__dict__["add"].__get__(None, Bound)(5, 6))
wrapped_class.note = "attributes stick"
print(wrapped_class.note, wrapped_class.__dict__["note"])
