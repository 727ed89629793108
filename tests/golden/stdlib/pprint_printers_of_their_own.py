# Printers with a format of their own, and what goes on one line: order of keys, depth, recursion, numbers.
import enum
import pprint
from collections import OrderedDict, defaultdict, namedtuple


class Hex(pprint.PrettyPrinter):
    def format(self, object, context, maxlevels, level):
        if type(object) is int:
            return hex(object), object % 2 == 0, object == 7
        return super().format(object, context, maxlevels, level)


data = {"b": [1, 2, (3,), ()], "a": {7: {}, 1: set(), "x": None}, 3: "three"}
printer = Hex()
print(printer.pformat(data), printer.format(data, {}, 0, 0), printer.isreadable([2]), printer.isreadable([3]),
      printer.isrecursive([7]), printer.isrecursive([8]))


class Words(list):
    def __iter__(self):
        return iter(["other", *map(str, super().__iter__())])


class Shown(list):
    def __repr__(self):
        return "<shown>"


class Pairs(dict):
    def items(self):
        return [(1, 2), (0, 3)]


class Number(int):
    pass


class Colour(enum.IntEnum):
    RED = 1000


Point = namedtuple("Point", "x y")
p = pprint.PrettyPrinter(underscore_numbers=True)
for value in (Words([1]), Shown([1]), Pairs(a=1), Number(12345), True, Colour.RED, 12345, -1234567, [10**20, 1000.5], Point(1, 2),
              (), [], {}, (1,), [[]], OrderedDict(b=1, a=2), defaultdict(int, b=1), {2: 1, 1: 2}, {"b": 1, "a": 2},
              {"\u00e9": 1, "z": 2, "\U0001d11e": 3, "\uffff": 4}, {1: 1, "a": 2, None: 3}, {(2, 1): 1, (1, "a"): 2}, {2.5: 1, 1: 2},
              b"x", "it's", 'a"b\'c\\\n', frozenset(), {10**30: 1, 5: 2}, object, len):
    print(ascii(pprint.saferepr(value)), ascii(p.pformat(value)), pprint.isreadable(value), pprint.isrecursive(value))
print(pprint.pformat({"b": 1, "a": {"z": 1, "y": 2}}, sort_dicts=False), pprint.pformat([1, [2, [3, [4]]]], depth=2))
print(pprint.PrettyPrinter(depth=2).isreadable([1, [2, [3]]]), pprint.PrettyPrinter(depth=3).isreadable([1, [2, [3]]]))
loop = [1]
loop.append({"loop": loop})
name = f"id={id(loop)}"
print(pprint.saferepr(loop).replace(name, "id"), pprint.isreadable(loop), pprint.isrecursive(loop))
print(pprint.PrettyPrinter()._safe_repr([1, {"a": (2,)}], {}, 1, 0))


class Broken:
    def __repr__(self):
        raise ValueError("no repr")


for value in (Broken(), [Broken()], {"a": Broken()}):
    try:
        pprint.saferepr(value)
    except ValueError as error:
        print(error)
print(len(pprint.saferepr([list(range(100))] * 3)), pprint.pformat([("string", (1, 2), [3, 4], {5: 6, 7: 8})] * 3))
