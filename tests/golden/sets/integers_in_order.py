print({3, 1, 2}, set(range(10)), {i * i for i in range(5)}, {0, True, 1.0}, list({5, 3})[0])
s = set(range(20))
s -= set(range(5, 15))
print(s, min(s), max(s), sum(s), sorted(s, reverse=True))
