print([x * 2 for x in range(5)], [x for x in range(10) if x % 2 if x > 3])
print({k: v for k, v in zip("abc", range(3))}, sorted({x % 3 for x in range(10)}))
print([(x, y) for x in range(3) for y in "ab"], [[r * c for c in range(3)] for r in range(3)])
m = [[1, 2, 3], [4, 5, 6]]
print([[row[i] for row in m] for i in range(3)], [v for row in m for v in row if v % 2])
print({len(w): w for w in ["a", "bb", "cc"]}, [i if i else "z" for i in range(3)])
