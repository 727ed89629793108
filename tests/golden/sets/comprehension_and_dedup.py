l = [3, 1, 3, 2, 1]
seen = set()
print([x for x in l if not (x in seen or seen.add(x))], len(set(l)), sorted(set(l)), {x % 2 for x in l} == {0, 1}, set("hello") == set("olleh"))
a, b = set(range(0, 20, 2)), set(range(0, 20, 3))
print(sorted(a & b), sorted(a ^ b), sorted(a - b), len(a | b), a & b <= a, not a.isdisjoint(b), set() <= a, a > a, a >= a)
s = {(1, 2), (3, 4)}
s.add((1, 2))
print(len(s), (3, 4) in s, frozenset([1]) in {frozenset([1])}, sum(len(t) for t in s), {1, 2} == frozenset({2, 1}), {1} | {2} == {2} | {1})
