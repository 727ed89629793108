"""Or-patterns bind the same names in each branch; as-patterns name a part; values go by equality."""
import enum
class Color(enum.Enum):
    RED = 1
    BLUE = 2
class NS:
    LIMIT = 10


def what(v):
    match v:
        case 0 | 1 | 2 as small: return f"small {small}"
        case NS.LIMIT: return "limit"
        case Color.RED | Color.BLUE as c: return c.name
        case [("a" | "b") as letter, (int() | float()) as number]: return letter, number
        case {"kind": "box", "size": (w, h) | [w, h, _]}: return w * h
        case {"kind": str(kind), **rest}: return kind, rest
        case str() as s if s.isupper(): return "upper"
        case "yes" | "y" | "no": return "answer"
        case (x, y) | [x, y, *_] if x == y: return f"same {x}"
        case [] | () | {}: return "empty"
        case None | True | False: return "singleton"
        case -1 | -1.5 | 1j | -2 - 3j: return "number"
        case b"x" | b"y": return "bytes"
        case complex(real=r, imag=i): return r, i
        case [[a, *_], *_] as whole: return a, len(whole)
        case _: return "other"


for v in (1, True, 2.0, 10, Color.BLUE, ["a", 1], ("b", 2.5), ["c", 1], {"kind": "box", "size": (2, 3)}, {"kind": "box", "size": [2, 3, 4]}, {"kind": "ball", "r": 1}, "ABC", "yes", "nope", (5, 5), [5, 5, 6], [1, 2], [], (), {}, None, False, -1, -1.5, 1j, -2 - 3j, b"x", 7j, [[1, 2], 3], {"a": 1}, object):
    print(repr(v)[:30], what(v))
