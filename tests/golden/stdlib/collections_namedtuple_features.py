from collections import namedtuple

P = namedtuple("P", "x y", defaults=[0])
p = P(1)
print(p, P(y=2, x=1), p._asdict(), p._replace(x=5), P._make([7, 8]), P._fields, P._field_defaults, p == (1, 0), p.x, p[1], P.__doc__, P.x.__doc__)
print(namedtuple("R", "a,b c", rename=True)(1, 2, 3), namedtuple("R", ["def", "a", "a", "_u"], rename=True)._fields, P.__match_args__, hash(p) == hash((1, 0)), P.__new__.__defaults__, P.__slots__, P.__module__)
for call in (lambda: P(), lambda: P(1, 2, 3), lambda: P(1, z=3), lambda: p._replace(q=1), lambda: P._make([1]), lambda: setattr(p, "x", 5), lambda: namedtuple("A", "a a"), lambda: namedtuple("A", "def"), lambda: namedtuple("A", "_x"), lambda: namedtuple("1A", "x"), lambda: namedtuple("A", "x", defaults=(1, 2)), lambda: namedtuple("A", ["x y"]), lambda: namedtuple("class", "x"), lambda: p.nothing):
    try:
        print(call())
    except Exception as error:
        print(type(error).__name__, error)


class Point(P):
    __slots__ = ()

    @property
    def norm(self):
        return (self.x**2 + self.y**2) ** 0.5


print(Point(3, 4).norm, Point(3, 4), Point(1)._replace(y=2), type(Point(1)._replace(y=2)).__name__)
