"""Instances get a dict and weak references only if some class in the line asks for them."""
import weakref


class Bare:
    __slots__ = ()


class Weak:
    __slots__ = ("__weakref__",)


class WithDict:
    __slots__ = ("__dict__", "a")


class Child(Bare):
    pass


class Both(Weak):
    __slots__ = ("__dict__",)


for kind in (Bare, Weak, WithDict, Child, Both):
    instance = kind()
    try:
        instance.any = 1
        print(kind.__name__, instance.__dict__, end=" ")
    except AttributeError as error:
        print(error, end=" ")
    try:
        print(weakref.ref(instance)() is instance)
    except TypeError as error:
        print(error)
w = WithDict()
w.a, w.b = 1, 2
print(w.__dict__, WithDict.a.__get__(w), type(WithDict.a).__name__)
try:
    class Two(Weak):
        __slots__ = ("__weakref__",)
except TypeError as error:
    print(error)
try:
    class Multi(type("P", (), {"__slots__": ("a",)}), type("Q", (), {"__slots__": ("b",)})):
        pass
except TypeError as error:
    print(error)
