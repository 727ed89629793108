import random
r = random.Random(5)
for make in (lambda: list(range(2000)), lambda: list(range(2000, 0, -1)), lambda: [r.randrange(100) for _ in range(2000)], lambda: [r.random() for _ in range(999)], lambda: [1] * 500, lambda: list(range(500)) * 3, lambda: [str(r.random()) for _ in range(300)]):
    l = make()
    s = sorted(l)
    print(len(s), all(a <= b for a, b in zip(s, s[1:])), sorted(l, reverse=True) == s[::-1])
pairs = [(r.randrange(10), i) for i in range(1000)]
s = sorted(pairs, key=lambda p: p[0])
print(all(a[0] < b[0] or a[1] < b[1] for a, b in zip(s, s[1:])))
