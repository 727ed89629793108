import enum
from enum import Enum, IntEnum, StrEnum, auto, member, nonmember, property as enum_property, unique, verify


class Color(Enum):
    RED = 1
    GREEN = auto()
    CRIMSON = 1
    BLUE = auto()
    _ignore_ = ["temp"]
    temp = 5

    @classmethod
    def default(cls):
        return cls.RED

    @enum_property
    def pretty(self):
        return self.name.title()

    def __str__(self):
        return f"<{self.name.lower()}>"


print(list(Color), Color.CRIMSON is Color.RED, Color["CRIMSON"], Color(2), Color.RED.pretty, str(Color.BLUE), f"{Color.RED:>8}",
      repr(Color.RED), Color.__members__.keys(), len(Color), Color.RED in Color, 1 in Color, 99 in Color, "RED" in Color)
for text in """
Color(99)
Color["PINK"]
Color.PINK
Color.RED.GREEN.name
setattr(Color, "RED", 5)
delattr(Color, "RED")
setattr(Color.RED, "name", "x")
setattr(Color.RED, "value", "x")
Color.RED < Color.BLUE
Color.RED == 1
Color()
Color(1, 2)
type("Sub", (Color,), {})
Enum("E", "A B A")
Enum("E", {"A": 1, "mro": 2})
list(Enum("E", "A, B C", start=5))
Enum("E", [("X", 7), ("Y", 8)]).Y
list(IntEnum("I", ["P", "Q"]))
Enum("E", "A", module="m", qualname="q.E").__qualname__
isinstance(Color, enum.EnumType), Color.__class__.__name__, Color.RED.__class__, type(Color.RED).__mro__[1].__name__
hash(Color.RED) == hash("RED"), {Color.RED: 1}[Color.CRIMSON], bool(Color.RED), sorted(Color, key=lambda c: c.value)[0]
list(reversed(Color)), dir(Color)[-3:], Color.default(), Color.RED.default()
Color.__dict__["_member_map_"].keys(), hasattr(Color, "temp"), Color._value2member_map_[1], Color.RED.__objclass__
""".strip().splitlines():
    try:
        print(text, "->", eval(text))
    except Exception as error:
        print(text, type(error).__name__, error)
for body in ("A = 1\n    A = 2", "mro = 1", "_x_ = 1", "A = auto()\n    B = 'b'\n    C = auto()", "_order_ = 'B A'\n    A = 1\n    B = 2",
             "A = 1\n    def A(self): pass", "A = 'x'\n    B = auto()", "A = 2.5\n    B = auto()", "__slots__ = ()\n    A = 1", "A = ()", "A, B = 1, 2",
             "A: int\n    B = 1", "A = lambda self: 1\n    B = 2", "class A: pass\n    B = 1", "A = 1, \n    B = 1, 2"):
    try:
        scope = {}
        exec(f"from enum import *\nclass E(Enum):\n    {body}", scope)
        print(repr(body), list(scope["E"]))
    except Exception as error:
        print(repr(body), type(error).__name__, error)


class Planet(Enum):
    EARTH = (5.976e24, 6.37814e6)
    MARS = (6.421e23, 3.3972e6)

    def __init__(self, mass, radius):
        self.mass, self.radius = mass, radius

    @property
    def gravity(self):
        return round(6.67300E-11 * self.mass / self.radius ** 2, 2)


print(Planet.EARTH.gravity, Planet.EARTH.value, Planet((6.421e23, 3.3972e6)))


class Level(IntEnum):
    LOW = 1
    HIGH = 10

    @classmethod
    def _missing_(cls, value):
        if value == "high":
            return cls.HIGH
        return "wrong" if value == "bad" else None


print(Level("high"), Level.LOW + 1, Level.LOW < 5, f"{Level.HIGH}", "%d %s" % (Level.HIGH, Level.HIGH), repr(Level.LOW), [10, 20][Level.LOW],
      Level.LOW | 2, type(Level.LOW | 2), Level.HIGH == 10, max(Level), int(Level.LOW), Level.LOW.to_bytes(1))
for value in ("bad", "other"):
    try:
        Level(value)
    except (ValueError, TypeError) as error:
        print(type(error).__name__, error, repr(error.__context__))


class Word(StrEnum):
    HELLO = auto()
    BYE = "see you"


print(Word.HELLO, repr(Word.BYE), Word.HELLO.upper(), Word("hello"), Word.HELLO == "hello", f"{Word.BYE:>10}", "-".join(Word))
try:
    class BadWord(StrEnum):
        X = 5
except TypeError as error:
    print(error)
try:
    @unique
    class Dup(Enum):
        A = B = 1
except ValueError as error:
    print(error)
try:
    @verify(enum.CONTINUOUS)
    class Gap(Enum):
        A, B = 1, 5
except ValueError as error:
    print(error)


class Mixed(Enum):
    x = nonmember(5)

    @member
    def f(self):
        return 1


print(list(Mixed)[0].name, Mixed.x)


class Gen(Enum):
    @staticmethod
    def _generate_next_value_(name, start, count, last_values):
        return name[::-1] + str(count) + str(last_values)

    ABC = auto()
    DEF = auto()


print([m.value for m in Gen])
