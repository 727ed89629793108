import collections
from collections import namedtuple

P = namedtuple("P", "x y")
p = P(1, y=2)
print(p, p._asdict(), p._replace(x=5), P._make([7, 8]), p == (1, 2), hash(p) == hash((1, 2)), p < (1, 3), P._fields)
x, y = p
print(x, y, p[-1], p + (3,), type(p + (3,)).__name__, p.__getnewargs__(), P.__doc__, P.x.__doc__, P.__match_args__)
for spec in ("a b c", "a, b,c", ["a", "b"], (str(i) for i in "xy"), "", ()):
    print(namedtuple("T", spec)._fields)
for args, kw in ((("T", "a a"), {}), (("T", "class"), {}), (("T", "_a"), {}), (("T", "1a"), {}), (("1T", "a"), {}),
                 (("def", "a"), {}), (("T", "a b"), {"defaults": [1, 2, 3]}), (("T", [1]), {}), ((), {})):
    try:
        print(namedtuple(*args, **kw))
    except (TypeError, ValueError) as error:
        print(type(error).__name__, error)
R = namedtuple("R", "a class _b a 1x", rename=True)
print(R._fields, R(1, 2, 3, 4, 5))
D = namedtuple("D", "a b c", defaults=(2, 3), module="some.module")
print(D(1), D._field_defaults, D.__module__, D.__new__.__defaults__)
for call in (lambda: P(1), lambda: P(1, 2, 3), lambda: P(1, z=3), lambda: P._make([1]), lambda: p._replace(q=1),
             lambda: setattr(p, "x", 3), lambda: p.z, lambda: P(1, 2, x=3), lambda: delattr(p, "x"),
             lambda: p._replace(1)):
    try:
        print(call())
    except (TypeError, ValueError, AttributeError) as error:
        print(type(error).__name__, error)


class Point(P):
    __slots__ = ()

    @property
    def norm(self):
        return (self.x ** 2 + self.y ** 2) ** 0.5

    def __str__(self):
        return f"<{self.x},{self.y}>"


q = Point(3, 4)
print(q.norm, q, repr(q), q._replace(x=0), hasattr(q, "__dict__"), isinstance(q, P), repr(P("a", (1,))), [p])
match p:
    case P(x=1, y=v):
        print("matched", v)
P.x.__doc__ = "the x"
print(P.x.__doc__, type(P.x).__name__, repr(P.x)[:30], P.__slots__, P.__new__.__name__)
Big = namedtuple("Big", [f"f{i}" for i in range(300)])
print(Big(*range(300)).f299, len(Big._fields))
