"""Counter: counts of all kinds, arithmetic that drops what is not positive, comparison, update and subtract."""
import collections


def attempt(function):
    try:
        print(repr(function()))
    except Exception as error:
        print(type(error).__name__, error)

C = collections.Counter
c = C("abracadabra")
print(c, c.most_common(2), c["zzz"], "zzz" in c, c.total(), sorted(c.elements())[:4], C(a=2, b=-1), C({"x": 1.5}), C([1, 1, "1"]))
a, b = C(a=3, b=1, c=0), C(a=1, b=2, d=-1)
print(a + b, a - b, a & b, a | b, +b, -b, a == b, a <= b, a < C(a=4, b=1), C(a=0) == C(), a != C(a=3, b=1), C(a=1) >= C(b=-1))
a.update(b); print(a)
a.subtract(a=10, z=1); print(a)
a.update("ab"); print(a)
a += C(a=100); print(a)
a -= C(b=1); print(a)
a |= C(q=5); a &= C(q=3, a=1); print(a)
del a["nothing"]
for bad in ((lambda: C(5)), (lambda: C(None)), (lambda: C("a", "b")), (lambda: C.fromkeys("ab")), (lambda: c + "a"), (lambda: c + {"a": 1}), (lambda: c < {"a": 1}), (lambda: c.most_common(-1)), (lambda: c.most_common(0)), (lambda: C(a="x") + C(a=1)), (lambda: C(a="x", b=1).most_common()), (lambda: C(a=1.5).elements().__next__()), (lambda: C()["x"]), (lambda: C([[]])), (lambda: c.pop("nope")), (lambda: hash(c)), (lambda: C(a=1)("x")), (lambda: C(self=1, iterable=2)), (lambda: repr(C())), (lambda: C(a=1) | {"b": 2}), (lambda: type(c.copy()).__name__), (lambda: C("aab") == {"a": 2, "b": 1})):
    attempt(bad)
c.clear()
c["new"] += 1
print(c, dict(c), C(c) is c, list(C(b=1, a=1).most_common()), C(x for x in "hello").most_common(1))
