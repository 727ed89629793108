"""What is false, how not, and, or and if use it, and who is asked."""
import collections, decimal, fractions, datetime
falsy = [None, False, 0, 0.0, -0.0, 0j, "", b"", bytearray(), (), [], {}, set(), frozenset(), range(0), decimal.Decimal(0), fractions.Fraction(0), datetime.timedelta(0), collections.deque(), collections.Counter(), memoryview(b""), {}.keys(), {}.items(), [].__len__()]
truthy = [True, 1, -1, 0.1, float("nan"), 1j, " ", b"\0", (None,), [[]], {None: None}, {0}, range(1), ..., NotImplemented if False else object(), int, len, lambda: 0, (i for i in ()), iter([]), zip(), datetime.time(0), Exception(), slice(0), type(None), collections.OrderedDict(a=1), decimal.Decimal("nan")]
print([bool(v) for v in falsy].count(False) == len(falsy), [type(v).__name__ for v in truthy if not v], all(truthy), any(falsy))
class T:
    def __init__(self, v): self.v = v
    def __bool__(self): print(f"?{self.v}", end=" "); return self.v
a, b = T(True), T(False)
print(type(a and b).__name__, (a and b) is b, (a or b) is a, (b and a) is b, (b or a) is a, not a, not b, (a if b else b) is b, bool(a and b or a))
print([] or {} or "last", 1 and 2 and 3, 0 or None, None or 0, "" and 1 / 0, 1 or 1 / 0, not "" == True, (not 1) == 2, not not [], 5 and [], [] and 5)
while b: pass
if a and not b or b: print("branch")
assert a or b
print([v for v in (a, b) if v] == [a], list(filter(None, [a, b])) == [a], list(filter(bool, [0, 1])), all(v for v in (b, a)), any((a, b)), sum(map(bool, truthy)) == len(truthy))
