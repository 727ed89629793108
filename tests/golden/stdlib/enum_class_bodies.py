from enum import *


def show(action):
    try:
        print(action())
    except Exception as error:
        print(type(error).__name__, error)


class Auto(Enum):
    def _generate_next_value_(name, start, count, last_values):
        return name.lower() + str(count)
    FIRST = auto()
    SECOND = auto()
    PAIR = auto(), 5


class Ordered(Enum):
    def __lt__(self, other):
        return self.value < other.value if self.__class__ is other.__class__ else NotImplemented


class Size(Ordered):
    L = 3
    S = 1


class Coded(bytes, Enum):
    def __new__(cls, value, label):
        self = bytes.__new__(cls, [value])
        self._value_ = value
        self.label = label
        return self
    A = 65, "first"
    B = 66, "second"


class Lenient(Enum):
    X = "x"
    OTHER = None

    @classmethod
    def _missing_(cls, value):
        if value == "boom":
            raise KeyError(value)
        return 5 if value == "bad" else cls.OTHER


class Strange(float, Enum):
    HALF = 0.5


print([m.value for m in Auto], min(Size), sorted(Size), Coded.A, Coded.B.label, Coded(65), Coded.A + b"!", Lenient("q"))
print(Strange.HALF, repr(Strange.HALF), Strange.HALF * 2, f"{Strange.HALF}", Strange(0.5).name)
show(lambda: Lenient("bad"))
show(lambda: Lenient("boom"))


def body(text, base=Enum, header=""):
    lines = "\n".join("    " + line for line in text.split(";"))
    exec(f"class New({base}):\n{lines}\nprint(list(New))", globals())


for base, text in [("Enum", "A = 1; A = 2"), ("Enum", "_order_ = 'B A'; A = 1; B = 2"), ("Enum", "_reserved_ = 1"), ("Enum", "mro = 1"),
                   ("int, str, Enum", "A = 1"), ("Enum, int", "A = 1"), ("StrEnum", "A = 5"), ("ReprEnum", "A = 1"),
                   ("Enum", "A = 'x'; B = auto()"), ("Enum", "A = 1; _ignore_ = 'A'"), ("Enum", "A = 5; B = auto(); C = 2; D = auto()"),
                   ("Enum", "_order_ = 'A B'; A = 1; B = 2"), ("int, Enum", "A = '7'"), ("Enum", "__hidden = 1; A = 2"),
                   ("Enum", "A = auto(); def _generate_next_value_(*a): return 1"), ("Flag", "A = auto(); B = 6; C = auto()")]:
    show(lambda: body(text.replace("; ", ";"), base))
