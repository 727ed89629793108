"""What classes refuse and remember."""
import warnings

warnings.simplefilter("always")
for make in (
    lambda: type("A\udcdc", (), {}),
    lambda: type("A", (), {"__doc__": "x\udcdcy"}),
    lambda: setattr(type("A", (), {}), "__name__", "A\udcdc"),
):
    try:
        make()
    except UnicodeEncodeError as error:
        print(error)
with warnings.catch_warnings(record=True) as caught:
    print(type("Odd", (), {1: 2}).__dict__[1])
print(caught[0].category.__name__, caught[0].message)


class Generic[T]: pass


Generic.__type_params__ = "whatever"
print(Generic.__type_params__)
seen = []


class Meta(type):
    def mro(cls):
        seen.append(cls.__mro__)
        cls.__dict__["early"]()
        return super().mro()


class Early(metaclass=Meta):
    def early():
        seen.append(__class__.__name__)


print(seen)


class Loses(type):
    def mro(cls):
        return (object,)


try:
    Loses("Lost", (), {})
except TypeError as error:
    print(error)


class A: __slots__ = ["a", "b"]
class B: __slots__ = ["b", "a"]
class C(A): __slots__ = ["e"]
class D(B): __slots__ = ["e"]
class E(A): __slots__ = ["__weakref__"]
class F(A): __slots__ = []


for old, new in (A, B), (C, D), (A, E), (A, F), (F, B):
    try:
        old().__class__ = new
        print(old.__name__, new.__name__)
    except TypeError as error:
        print(error)


class Booh:
    @property
    def __eq__(self):
        raise AttributeError("booh")


print(Booh() == Booh())


def annotated():
    (parenthesised): int
    print(parenthesised)


try:
    annotated()
except NameError as error:
    print(type(error).__name__, error)
