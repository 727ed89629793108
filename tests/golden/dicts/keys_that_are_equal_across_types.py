"""1, 1.0, True, and 1+0j are one key; the first key stays, the last value wins."""
from decimal import Decimal
from fractions import Fraction

d = {1: "int"}
for key in (1.0, True, 1 + 0j, Decimal(1), Fraction(1)):
    d[key] = type(key).__name__
    print(d, key in d)
print({0: "a", False: "b", 0.0: "c", -0.0: "d", "": "e"}, {"a": 1, b"a": 2}, {(1, 2): 1, (1.0, 2.0): 2}, {2**61 - 1: 1, 0: 2}, hash(2**61 - 1) == hash(0))
print({float("nan"): 1}.get(float("nan"), "another") if False else "", {None: 1, ...: 2, NotImplemented: 3}, {frozenset([1]): 1}[frozenset([1.0])], {"é": 1}["e\u0301"] if "e\u0301" in {"é": 1} else "not normalized")
