t = (1, "a", 2.5)
print(t, t[0], t[-1], t[1:], t + (4,), t * 2, len(t), "a" in t, t.index("a"), t.count(1), (), (1,), tuple("ab"), tuple([1, 2]), tuple())
a, b, c = t
print(a, b, c, hash((1, 2)) == hash((1, 2)), (1, 2) < (1, 3), (1,) < (1, 0), (1, 2) == [1, 2], ((1, 2), 3)[0][1])
for f in (lambda: t[3], lambda: t + [1], lambda: hash(([],)), lambda: t.index(9), lambda: tuple(5), lambda: t["x"]):
    try:
        f()
    except Exception as e:
        print(type(e).__name__, e)
try:
    t[0] = 1
except TypeError as e:
    print(e)
try:
    del t[0]
except TypeError as e:
    print(e)
