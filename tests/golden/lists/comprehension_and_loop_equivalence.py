"""A comprehension does what the loop would, with its own scope, for filters, nesting and conditions."""
def loop(items):
    out = []
    for x in items:
        if x % 2:
            for y in range(x):
                if y != 1:
                    out.append((x, y))
    return out
def comp(items): return [(x, y) for x in items if x % 2 for y in range(x) if y != 1]
print(loop(range(5)) == comp(range(5)), comp([1, 3]), comp(iter([3])), comp([]))
matrix = [[1, 2], [3, 4], [5, 6]]
print([list(r) for r in zip(*matrix)], [x for r in matrix for x in r if x > 2], [[x * 2 for x in r if x != 4] for r in matrix], [r[::-1] for r in matrix[::-1]], [a + b for a, b in matrix], [*map(sum, matrix)], [i for i, r in enumerate(matrix) if sum(r) > 5], [(i, j) for i in range(3) for j in range(i)], [c for w in "ab cd".split() for c in w])
print([f"{x:>{w}}" for x, w in zip("abc", range(1, 4))], [x if x > 1 else -x for x in range(4)], [x for x in range(10) if x > 2 if x < 6], [y for x in range(3) if (y := x * x) > 0], [bool(x) for x in ([], [0], "", " ")], [len(x) for x in ("", "a", [1, 2], {1: 2}, range(9))])
