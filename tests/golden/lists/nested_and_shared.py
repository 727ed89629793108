grid = [[0] * 3 for _ in range(2)]
grid[0][1] = 5
print(grid)
import copy
a = [1, [2, 3], {"k": [4]}]
s, d = copy.copy(a), copy.deepcopy(a)
a[1].append(99)
a[2]["k"].append(100)
print(s, d, s[1] is a[1], d[1] is a[1])
t = [list(r) for r in zip(*[[1, 2, 3], [4, 5, 6]])]
print(t)
