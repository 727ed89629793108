# calls whose arguments have names, with defaults and closures, of functions, classes and generators
def plain(a, b, c=3, d=4):
    return a, b, c, d


def only(a, /, b, *, c=1):
    return a, b, c


def outer(x):
    def inner(a, b=2):
        return x, a, b

    return inner


def steps(a, b=2):
    yield a
    yield b


class Point:
    def __init__(self, x, y=0, z=0):
        self.place = x, y, z

    def moved(self, x=1, y=1):
        return self.place, x, y


print(plain(1, 2), plain(1, b=2), plain(b=1, a=2), plain(1, 2, d=9), plain(d=1, c=2, b=3, a=4))
print(outer("x")(1), outer("x")(1, 5), outer("x")(b=1, a=0), list(steps(1)), list(steps(b=1, a=0)))
print(Point(1).place, Point(1, z=5).place, Point(y=1, x=0).moved(y=7), only(1, 2), only(1, b=2, c=3))
names = {"b": 5, "a": 6}
print(plain(**names), plain(1, **{"b": 2, "d": 0}))
plain.__defaults__ = ("w", "x", "y", "z")
print(plain(), plain(1), plain(c=0))
plain.__defaults__ = ("w", "x", "y", "z", "more")
print(plain(d=0))
plain.__defaults__ = None
wrong = [
    lambda: plain(1, 2, a=3),
    lambda: plain(1, e=3),
    lambda: plain(b=1),
    lambda: plain(1, 2, 3, 4, b=5),
    lambda: only(a=1, b=2),
    lambda: only(1, 2, 3),
    lambda: Point(z=1),
    lambda: outer(1)(c=2),
]
for call in wrong:
    try:
        print(call())
    except TypeError as error:
        print(error)
