class Point(tuple):
    __slots__ = ()

    def __new__(cls, x, y=0):
        return super().__new__(cls, (x, y))

    x = property(lambda self: self[0])
    y = property(lambda self: self[1])

    def __add__(self, other):
        return Point(self.x + other[0], self.y + other[1])


p = Point(1, 2) + (3, 4)
print(p, p.x, p.y, p == (4, 6), (1,) + p, p * 2, sorted([Point(2), Point(1, 5), Point(1)]))
x, y = p
print(x, y, *p, p in {(4, 6)}, isinstance(p, tuple))
try:
    p.z = 1
except AttributeError as error:
    print(error)
try:

    class Slotted(tuple):
        __slots__ = ("a",)

except TypeError as error:
    print(error)
import copy

print(copy.copy(p), type(copy.copy(p)).__name__)
try:
    copy.deepcopy(p)
    print("deep copied", copy.deepcopy(p) == p)
except TypeError as error:
    print(error)
