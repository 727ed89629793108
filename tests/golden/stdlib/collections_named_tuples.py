import copy
import inspect
from collections import namedtuple


def show(action):
    try:
        print(action())
    except Exception as error:
        print(type(error).__name__, error)


Point = namedtuple("Point", "x y z", defaults=[0])
p = Point(1, y=2)
print(p, p.x, p[1], p._fields, p._asdict(), p._replace(z=9), Point._make([7, 8, 9]), Point._field_defaults, Point.__doc__)
print(p == (1, 2, 0), hash(p) == hash((1, 2, 0)), p + (5,), [*p], copy.copy(p), copy.replace(p, x=5), isinstance(p, tuple))
print(Point.__module__, Point.__slots__, Point.__match_args__, inspect.signature(Point), Point.x.__doc__)
match p:
    case Point(x=1, y=a):
        print("matched", a)


class Named(Point):
    __slots__ = ()
    @property
    def total(self):
        return sum(self)
    def __str__(self):
        return f"<{self.x}>"


print(Named(1, 2), repr(Named(1, 2)), Named(1, 2, 3).total, Named(1, 2)._replace(x=4).total)
print(namedtuple("R", "a a def 1 _b c", rename=True)._fields, namedtuple("E", "")(), namedtuple("L", ["k", "v"])(1, 2))
print(namedtuple("C", "a, b", module="elsewhere").__module__, namedtuple("D", "a b", defaults=(1, 2))())
for wrong in (lambda: Point(1), lambda: Point(1, 2, 3, 4), lambda: Point(1, 2, q=3), lambda: Point._make([1]), lambda: p._replace(q=1),
              lambda: setattr(p, "x", 2), lambda: namedtuple("X", "a a"), lambda: namedtuple("X", "def"), lambda: namedtuple("X", "_a"),
              lambda: namedtuple("X", "1a"), lambda: namedtuple("a b", "x"), lambda: namedtuple("X", "a", defaults=[1, 2]), lambda: p.w):
    show(wrong)
