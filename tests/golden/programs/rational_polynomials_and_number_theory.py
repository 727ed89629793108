from fractions import Fraction
from functools import reduce
from itertools import count, islice, takewhile, zip_longest
from math import gcd, isqrt, prod


class Poly:
    def __init__(self, *coefficients):
        c = list(coefficients)
        while c and not c[-1]:
            c.pop()
        self.c = tuple(c)

    degree = property(lambda self: len(self.c) - 1)

    def __call__(self, x):
        return reduce(lambda acc, k: acc * x + k, reversed(self.c), 0)

    def __add__(self, other):
        return Poly(*(a + b for a, b in zip_longest(self.c, as_poly(other).c, fillvalue=0)))

    __radd__ = __add__

    def __neg__(self):
        return Poly(*(-k for k in self.c))

    def __sub__(self, other):
        return self + -as_poly(other)

    def __rsub__(self, other):
        return -self + other

    def __mul__(self, other):
        other = as_poly(other)
        out = [0] * max(len(self.c) + len(other.c) - 1, 0)
        for i, a in enumerate(self.c):
            for j, b in enumerate(other.c):
                out[i + j] += a * b
        return Poly(*out)

    __rmul__ = __mul__

    def __pow__(self, n):
        return prod([self] * n, start=Poly(1))

    def __divmod__(self, other):
        if not other.c:
            raise ZeroDivisionError("division by the zero polynomial")
        rest, out = list(self.c), [0] * max(len(self.c) - len(other.c) + 1, 0)
        for i in reversed(range(len(out))):
            out[i] = k = Fraction(rest[i + other.degree]) / other.c[-1]
            for j, b in enumerate(other.c):
                rest[i + j] -= k * b
        return Poly(*out), Poly(*rest)

    __floordiv__ = lambda self, other: divmod(self, other)[0]
    __mod__ = lambda self, other: divmod(self, other)[1]

    def derive(self):
        return Poly(*[i * k for i, k in enumerate(self.c)][1:])

    def __eq__(self, other):
        return self.c == as_poly(other).c

    def __hash__(self):
        return hash(self.c)

    def __bool__(self):
        return bool(self.c)

    def __str__(self):
        terms = []
        for i, k in reversed(list(enumerate(self.c))):
            if k:
                power = "" if i == 0 else "x" if i == 1 else f"x^{i}"
                size = abs(k)
                terms.append(("-" if k < 0 else "+") + " " + (f"{size}" if size != 1 or not i else "") + power)
        text = " ".join(terms) or "+ 0"
        return text[2:] if text.startswith("+") else "-" + text[2:]


def as_poly(x):
    return x if isinstance(x, Poly) else Poly(x)


x = Poly(0, 1)
p, q = (x - 1) ** 3 * (x + 2), x ** 2 - 3 * x + 2
print(p, "|", q, "|", p(2), p.degree, p // q, "|", p % q, "|", 1 - x, "|", p.derive(), "|", Poly(), Poly().degree, bool(x - x), x == Poly(0, 1, 0))
g, h = p, p.derive()
while h:
    g, h = h, g % h
print(g * (1 / Fraction(g.c[-1])), p(Fraction(1, 2)), {x: "x"}[Poly(0, 1)], sum([x, x ** 2, 3], Poly()))
try:
    p % Poly()
except ZeroDivisionError as error:
    print(error)


def lagrange(points):
    return sum((y * prod(((x - b) * Fraction(1, a - b) for b, _ in points if b != a), start=Poly(1)) for a, y in points), Poly())


print(lagrange([(0, 1), (1, 3), (2, 11), (3, 31)]), lagrange([(1, 1), (2, 4), (3, 9)]))


def primes():
    composites = {}
    for n in count(2):
        if n not in composites:
            yield n
            composites[n * n] = [n]
        else:
            for k in composites.pop(n):
                composites.setdefault(n + k, []).append(k)


def is_prime(n):
    if n < 2 or any(n % k == 0 for k in (2, 3, 5, 7)):
        return n in (2, 3, 5, 7)
    d, r = n - 1, 0
    while d % 2 == 0:
        d, r = d // 2, r + 1
    return all((y := pow(a, d, n)) in (1, n - 1) or any((y := y * y % n) == n - 1 for _ in range(r - 1)) for a in (2, 3, 5, 7, 11, 13, 17, 19, 23, 29, 31, 37) if a < n)


print(list(islice(primes(), 12)), sum(takewhile(lambda n: n < 2000, primes())), [n for n in range(60) if is_prime(n)] == list(takewhile(lambda n: n < 60, primes())), is_prime(2**89 - 1), is_prime(2**83 - 1), is_prime(561))


def crt(*pairs):
    total, m = 0, prod(n for _, n in pairs)
    for a, n in pairs:
        k = m // n
        total += a * k * pow(k, -1, n)
    return total % m


print(crt((2, 3), (3, 5), (2, 7)), pow(3, -1, 7), gcd(0, 0), gcd(12, -18))
try:
    crt((1, 4), (2, 6))
except ValueError as error:
    print(error)


def continued(n, terms):
    m, d, a0 = 0, 1, isqrt(n)
    a, out = a0, [a0]
    for _ in range(terms):
        m = d * a - m
        d = (n - m * m) // d
        a = (a0 + m) // d
        out.append(a)
    return out, reduce(lambda acc, k: k + 1 / Fraction(acc), reversed(out))


print(continued(7, 8), float(continued(2, 20)[1]) ** 2 - 2 < 1e-14)
