from enum import *


def show(action):
    try:
        print(action())
    except Exception as error:
        print(type(error).__name__, error)


class Color(Enum):
    RED = 1
    GREEN = 2
    CRIMSON = 1
    LIST = [7]

    def lower(self):
        return self.name.lower()

    @property
    def double(self):
        return self.value * 2


class Planet(Enum):
    EARTH = (5.9, 6.3)
    MARS = 6.4, 3.3

    def __init__(self, mass, radius):
        self.mass, self.radius = mass, radius


class Level(IntEnum):
    LOW = auto()
    HIGH = auto()


class Mode(StrEnum):
    READ = auto()
    WRITE = "w"


class Body(Enum):
    A = 1
    class Inner: ...
    @member
    def f(): ...
    g = nonmember(5)
    _ignore_ = "i"
    for i in range(2): ...


print(list(Color), len(Color), Color.CRIMSON is Color.RED, Color(2), Color([7]), Color["RED"], Color.RED.lower(), Color.RED.double)
print(Color.RED, repr(Color.RED), f"{Color.RED:>10}|", dir(Color.RED), 1 in Color, 9 in Color, [7] in Color, Color.__members__)
print(Planet.MARS.radius, Planet.EARTH, Planet((5.9, 6.3)), [*reversed(Planet)])
print(Level.HIGH > Level.LOW, Level.HIGH + 1, repr(Level.LOW), Level.LOW, f"{Level.HIGH:03}", Level.LOW == 1, {1: "x"}[Level.LOW])
print(Mode.READ, repr(Mode.WRITE), Mode("read"), Mode.READ.upper(), "w" == Mode.WRITE, f"{Mode.WRITE:>4}", "-".join(Mode))
print([m.name for m in Body], Body.Inner.__name__, Body.g, hasattr(Body, "i"))
print(Enum("Animal", "CAT DOG").DOG, list(Enum("N", {"a": 5, "b": 6})), IntEnum("I", ["x", "y"], start=7).y + 1, list(Flag("F", "a b c")))
show(lambda: Color(7))
show(lambda: Color["BLUE"])
show(lambda: Color.BLUE)
show(lambda: setattr(Color, "RED", 5))
show(lambda: delattr(Color, "RED"))
show(lambda: setattr(Color.RED, "value", 3))
show(lambda: type("Sub", (Color,), {}))
show(lambda: Color.RED < Color.GREEN)
show(lambda: Color())
show(lambda: Enum("X"))
show(lambda: unique(Color))
show(lambda: verify(UNIQUE)(Color))
show(lambda: verify(CONTINUOUS)(Enum("Gap", {"a": 1, "b": 4})))
show(lambda: IntEnum("S", {"a": "x"}))
print(EnumType, Enum, Flag, Color, isinstance(Color, EnumMeta), Color.RED in {Color.RED: 1}, bool(Color.RED))
