from math import gcd
from functools import total_ordering
@total_ordering
class Fr:
    def __init__(self, n, d=1):
        if d == 0:
            raise ZeroDivisionError("Fr with zero")
        g = gcd(n, d) * (1 if d > 0 else -1)
        self.n, self.d = n // g, d // g
    def __add__(self, o): o = fr(o); return Fr(self.n * o.d + o.n * self.d, self.d * o.d)
    __radd__ = __add__
    def __neg__(self): return Fr(-self.n, self.d)
    def __sub__(self, o): return self + -fr(o)
    def __rsub__(self, o): return fr(o) + -self
    def __mul__(self, o): o = fr(o); return Fr(self.n * o.n, self.d * o.d)
    __rmul__ = __mul__
    def __truediv__(self, o): o = fr(o); return Fr(self.n * o.d, self.d * o.n)
    def __pow__(self, k): return Fr(self.n ** k, self.d ** k)
    def __eq__(self, o): o = fr(o); return (self.n, self.d) == (o.n, o.d)
    def __lt__(self, o): o = fr(o); return self.n * o.d < o.n * self.d
    def __hash__(self): return hash((self.n, self.d))
    def __float__(self): return self.n / self.d
    def __repr__(self): return f"{self.n}/{self.d}" if self.d != 1 else str(self.n)
def fr(x): return x if isinstance(x, Fr) else Fr(x)
h, t = Fr(1, 2), Fr(1, 3)
print(h + t, h - t, h * t, h / t, 1 + h, 2 * t, 1 - h, h ** 3, -h, h > t, h <= t, Fr(2, 4) == h, float(t), {h: 1}[Fr(3, 6)], sum([h, t, t]), sorted([h, t, Fr(1, 4)]), max(h, t), Fr(6, -3))
try:
    h / 0
except ZeroDivisionError as e:
    print(e)
