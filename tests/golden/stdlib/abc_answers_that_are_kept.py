# Answers of abstract classes: kept, taken back when somebody registers, and about objects that pretend.
import abc
import collections.abc
import gc


class Sized(abc.ABC):
    pass


class Plain:
    pass


class Later:
    pass


class Pretends:
    __class__ = Later


class Liar:
    @property
    def __class__(self):
        return Plain


for _ in range(3):
    print(isinstance(Plain(), Sized), issubclass(Later, Sized), isinstance(Pretends(), Sized), isinstance(Liar(), Sized))
before = abc.get_cache_token()
Sized.register(Later)
print(abc.get_cache_token() != before)
for _ in range(2):
    print(isinstance(Plain(), Sized), issubclass(Later, Sized), isinstance(Later(), Sized), isinstance(Pretends(), Sized),
          isinstance(Liar(), Sized))
Sized.register(Liar)
for _ in range(2):
    print(isinstance(Plain(), Sized), isinstance(Liar(), Sized), issubclass(Liar, Sized))
Plain.attribute = 1
p = Plain()
p.one = p.two = 3
print(isinstance(p, Sized), isinstance(Plain(), Sized))
Sized._abc_caches_clear()
print(isinstance(p, Sized), isinstance(Later(), Sized))


def made(register):
    class New:
        pass

    if register:
        Sized.register(New)
    return isinstance(New(), Sized), issubclass(New, Sized), isinstance(New(), Sized)


for number in range(6):
    print(made(number % 2), end=" ")
    gc.collect()
print()
for value in (1, "a", b"a", [], (), {}, set(), range(2), None, len, p, iter([]), (x for x in ()), {}.keys()):
    print(type(value).__name__, [name for name in ("Hashable", "Iterable", "Iterator", "Sized", "Container", "Collection",
                                                   "Sequence", "MutableSequence", "Mapping", "Set", "Callable", "Generator")
                                 if isinstance(value, getattr(collections.abc, name))
                                 and isinstance(value, getattr(collections.abc, name))])


class NoMatch(abc.ABC):
    @classmethod
    def __subclasshook__(cls, other):
        print("asked about", other.__name__)
        return other.__name__ == "Plain"


print(isinstance(p, NoMatch), isinstance(p, NoMatch), isinstance(1, NoMatch), isinstance(1, NoMatch), issubclass(int, NoMatch))
for wrong in (1, "a", None):
    try:
        issubclass(wrong, Sized)
    except TypeError as error:
        print(error)


class Broken:
    @property
    def __class__(self):
        raise ValueError("no class")


try:
    print(isinstance(Broken(), Sized))
except ValueError as error:
    print(error)
