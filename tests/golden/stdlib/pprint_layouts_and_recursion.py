import pprint
from collections import ChainMap, Counter, OrderedDict, UserDict, defaultdict, deque
from dataclasses import dataclass, field
from types import MappingProxyType, SimpleNamespace

data = {"key": list(range(30)), "b" * 30: {"nested": ("x" * 20, "y" * 20, "z" * 30)}, 3: None, (1, 2): "tuple key", None: {3, 1, 2}}
pprint.pprint(data)
pprint.pprint(data, width=40, indent=4)
pprint.pprint(data, compact=True, width=60)
pprint.pprint(data, depth=1)
pprint.pprint([[[[1]]]], depth=2)
pprint.pprint({"z": 1, "a": 2}, sort_dicts=False)
pprint.pprint({"z": 1, 5: 2, None: 3})
pprint.pprint("words and more words " * 10, width=50)
pprint.pprint(["a\nb\nc" * 10, b"bytes " * 20, bytearray(b"x" * 70)], width=60)
pprint.pprint([deque(range(30), 40), Counter("abracadabra" * 3), OrderedDict((str(i), i) for i in range(12))], width=50)
pprint.pprint([defaultdict(int, {i: i for i in range(15)}), ChainMap({"a" * 30: 1}, {"b" * 40: 2}), UserDict(a=1)], width=50)
pprint.pprint([MappingProxyType({"k" * 30: 1, "l" * 30: 2}), SimpleNamespace(alpha="a" * 30, beta="b" * 40)], width=60)


@dataclass
class Point:
    x: int
    label: str = "l" * 30
    hidden: int = field(default=1, repr=False)
    more: list = field(default_factory=lambda: list(range(15)))


pprint.pprint(Point(1), width=50)
pprint.pprint([Point(1, "s", more=[])], width=80)
loop = [1]
loop.append({"loop": loop})
text = pprint.pformat(loop)
print(text.replace(str(id(loop)), "ID"), pprint.isrecursive(loop), pprint.isreadable(loop), pprint.isreadable([1, "a"]), pprint.isreadable(int))
print(pprint.saferepr({"b": 1, "a": [2]}), pprint.pformat(()), pprint.pformat((1,)), pprint.pformat(set()), pprint.pformat(frozenset("ba")))
pprint.pp({"b": 1, "a": 2})
pprint.pp(1234567, underscore_numbers=True)
pprint.pprint([123456, -98765, 1.5], underscore_numbers=True)
for kw in ({"indent": -1}, {"depth": 0}, {"width": 0}, {"compact": True, "foo": 1}):
    try:
        pprint.pformat([1], **kw)
    except (ValueError, TypeError) as error:
        print(type(error).__name__, error)
deep = []
for _ in range(100_000):
    deep = [deep]
try:
    pprint.pformat(deep)
except RecursionError:
    print("too deep")


class Wide:
    def __repr__(self):
        return "W" * 60


pprint.pprint([Wide(), {"w": Wide(), "v": (Wide(),)}])


class MyList(list):
    pass


class ReprList(list):
    def __repr__(self):
        return "mine" * 30


pprint.pprint([MyList(range(40)), ReprList(range(40)), (Wide(),)], width=60)
p = pprint.PrettyPrinter(indent=2, width=30)
print(p.pformat({"a": [1] * 12}), p.isrecursive([]), p.format(5, {}, 0, 0))
