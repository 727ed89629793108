seed = 12345
def rnd(n):
    global seed
    seed = (seed * 1103515245 + 12345) % (1 << 31)
    return (seed >> 8) % n
def numbers(n, top): return [rnd(top) - top // 3 for _ in range(n)]
out = 0
for round in range(30):
    top = [10, 100, 1000, 10**6, 10**12][rnd(5)]
    a = set(numbers(rnd(60), top)); b = set(numbers(rnd(60), top)); c = dict.fromkeys(numbers(rnd(40), top))
    for _ in range(rnd(20)):
        x = rnd(top); a.add(x)
        if rnd(2): a.discard(rnd(top))
        if rnd(5) == 0 and a: a.pop()
    print(round, list(a), list(b), list(a | b), list(a & b), list(a - b), list(a ^ b))
    print(list(a.union(b, c)), list(a.difference(c)), list(a.intersection(c)), list(a.symmetric_difference(c)), list(a.copy()), list(frozenset(a)))
    for op in ("update", "intersection_update", "difference_update", "symmetric_difference_update"):
        for other in (b, c, list(b)):
            d = set(a); getattr(d, op)(other); print(op, list(d), d == a, d <= a, d < a, d.isdisjoint(a))
    d = set(a)
    while d:
        print(d.pop(), end=" ")
        if rnd(3) == 0: d.add(rnd(top))
    print()
print({1.5, 2, (1, 2), (3, 4), 10**30, -1, -2, True, 0.25, (1, (2, 3.5)), 7+2j, None and 1})
s = {3, 1, 2}
it = iter(s); next(it); s.add(99)
for _ in range(2):
    try: next(it)
    except RuntimeError as e: print(e)
print(it.__length_hint__())
print({1,2,3,4,5,6,7,100,200,300,400}, {x*x for x in range(20)}, set(range(30, 0, -3)), set([5,4,3]))
