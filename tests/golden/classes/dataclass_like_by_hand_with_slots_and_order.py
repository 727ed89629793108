"""A class with slots, equality, hashing, ordering, repr, copying and pickling written by hand."""
import copy
import functools
import pickle


@functools.total_ordering
class Version:
    __slots__ = ("parts", "tag")

    def __init__(self, text):
        number, _, tag = text.partition("-")
        object.__setattr__(self, "parts", tuple(map(int, number.split("."))))
        object.__setattr__(self, "tag", tag)

    def __setattr__(self, n, v): raise AttributeError(f"{type(self).__name__} is frozen")
    def __delattr__(self, n): raise AttributeError(f"cannot delete {n}")
    def _key(self): return self.parts, not self.tag, self.tag
    def __eq__(self, o): return self._key() == o._key() if isinstance(o, Version) else NotImplemented
    def __lt__(self, o): return self._key() < o._key() if isinstance(o, Version) else NotImplemented
    def __hash__(self): return hash(self._key())
    def __repr__(self): return f"Version({str(self)!r})"
    def __str__(self): return ".".join(map(str, self.parts)) + (f"-{self.tag}" if self.tag else "")
    def __iter__(self): return iter(self.parts)
    def __len__(self): return len(self.parts)
    def __getitem__(self, i): return self.parts[i]
    def __format__(self, spec): return ".".join(map(str, self.parts[:int(spec or 9)]))
    def __reduce__(self): return Version, (str(self),)
    def __contains__(self, n): return n in self.parts
    def __bool__(self): return any(self.parts)
    def __add__(self, n): return Version(".".join(map(str, (*self.parts[:-1], self.parts[-1] + n))))


a, b, c = Version("1.2.3"), Version("1.2.3-rc1"), Version("1.10")
print(sorted([a, b, c, Version("0.9")]), a > b, a != b, a >= a, c > a, {a: 1}[Version("1.2.3")], list(a), len(b), a[-1], f"{a:2}", f"{a}", 2 in a, bool(Version("0.0")), a + 5, max(a, b, c), copy.copy(a) == a, copy.deepcopy([a])[0] == a, pickle.loads(pickle.dumps(b)) == b, str(b))
for f in (lambda: setattr(a, "tag", "x"), lambda: delattr(a, "tag"), lambda: a < 5, lambda: a == "1.2.3", lambda: a.__dict__, lambda: setattr(a, "new", 1), lambda: Version("x.y"), lambda: a + "b", lambda: a[9]):
    try: print(f())
    except Exception as error: print(type(error).__name__, error)
