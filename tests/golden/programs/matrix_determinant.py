from itertools import permutations
def det(m):
    if len(m) == 1:
        return m[0][0]
    return sum((-1) ** j * m[0][j] * det([r[:j] + r[j + 1:] for r in m[1:]]) for j in range(len(m)))
def mul(a, b):
    return [[sum(x * y for x, y in zip(r, c)) for c in zip(*b)] for r in a]
m = [[2, 0, 1], [1, 3, 2], [1, 1, 4]]
print(det(m), mul(m, m), [list(r) for r in zip(*m)])
for row in m:
    print(" ".join(f"{v:4.1f}" for v in row))
