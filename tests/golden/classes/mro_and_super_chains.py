"""Linearization of diamonds, cooperative calls, __mro_entries__ and mro() of a metaclass."""


def attempt(function):
    try:
        print(repr(function()))
    except Exception as error:
        print(type(error).__name__, error)



class O:
    def f(self):
        return ["O"]


def make(name, *bases):
    def f(self):
        return [name] + super(made, self).f()

    made = type(name, bases, {"f": f})
    return made


A, B, C = make("A", O), make("B", O), make("C", O)
D = make("D", A, B)
E = make("E", B, C)
F = make("F", D, E)
print([k.__name__ for k in F.__mro__], F().f(), D().f())
for bad in ((lambda: type("X", (O, A), {})), (lambda: type("X", (A, B), {}) and type("Y", (type("P", (A, B), {}), type("Q", (B, A), {})), {})), (lambda: type("X", (D, B, A), {})), (lambda: type("X", (A, A), {})), (lambda: [k.__name__ for k in type("X", (A, E), {}).__mro__])):
    attempt(bad)


class Entry:
    def __init__(self, *bases):
        self.bases = bases

    def __mro_entries__(self, bases):
        print("entries", len(bases))
        return self.bases


class G(Entry(A, B), O if False else C):
    pass


print([k.__name__ for k in G.__mro__], len(G.__orig_bases__), G.__bases__ == (A, B, C))


class H(Entry()):
    pass


print(H.__bases__, H.__mro__[1].__name__)
try:
    class I(type("W", (), {"__mro_entries__": lambda self, bases: [A]})()):
        pass
except TypeError as error:
    print(error)
try:
    class J(5):
        pass
except TypeError as error:
    print(error)


class Meta(type):
    def mro(cls):
        return [cls, *reversed(type.mro(cls)[1:-1]), object]


class K(A, B, metaclass=Meta):
    pass


print([k.__name__ for k in K.__mro__], [k.__name__ for k in K.mro()])
K.__bases__ = (B, A)
print([k.__name__ for k in K.__mro__], [k.__name__ for k in A.__subclasses__()])
