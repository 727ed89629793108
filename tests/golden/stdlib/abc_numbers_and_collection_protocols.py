import collections.abc as cabc
import numbers
from abc import ABC, ABCMeta, abstractmethod, get_cache_token, update_abstractmethods
from decimal import Decimal
from fractions import Fraction


class Shape(ABC):
    @property
    @abstractmethod
    def area(self): ...

    @classmethod
    @abstractmethod
    def make(cls): ...

    @staticmethod
    @abstractmethod
    def helper(): ...

    @abstractmethod
    def __len__(self):
        return 5


class Half(Shape):
    area = 3

    @classmethod
    def make(cls):
        return cls()


for cls in (Shape, Half):
    try:
        cls()
    except TypeError as error:
        print(error)
print(sorted(Shape.__abstractmethods__), sorted(Half.__abstractmethods__), Shape.__len__.__isabstractmethod__)


class Full(Half):
    helper = staticmethod(lambda: 1)

    def __len__(self):
        return super().__len__() + 1


print(len(Full()), Full.make().area)
Half.helper = Half.__len__ = lambda self: 0
try:
    Half()
except TypeError as error:
    print(error)
print(update_abstractmethods(Half)().area)


class Hooked(ABC):
    @classmethod
    def __subclasshook__(cls, other):
        if cls is Hooked:
            return any("hook" in vars(c) for c in other.__mro__) or NotImplemented
        return NotImplemented


class WithHook:
    hook = 1


token = get_cache_token()
print(issubclass(WithHook, Hooked), isinstance(5, Hooked), Hooked.register(int) is int, isinstance(5, Hooked), isinstance(True, Hooked), get_cache_token() != token)
for bad in (lambda: Hooked.register(5), lambda: issubclass(5, Hooked), lambda: Hooked.register(ABC) and ABC.register(Hooked)):
    try:
        print(bad())
    except (TypeError, RuntimeError) as error:
        print(type(error).__name__, error)


class Seq(cabc.Sequence):
    def __init__(self, *items):
        self.items = items

    def __getitem__(self, i):
        return self.items[i]

    def __len__(self):
        return len(self.items)


s = Seq(3, 1, 3)
print(list(s), 1 in s, s.index(3, 1), s.count(3), list(reversed(s)), isinstance(s, cabc.Reversible), isinstance(s, cabc.Collection))
try:
    s.index(9)
except ValueError as error:
    print(repr(error))


class Bag(cabc.MutableSet):
    def __init__(self, it=()):
        self.d = dict.fromkeys(it)

    def __contains__(self, x):
        return x in self.d

    def __iter__(self):
        return iter(self.d)

    def __len__(self):
        return len(self.d)

    def add(self, x):
        self.d[x] = None

    def discard(self, x):
        self.d.pop(x, None)

    def __repr__(self):
        return f"Bag({list(self.d)})"


b = Bag("abc")
print(b & "ab", b | {"d"}, b - {"a"}, b ^ Bag("cd"), b <= Bag("abcd"), b > Bag("a"), b == {"a", "b", "c"}, b.isdisjoint("xyz"), {"z"} | b, b._hash() == Bag("cba")._hash())
b |= "xy"
b -= {"a"}
print(b, b.remove("x"), b.pop(), b.clear(), b)
for bad in (lambda: b.pop(), lambda: b.remove("q"), lambda: hash(b), lambda: b & 5):
    try:
        print(bad())
    except (KeyError, TypeError) as error:
        print(type(error).__name__, error)


class Map(cabc.MutableMapping):
    def __init__(self):
        self.d = {}

    def __getitem__(self, k):
        return self.d[k]

    def __setitem__(self, k, v):
        self.d[k] = v

    def __delitem__(self, k):
        del self.d[k]

    def __iter__(self):
        return iter(self.d)

    def __len__(self):
        return len(self.d)


m = Map()
m.update({"a": 1}, b=2)
m.update([("c", 3)])
print(dict(m), m.pop("a"), m.pop("z", 0), m.setdefault("d", 4), m.popitem(), list(m.values()), m.keys() & {"c"}, m == {"c": 3, "d": 4}, m.get("q"), "c" in m, ("c", 3) in m.items(), 3 in m.values())
for bad in (lambda: m.pop("zz"), lambda: m.update(5), lambda: m.update([1]), lambda: cabc.Sequence(), lambda: type("S", (cabc.Sequence,), {"__getitem__": 1})()):
    try:
        print(bad())
    except (KeyError, TypeError) as error:
        print(type(error).__name__, error)
for name in ("Hashable", "Iterable", "Iterator", "Sized", "Container", "Callable", "Sequence", "MutableSequence", "Mapping", "Set", "Buffer", "Generator", "Awaitable", "Coroutine", "AsyncIterable"):
    cls = getattr(cabc, name)
    print(name, [isinstance(x, cls) for x in (1, "s", [], {}, set(), iter([]), len, (i for i in ()), b"", range(1), None, memoryview(b""))])
for x in (True, 5, 2.5, 1j, Decimal(1), Fraction(1, 2), "x"):
    print(repr(x), [isinstance(x, getattr(numbers, n)) for n in ("Number", "Complex", "Real", "Rational", "Integral")])
try:
    numbers.Integral()
except TypeError as error:
    print(str(error)[:60])


class NoHash:
    __hash__ = None


class NoIter:
    __iter__ = None


print(isinstance(NoHash(), cabc.Hashable), isinstance(NoIter(), cabc.Iterable), issubclass(type("G", (), {"__iter__": 1, "__next__": 1}), cabc.Iterator), cabc.Callable[[int], str], ABCMeta.__instancecheck__.__name__)
