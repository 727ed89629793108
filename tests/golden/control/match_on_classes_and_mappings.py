from dataclasses import dataclass


@dataclass
class Point:
    x: int
    y: int


class Odd:
    __match_args__ = ("a",)
    a = 5


def kind(value):
    match value:
        case Point(0, 0):
            return "origin"
        case Point(x=0, y=y) | Point(x=y, y=0):
            return f"axis {y}"
        case Point():
            return "point"
        case {"type": "a", **rest}:
            return f"a with {rest}"
        case {"type": str(name)}:
            return f"named {name}"
        case {}:
            return "some mapping"
        case [int() | float() as first, *_, last] if first != last:
            return f"from {first} to {last}"
        case []:
            return "empty"
        case str() | bytes():
            return "text"
        case None | True | False:
            return "constant"
        case -1 | 2.5 | 1j:
            return "number"
        case Odd(5):
            return "odd"
        case _:
            return "other"


for value in (Point(0, 0), Point(0, 3), Point(4, 0), Point(1, 1), {"type": "a", "b": 1}, {"type": "z"}, {"type": 5}, [1, 2, 3], [1, 1], [], (2.5, 0), "text", b"", None, True, 1, -1, 1j, Odd(), {1}, range(2)):
    print(repr(value) if not isinstance(value, Odd) else "Odd()", "->", kind(value))


class Wrong:
    __match_args__ = ["a"]


class NotText:
    __match_args__ = (5,)


for value, pattern in ((1, "int(1, 2)"), (Point(1, 2), "Point(1, 2, 3)"), (Wrong(), "Wrong(1)"), (NotText(), "NotText(1)"), (Point(1, 2), "Point(1, x=1)"), (1, "kind()"), (object(), "object(1)")):
    try:
        exec(f"match value:\n case {pattern}: print('matched')\n case _: print('no')")
    except TypeError as error:
        print(pattern, "|", error)
