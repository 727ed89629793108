a, b = {1, 2, 3}, {2, 3, 4}
print(a | b, a & b, a - b, a ^ b, a <= b, {2, 3} < a, a >= {1}, a.isdisjoint({9}), a == {3, 2, 1}, a != b)
print(a.union([9], (8,)), a.intersection([1, 2]), a.difference([1]), a.symmetric_difference([1, 7]), a.issubset(range(5)), a.issuperset([1]))
a |= {10}
a &= {1, 2, 10}
a -= {1}
a ^= {2, 5}
print(a)
for f in (lambda: a | [1], lambda: a < [1], lambda: {[]}, lambda: set(5), lambda: a + b):
    try:
        f()
    except TypeError as e:
        print(e)
