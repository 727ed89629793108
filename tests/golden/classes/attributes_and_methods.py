class Point:
    "A point."
    dims = 2
    def __init__(self, x, y):
        self.x, self.y = x, y
    def norm2(self):
        return self.x ** 2 + self.y ** 2
p = Point(3, 4)
print(p.norm2(), p.dims, Point.__name__, Point.__doc__, Point.__module__, p.__dict__)
p.dims = 5
print(p.dims, Point.dims, vars(p))
m = p.norm2
p.x = 0
print(m(), Point.norm2(p), type(p) is Point, isinstance(p, Point))
try:
    p.nothing
except AttributeError as e:
    print(e, e.name, e.obj is p)
try:
    Point.nothing
except AttributeError as e:
    print(e)
try:
    del p.nothing
except AttributeError as e:
    print(e)
