class V:
    def __init__(self, x, y):
        self.x, self.y = x, y
    def __repr__(self):
        return f"V({self.x}, {self.y})"
    def __add__(self, o):
        return V(self.x + o.x, self.y + o.y) if isinstance(o, V) else NotImplemented
    def __mul__(self, k):
        return V(self.x * k, self.y * k)
    __rmul__ = __mul__
    def __neg__(self):
        return V(-self.x, -self.y)
    def __abs__(self):
        return (self.x ** 2 + self.y ** 2) ** 0.5
    def __bool__(self):
        return bool(self.x or self.y)
a = V(3, 4)
print(a + V(1, 1), a * 2, 3 * a, -a, abs(a), bool(V(0, 0)), not a)
try:
    a + 5
except TypeError as e:
    print(e)
try:
    5 + a
except TypeError as e:
    print(e)
a += V(1, 0)
print(a)
