"""Conditions and loops nest from left to right; the variables stay inside, walrus targets do not."""
pairs = [(x, y) for x in range(4) if x % 2 for y in range(x) if y != 1]
print(pairs, [x for x in range(20) if x % 2 == 0 if x % 3 == 0], [[c for c in row if c != "b"] for row in ("abc", "bbd")], [x for row in [[1, 2], [3]] for x in row], [(i, j, k) for i in "ab" for j in "c" for k in "de"])
x = "kept"
_ = [x for x in range(3)]
print(x, [last := n for n in range(3)], last, {s := v for v in (1, 2)}, s, any((found := n) > 1 for n in (1, 2, 3)), found)
def f(n):
    x = [n for n in range(n)]
    return x, n, [n for _ in x if n > 2]
print(f(3))
matrix = [[1, 2, 3], [4, 5, 6]]
print([[row[i] for row in matrix] for i in range(3)], [sum(row) for row in matrix], {k: [v for kk, v in zip("aba", (1, 2, 3)) if kk == k] for k in "ab"}, {(a, b) for a in (1, 2) for b in (1, 2) if a < b}, dict([(k, v) for v, k in enumerate("ab")]))
print([(lambda: y)() for y in range(3)], [z() for z in [lambda: w for w in range(3)]], [i for i in range(3) if (lambda: i > 0)()], [eval("v + 1") for v in (1, 2)], [locals()["q"] for q in (1,)])
try: [1 / (2 - n) for n in range(4)]
except ZeroDivisionError as error: print(error)
print(max((len(w), w) for w in ["aa", "b", "ab"]), "".join(c.upper() if i % 2 else c for i, c in enumerate("abcdef")), [*(n for n in range(3)), *[n for n in "ab"]])
