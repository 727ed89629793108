from collections.abc import *
print(isinstance([], Sequence), isinstance({}, Mapping), isinstance(set(), MutableSet), isinstance("", Iterable), isinstance(iter([]), Iterator), isinstance(5, Hashable), isinstance([], Hashable), isinstance(len, Callable), isinstance((), Sized), issubclass(dict, MutableMapping), isinstance((x for x in []), Generator), isinstance(range(1), Sequence))
class M(MutableMapping):
    def __init__(self): self.d = {}
    def __getitem__(self, k): return self.d[k]
    def __setitem__(self, k, v): self.d[k] = v
    def __delitem__(self, k): del self.d[k]
    def __iter__(self): return iter(self.d)
    def __len__(self): return len(self.d)
m = M()
m["a"] = 1
m.update(b=2)
print(m.get("z", 0), m.pop("a"), list(m.items()), m.setdefault("c", 3), "c" in m, dict(m), m == {"b": 2, "c": 3})
class S(Sequence):
    def __getitem__(self, i): return [10, 20, 30][i]
    def __len__(self): return 3
s = S()
print(list(s), 20 in s, s.index(30), s.count(10), list(reversed(s)))
class Sz:
    def __len__(self): return 0
print(isinstance(Sz(), Sized))
try:
    class B(Sequence): pass
    B()
except TypeError as e:
    print(e)
