"""@ has no built-in meaning: it asks __matmul__, __rmatmul__ and __imatmul__."""


class M:
    def __init__(self, rows):
        self.rows = rows

    def __matmul__(self, other):
        if not isinstance(other, M):
            return NotImplemented
        columns = list(zip(*other.rows))
        return M([[sum(a * b for a, b in zip(row, column)) for column in columns] for row in self.rows])

    def __rmatmul__(self, other):
        return f"rmatmul {other}"

    def __imatmul__(self, other):
        self.rows = (self @ other).rows
        return self

    def __repr__(self):
        return f"M({self.rows})"


a, b = M([[1, 2], [3, 4]]), M([[0, 1], [1, 0]])
print(a @ b, b @ a, a @ b @ b)
c = a
c @= b
print(c, c is a, 5 @ a, [1] @ a)
for left, right in ((1, 2), ([1], [2]), (a, 1), ("a", "b"), (1.0, 2j)):
    try:
        print(left @ right)
    except TypeError as error:
        print(error)
x = 3
try:
    x @= 4
except TypeError as error:
    print(error)
print(2 * 3 @ a if False else -a.rows[0][0] * 2)
import operator

print(operator.matmul(a, b), operator.imatmul(a, b), operator.__matmul__(b, b))
