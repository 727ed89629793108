"""super() with and without arguments, on classes, in static and class methods, and out of place."""


def attempt(function):
    try:
        print(repr(function()))
    except Exception as error:
        print(type(error).__name__, error)



class A:
    name = "A"

    def f(self):
        return "A.f"

    @classmethod
    def c(cls):
        return f"A.c {cls.__name__}"

    @staticmethod
    def s():
        return "A.s"


class B(A):
    name = "B"

    def f(self):
        return super().f() + " B.f"

    @classmethod
    def c(cls):
        return super().c() + " B.c"

    @staticmethod
    def s():
        return super(B, B).s()

    def attribute(self):
        return super().name, super(B, self).name, super().__self_class__.__name__, super().__thisclass__.__name__, super().__self__ is self

    def inner(self):
        return (lambda: super(B, self).f())(), [super(B, self).f() for _ in "a"]

    def sets(self):
        super().value = 5

    def missing(self):
        return super().nope


b = B()
print(b.f(), B.c(), B.s(), b.attribute(), b.inner(), super(B, b).f(), super(B, B).c(), repr(super(B, b))[:28], repr(super(B)), super(B).__self__)
b.sets() if False else None
for bad in ((lambda: super()), (lambda: super(A, 5)), (lambda: super(B, A())), (lambda: super(5)), (lambda: super(5, 6)), (lambda: super(A, B, A)), (lambda: b.missing()), (lambda: b.sets()), (lambda: super(B, b)["x"]), (lambda: super(B, b)()), (lambda: super(B).f), (lambda: super(A, b).f()), (lambda: len(super(B, b)))):
    attempt(bad)


def no_arguments():
    return super()


def outside(self):
    return super().f()


class C(A):
    borrowed = outside

    def deleted(self):
        del self
        return super().f()

    def rebound(self):
        self = 5
        return super().f()

    def nested(self):
        def g():
            return super().f()

        return g()

    def generator(self):
        return list(super().f() for _ in "a")


attempt(no_arguments)
attempt(lambda: C().borrowed())
attempt(lambda: C().rebound())
attempt(lambda: C().nested())
attempt(lambda: C().generator())
