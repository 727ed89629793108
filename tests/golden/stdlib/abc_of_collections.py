from collections.abc import *
import collections.abc

kinds = [getattr(collections.abc, name) for name in collections.abc.__all__ if name != "ByteString"]
examples = {"list": [], "tuple": (), "str": "", "dict": {}, "set": set(), "frozenset": frozenset(), "range": range(3),
            "bytes": b"", "bytearray": bytearray(), "int": 3, "generator": (i for i in ()), "iterator": iter([]),
            "function": len, "keys": {}.keys(), "items": {}.items(), "values": {}.values(), "memoryview": memoryview(b"")}
for name, example in examples.items():
    print(name, [kind.__name__ for kind in kinds if isinstance(example, kind) and kind is not Buffer])


class Numbers(Sequence):
    def __init__(self, *items): self.items = items
    def __getitem__(self, index): return self.items[index]
    def __len__(self): return len(self.items)


n = Numbers(3, 1, 2, 1)
print(list(n), list(reversed(n)), 1 in n, 9 in n, n.index(1), n.index(1, 2), n.count(1))
try:
    n.index(9)
except ValueError as error:
    print(repr(error))


class Folded(MutableMapping):
    def __init__(self): self.d = {}
    def __getitem__(self, key): return self.d[key.lower()]
    def __setitem__(self, key, value): self.d[key.lower()] = value
    def __delitem__(self, key): del self.d[key.lower()]
    def __iter__(self): return iter(self.d)
    def __len__(self): return len(self.d)


f = Folded()
f.update({"A": 1}, b=2)
f.update([("C", 3)])
print(dict(f), f.get("z"), f.get("A"), f.setdefault("D", 4), f.pop("B"), f.pop("q", 0), f == {"a": 1, "c": 3, "d": 4})
print(f.popitem(), list(f.keys()), list(f.items()), list(f.values()), ("c", 3) in f.items(), 3 in f.values(), "x" in f)
print(f.keys() & {"c", "z"}, sorted(f.keys() | {"z"}), f.keys() - {"c"}, f.items() == {("c", 3), ("d", 4)})
f.clear()
print(len(f), type(f.keys()).__name__)


class Bits(MutableSet):
    def __init__(self, items=()): self.s = sorted(set(items))
    def __contains__(self, x): return x in self.s
    def __iter__(self): return iter(self.s)
    def __len__(self): return len(self.s)
    def add(self, x): self.s = sorted({*self.s, x})
    def discard(self, x): self.s = [y for y in self.s if y != x]
    def __repr__(self): return f"Bits({self.s})"


a, b = Bits([1, 2, 3]), Bits([2, 3, 4])
print(a & b, a | b, a - b, a ^ b, a <= b, a < {1, 2, 3, 4}, a.isdisjoint([7]), a == {1, 2, 3}, {0} | a, {9, 1} - a)
a |= {7}
a &= {1, 7}
a ^= {1, 5}
print(a, a.pop(), a)
try:
    a.remove(99)
except KeyError as error:
    print(repr(error))
for make in (lambda: Callable[[int, str], bool], lambda: Callable[..., int], lambda: Callable[[], None],
             lambda: Iterable[int], lambda: Callable[int], lambda: Callable[int, str], Sequence, Bits().__hash__):
    try:
        print(make())
    except TypeError as error:
        print("TypeError", error)
