"""A repeated list holds the same objects; counts may be bools and index objects."""
class I:
    def __index__(self): return 2


row = [0]
grid = [row] * 3
grid[0].append(1)
print(grid, [[0] for _ in range(2)], [1] * True, [1] * False, [1] * I(), I() * [1], [] * 10**9, [1, 2] * -1, 3 * [None])
for bad in (1.0, "a", None, [1], 2**100, 1j):
    try:
        print(len([1] * bad))
    except Exception as error:
        print(type(error).__name__, error)
t = (row,) * 2
print(t[0] is t[1], () * 5, (1,) * 3, "ab" * 0, b"x" * 2, "é" * 3)
