a, b = {1, 2}, {1, 2, 3}
print(a < b, a <= a, a < a, b > a, b >= b, a == {2, 1}, a != b, {1} < {2}, {1} > {2}, {1} == {2}, set() < a, a <= frozenset(b))
print(a.issubset([1, 2, 3]), b.issuperset("") , a.isdisjoint([3]), a.isdisjoint({2}), a == frozenset(a), set() == frozenset(), a == [1, 2], a == 5)
for call in (lambda: a < [1], lambda: a <= 3, lambda: a > None, lambda: a.issubset(3), lambda: a.isdisjoint(3), lambda: a.issuperset([[]]), lambda: a.issubset(), lambda: sorted([a, 1])):
    try:
        print(call())
    except TypeError as error:
        print(error)
print(sorted([{1, 2}, {1}, set(), {1, 2, 3}]), max([{1}, {2}]))
