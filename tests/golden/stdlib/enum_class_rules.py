from enum import CONTINUOUS, UNIQUE, Enum, IntEnum, StrEnum, auto, member, nonmember, unique, verify


class Color(Enum):
    RED = 1
    GREEN = 2
    CRIMSON = 1

    @property
    def nice(self):
        return self.name.title()

    helper = nonmember(5)


print(Color.RED, repr(Color.CRIMSON), Color(2), Color["GREEN"], list(Color), Color.__members__.keys(), Color.RED.nice, Color.helper, len(Color), Color.RED in Color, 1 in Color, 9 in Color, Color.RED is Color.CRIMSON, Color.RED == 1, hash(Color.RED) == hash("RED"), isinstance(Color.RED, Color), f"{Color.RED}", Color.RED.__class__.__name__, bool(Color.RED), reversed(Color).__next__())


class Level(IntEnum):
    LOW = auto()
    HIGH = auto()


class Word(StrEnum):
    Hello = auto()
    B = "bee"


print(Level.LOW < Level.HIGH, Level.LOW + 1, f"{Level.HIGH}", repr(Level(1)), Word.Hello, Word.B.upper(), Word("bee"), repr(Word.B), sorted([Level.HIGH, Level.LOW]))
for call in (lambda: Color(9), lambda: Color["X"], lambda: Color.X, lambda: setattr(Color, "RED", 5), lambda: Color.RED < Color.GREEN, lambda: delattr(Color, "RED"), lambda: setattr(Color.RED, "value", 5), lambda: type("More", (Color,), {}), lambda: Color(), lambda: Color(1, 2), lambda: unique(Color), lambda: verify(CONTINUOUS)(Enum("Gaps", {"a": 1, "b": 3})), lambda: Level.LOW.value.x, lambda: Enum("Dup", "a a"), lambda: StrEnum("S", {"a": 1}), lambda: Enum("F", "a b")["b"], lambda: Enum("G", [("x", 5)], start=3).x):
    try:
        print(call())
    except Exception as error:
        print(type(error).__name__, error)
