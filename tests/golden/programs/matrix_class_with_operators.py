from fractions import Fraction
from itertools import chain
from numbers import Number


class Matrix:
    def __init__(self, rows):
        rows = [list(r) for r in rows]
        if len({len(r) for r in rows}) != 1:
            raise ValueError("rows of different lengths" if rows else "no rows")
        self.rows = rows

    @classmethod
    def identity(cls, n):
        return cls([[int(i == j) for j in range(n)] for i in range(n)])

    @property
    def shape(self):
        return len(self.rows), len(self.rows[0])

    @property
    def T(self):
        return type(self)(zip(*self.rows))

    def __getitem__(self, key):
        match key:
            case int(i):
                return self.rows[i]
            case slice() as s:
                return type(self)(self.rows[s])
            case int(i), int(j):
                return self.rows[i][j]
            case slice() | int() as i, slice() | int() as j:
                i = slice(i, i + 1) if isinstance(i, int) else i
                j = slice(j, j + 1) if isinstance(j, int) else j
                return type(self)(r[j] for r in self.rows[i])
        raise TypeError(f"bad index {key!r}")

    def __setitem__(self, key, value):
        i, j = key
        self.rows[i][j] = value

    def __add__(self, other):
        if isinstance(other, Number):
            return type(self)([x + other for x in r] for r in self.rows)
        if not isinstance(other, Matrix):
            return NotImplemented
        return type(self)(map(lambda *p: [a + b for a, b in zip(*p, strict=True)], self.rows, other.rows))

    __radd__ = __add__

    def __neg__(self):
        return self * -1

    def __sub__(self, other):
        return self + -other

    def __mul__(self, k):
        return type(self)([x * k for x in r] for r in self.rows) if isinstance(k, Number) else NotImplemented

    __rmul__ = __mul__

    def __matmul__(self, other):
        if not isinstance(other, Matrix):
            return NotImplemented
        if self.shape[1] != other.shape[0]:
            raise ValueError(f"{self.shape} @ {other.shape}")
        return type(self)([sum(a * b for a, b in zip(r, c)) for c in zip(*other.rows)] for r in self.rows)

    def __pow__(self, n, mod=None):
        result, base = self.identity(self.shape[0]), self
        if n < 0:
            n, base = -n, ~self
        while n:
            if n & 1:
                result = result @ base
            base = base @ base
            if mod:
                result, base = result % mod, base % mod
            n >>= 1
        return result

    def __mod__(self, m):
        return type(self)([x % m for x in r] for r in self.rows)

    def __invert__(self):
        n = self.shape[0]
        rows = [[Fraction(x) for x in r] + [Fraction(i == j) for j in range(n)] for i, r in enumerate(self.rows)]
        for i in range(n):
            pivot = next((k for k in range(i, n) if rows[k][i]), None)
            if pivot is None:
                raise ZeroDivisionError("singular matrix")
            rows[i], rows[pivot] = rows[pivot], rows[i]
            rows[i] = [x / rows[i][i] for x in rows[i]]
            for k in range(n):
                if k != i:
                    rows[k] = [a - b * rows[k][i] for a, b in zip(rows[k], rows[i])]
        return type(self)(r[n:] for r in rows)

    def __eq__(self, other):
        return isinstance(other, Matrix) and self.rows == other.rows

    def __iter__(self):
        return chain.from_iterable(self.rows)

    def __format__(self, spec):
        return "[" + "; ".join(" ".join(format(x, spec) for x in r) for r in self.rows) + "]"

    def __str__(self):
        return format(self, "")

    def __repr__(self):
        return f"Matrix({self.rows})"


m = Matrix([[1, 2], [3, 4]])
print(m, m.T, m @ m, m + 1, 1 + m, m - m, 2 * m, -m, m ** 5, m[0], m[1, 0], m[:, 1], m[0, :], m[:1])
print(~m, ~m @ m == Matrix.identity(2), m ** -2, pow(Matrix([[1, 1], [1, 0]]), 10**9, 1000007)[0, 1])
print(f"{m:>4}|{m:.1f}", sum([m, m, m]), list(m), m != Matrix([[1]]), hash(1) if Matrix.__hash__ is None else "hashed")
m @= Matrix.identity(2)
m += m
m[0, 0] = 9
print(m, repr(m))
for expression in ("m + 'x'", "m * m", "m @ 3", "3 @ m", "m @ Matrix([[1, 2, 3]])", "Matrix([[1], [1, 2]])", "Matrix([])",
                   "~Matrix([[1, 2], [2, 4]])", "m['a']", "m[0, 'b']", "m + Matrix([[1], [2]])", "hash(m)", "m[5]"):
    try:
        print(expression, eval(expression))
    except Exception as error:
        print(expression, type(error).__name__, error)
