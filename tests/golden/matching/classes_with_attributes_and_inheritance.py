"""Class patterns check isinstance, then read attributes; missing ones just do not match."""
class Point:
    __match_args__ = ("x", "y")
    def __init__(self, x, y): self.x, self.y = x, y
class Point3(Point):
    __match_args__ = Point.__match_args__ + ("z",)
    def __init__(self, x, y, z): super().__init__(x, y); self.z = z
class Lazy:
    @property
    def cost(self): print("computed", end=" "); return 5
    @property
    def broken(self): raise ValueError("broken")
    @property
    def absent(self): raise AttributeError


def what(v):
    match v:
        case Point3(x, y, z): return "3d", x, y, z
        case Point(0, 0): return "origin"
        case Point(x=0, y=y): return "on y", y
        case Point(x, y) if x == y: return "diagonal"
        case Point(Point(), _): return "nested"
        case Point(): return "point"
        case Lazy(cost=5, absent=_): return "never"
        case Lazy(cost=c): return "lazy", c
        case int(n) if n > 5: return "big"
        case bool() | int(): return "int"
        case list([first, *_]) | tuple([first, *_]): return "first", first
        case dict(d) if d: return d
        case type(__name__=name): return name
        case BaseException(args=(message, *_)): return message
        case str(s) | bytes(s): return len(s)


for v in (Point(0, 0), Point(0, 5), Point(3, 3), Point(1, 2), Point3(0, 0, 0), Point(Point(1, 1), 2), Lazy(), 9, 3, True, [1, 2], (3,), {}, {"a": 1}, int, Point, ValueError("msg", 1), ValueError(), "abc", b"ab", 1.5, None):
    print(type(v).__name__, what(v))
try:
    match Lazy():
        case Lazy(broken=_): pass
except ValueError as error: print(error)
del Point(1, 2).x
p = Point(1, 2); del p.y
print(what(p))
