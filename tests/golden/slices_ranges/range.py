r = range(2, 20, 3)
print(r, list(r), len(r), r[1], r[-1], r[1:3], r[::-1], 5 in r, 6 in r, r.index(8), r.count(5), r.start, r.stop, r.step)
print(list(range(5, 0, -2)), list(range(0)), range(3) == range(0, 3), range(0) == range(5, 5), hash(range(3)) == hash(range(0, 3)), range(10**20)[10**19], len(range(-5, 5)), bool(range(0)), 2.0 in range(3), "a" in range(3))
print(list(reversed(range(4))), range(10)[2:8:2], range(True), range(0, -5, -1)[-1])
for f in (lambda: r[10], lambda: range(1, 2, 0), lambda: range("a"), lambda: r.index(6), lambda: range(), lambda: range(1.0)):
    try:
        f()
    except Exception as e:
        print(type(e).__name__, e)
