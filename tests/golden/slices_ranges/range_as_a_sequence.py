r = range(0, 20, 3)
print(r, len(r), r[2], r[-1], r[1:3], r[::-1], r[::2], 9 in r, 10 in r, 9.0 in r, "9" in r, r.index(9), r.count(9), r.count(10), list(reversed(r)))
print(range(3) == range(0, 3, 1), range(0) == range(5, 1), range(0, 3, 2) == range(0, 4, 2), hash(range(0, 3, 2)) == hash(range(0, 4, 2)), range(1, 10, 2) != range(1, 11, 2), range(3) == [0, 1, 2], r.start, r.stop, r.step, bool(range(0)))
big = range(0, 10**30, 10**10)
print(big[10**15], 10**25 in big, big.index(10**20), big[-1], big[5:][0], big.count(3), big[:3])
for call in (lambda: r[7], lambda: r[-8], lambda: r["a"], lambda: r[1.0], lambda: r.index(10), lambda: r.index("a"), lambda: len(big), lambda: r + r, lambda: r * 2, lambda: r < r, lambda: setattr(r, "start", 1), lambda: r.__setitem__(0, 1), lambda: r[::0], lambda: range(1)[10**30], lambda: r.index()):
    try:
        print(call())
    except Exception as error:
        print(type(error).__name__, error)
