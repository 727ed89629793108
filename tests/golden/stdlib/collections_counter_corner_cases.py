from collections import Counter

c = Counter("abracadabra")
print(c, c.most_common(2), c.most_common(0), c.most_common(-1), c["zz"], "zz" in c, c.total())
print(Counter(a=3, b=1) + Counter(a=1, c=2), Counter(a=3, b=1) - Counter(a=5, b=-1), Counter(a=3) & Counter(a=1, b=2),
      Counter(a=3) | Counter(a=1, b=2), +Counter(a=-1, b=2), -Counter(a=-1, b=2))
print(Counter(a=1) == Counter(a=1, b=0), Counter(a=1) <= Counter(a=1, b=2), Counter(a=1) < Counter(a=1),
      Counter(a=2) >= Counter(b=0), Counter(a=1) != Counter(b=1))
c = Counter(a=1)
c.update("ab", b=5)
c.subtract({"a": 4}, z=1)
print(c, sorted(c.elements()), list(Counter(a=2, b=0, c=-3, d=1).elements()))
c += Counter(q=1)
print(c)
c -= Counter(b=10, q=-1)
print(c)
c |= Counter(x=1)
c &= Counter(x=5)
print(c, type(c.copy()).__name__, repr(Counter()), Counter(None))
del c["missing"]
for call in (lambda: Counter(1, 2), lambda: Counter(5), lambda: Counter.fromkeys("ab"), lambda: Counter(a=1) + 5,
             lambda: Counter(a="x") + Counter(a=1), lambda: Counter([[]]), lambda: Counter(a=1) < 5,
             lambda: Counter(a=1.5, b=2).total()):
    try:
        print(call())
    except (TypeError, NotImplementedError) as error:
        print(type(error).__name__, error)
print(repr(Counter({1: "x", 2: 3})), Counter(self=1, iterable=2))
m = Counter(a=0.5)
m["a"] += 1
print(m, Counter({"x": [1]}) == {"x": [1]}, isinstance(m, dict))


class Sub(Counter):
    def __missing__(self, key):
        return 100


s = Sub("a")
print(s["b"], s, type(s + s).__name__, type(s.copy()).__name__)
s.update(b=1)
print(s)
