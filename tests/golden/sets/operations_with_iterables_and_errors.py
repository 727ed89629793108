"""Methods of sets take any iterables, operators only sets; what each returns and refuses."""


def attempt(function):
    try:
        print(repr(function()))
    except Exception as error:
        print(type(error).__name__, error)

s, f = {1, 2, 3}, frozenset({2, 3, 4})
print(s & f, s | f, s - f, s ^ f, f & s, type(s & f).__name__, type(f & s).__name__, s < {1, 2, 3, 4}, s <= s, s >= {1}, s > s, s == frozenset(s), s.isdisjoint([9]), f.issubset(range(9)), s.issuperset([1]))
print(s.union([9], "a", {5: 6}) == {1, 2, 3, 9, "a", 5}, s.intersection([1, 2], [2]), s.difference([1], [2]), s.symmetric_difference([3, 4]), s.union(), s.intersection(), s.difference() == s)
for bad in ((lambda: s & [1]), (lambda: s | "a"), (lambda: s - 5), (lambda: [1] & s), (lambda: s.union(5)), (lambda: s.union([[]])), (lambda: s.intersection(None)), (lambda: s.symmetric_difference()), (lambda: s.isdisjoint(5)), (lambda: s < [1]),
            (lambda: s.add([])), (lambda: s.add()), (lambda: s.remove(9)), (lambda: s.remove([])), (lambda: s.discard([])), (lambda: set().pop()), (lambda: s.update(5)), (lambda: set(5)), (lambda: set(1, 2)), (lambda: {[]}), (lambda: hash(s)),
            (lambda: f.add(1)), (lambda: [] in s), (lambda: {1} in s), (lambda: {1} in {frozenset({1})}), (lambda: s[0]), (lambda: s + s), (lambda: s.pop(1)), (lambda: frozenset([[]])), (lambda: s == [1, 2, 3]), (lambda: sorted({1, "a"}))):
    attempt(bad)
t = {1, 2, 3, 4}
t &= {1, 2, 3}
t |= {7}
t -= {1}
t ^= {2, 9}
print(sorted(t), t.discard(100), t.remove(9), sorted(t))
t.update([1], "a", ())
t.difference_update([1], ["a"])
t.intersection_update([3, 7, 8])
t.symmetric_difference_update([3, 5])
print(sorted(t))
try:
    t &= [1]
except TypeError as error:
    print(error)
g = f
g |= {9}
print(sorted(g), sorted(f), f.copy() is f, frozenset(f) is f, frozenset() is frozenset(), set(s) is s, s.copy() == s)
x = {frozenset({1}): "key"}
print(x[frozenset([1])], frozenset({1}) == {1}, hash(frozenset({1, 2})) == hash(frozenset([2, 1])), {1, 1.0, True}, {0, False, 0.0, -0.0})
for value in s:
    pass
try:
    for value in s:
        s.add(value + 10)
except RuntimeError as error:
    print(error)
