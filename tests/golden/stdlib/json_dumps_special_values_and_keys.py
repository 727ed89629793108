import json
import math
from collections import OrderedDict, namedtuple
from enum import Enum, IntEnum


class Color(IntEnum):
    RED = 3


class Plain(Enum):
    A = 1


class MyInt(int):
    def __repr__(self):
        return "MyInt!"

    __str__ = __repr__


class MyFloat(float):
    def __repr__(self):
        return "MyFloat!"


class MyStr(str):
    def __str__(self):
        return "other"


P = namedtuple("P", "x y")
for text in """
json.dumps([MyInt(5), MyFloat(2.5), MyStr("s"), Color.RED, P(1, 2), True, None])
json.dumps({1: "a", 2.5: "b", None: "c", True: "d", Color.RED: "e", MyInt(7): "f", math.inf: "g"})
json.dumps([math.nan, math.inf, -math.inf, 1e16, 1e-7, 1.0, -0.0, 10**30])
json.dumps(math.nan, allow_nan=False)
json.dumps({math.inf: 1}, allow_nan=False)
json.dumps([1e400], allow_nan=False)
json.dumps({(1, 2): 3})
json.dumps({(1, 2): 3, "a": 1}, skipkeys=True)
json.dumps({b"a": 3})
json.dumps({1, 2})
json.dumps(b"x")
json.dumps([1, {"a": object}])
json.dumps(Plain.A)
json.dumps({"b": 1, "a": {"z": [], "y": {}}}, sort_keys=True, indent=2)
json.dumps({1: 1, "a": 2}, sort_keys=True)
json.dumps([[], {}, [[]], [{}]], indent="--")
json.dumps([1, [2]], indent=0)
json.dumps({"a": [1, 2]}, separators=(";", "="))
json.dumps([1, 2], indent=1, separators=(",", ":"))
json.dumps("é\\u2028\\ud800 \\x00\\x1f\\x7f\\\\/\\"😀")
json.dumps("é😀\\x7f\\x1f", ensure_ascii=False)
json.dumps({3: 1}, default=str)
json.dumps([3j], default=lambda z: [z.real, z.imag])
json.dumps(3j, default=lambda z: z)
json.dumps([Plain.A, {4}], default=lambda o: sorted(o) if isinstance(o, set) else o.name)
json.dumps(OrderedDict([("z", 1), ("a", 2)]))
json.dumps((i for i in range(3)))
json.dumps({}.keys())
json.dumps(1, cls=json.JSONEncoder, foo=2)
json.dumps([], separators=5)
json.dumps({"a": 1}, indent=True)
""".strip().splitlines():
    try:
        print(eval(text))
    except Exception as error:
        print(type(error).__name__, error, getattr(error, "__notes__", ""))
loop = []
loop.append({"x": loop})
for options in ({}, {"check_circular": False}):
    try:
        json.dumps(loop, **options)
    except (ValueError, RecursionError) as error:
        print(type(error).__name__)
deep = []
for _ in range(100_000):
    deep = [deep]
for call in (lambda: json.dumps(deep), lambda: json.loads("[" * 100_000)):
    try:
        call()
    except (RecursionError, json.JSONDecodeError):
        pass
print("survived")
