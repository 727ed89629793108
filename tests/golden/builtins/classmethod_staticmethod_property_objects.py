"""The descriptors' own attributes, wrapping of wrapped functions, and misuse."""


def attempt(function):
    try:
        print(repr(function()))
    except Exception as error:
        print(type(error).__name__, error)



class C:
    @staticmethod
    def s(a, b=2):
        "doc s"
        return a, b

    @classmethod
    def c(cls, a):
        "doc c"
        return cls.__name__, a

    @property
    def p(self):
        "doc p"
        return 5

    @p.setter
    def p(self, value):
        print("set", value)

    @p.deleter
    def p(self):
        print("deleted")

    q = property(doc="only doc")
    w = property(lambda self: 1, doc="given")


c = C()
print(C.s(1), c.s(1, 3), C.c(1), c.c(2), c.p, C.p.__doc__, C.q.__doc__, C.w.__doc__, C.__dict__["s"].__doc__, C.__dict__["c"].__name__, C.__dict__["s"].__wrapped__ is C.s, C.__dict__["s"](1), C.c.__self__ is C, C.c.__func__.__name__)
c.p = 1
del c.p
for bad in ((lambda: c.q), (lambda: setattr(c, "q", 1)), (lambda: delattr(c, "w")), (lambda: setattr(c, "w", 2)), (lambda: staticmethod()), (lambda: classmethod(5)), (lambda: staticmethod(5)()), (lambda: classmethod(5).__get__(None, C)()), (lambda: property(1, 2, 3, 4, 5)), (lambda: property().fget), (lambda: C.__dict__["c"](1)), (lambda: setattr(C.p, "fget", 1)), (lambda: C.p.__get__(None, C) is C.p), (lambda: C.p.__get__(c)),
            (lambda: C.p.getter(lambda self: 9).__get__(c)), (lambda: C.p.__name__), (lambda: C.q.__name__), (lambda: C.p.__isabstractmethod__), (lambda: c.p()), (lambda: c.s()), (lambda: C.c()), (lambda: C.p.fset.__name__), (lambda: repr(staticmethod(len))), (lambda: repr(classmethod(int))), (lambda: property(lambda self: 1).__get__(5))):
    attempt(bad)


class D(C):
    @C.p.getter
    def p(self):
        return "overridden getter"


d = D()
print(d.p)
d.p = "kept setter"
print(D.__mro__[1].p is C.p, isinstance(C.__dict__["p"], property), D.c("x"))
