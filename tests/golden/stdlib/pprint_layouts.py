"""Widths, depth, indentation, compact lists, sorted keys, and containers of many kinds."""
import collections
import dataclasses
import pprint
import types

data = {"b": list(range(12)), "a": {"x": "long text " * 5, "y": (1,), "z": {1, 2}}, 3: None}
pprint.pprint(data)
pprint.pprint(data, width=30)
pprint.pprint(data, compact=True, width=30, indent=2)
pprint.pprint(data, depth=1)
pprint.pprint({"b": 1, "a": 2}, sort_dicts=False)
pprint.pprint([[1, [2, [3, [4]]]]], depth=2)
pprint.pprint(["word " * 8, b"bytes " * 14], width=40)
pprint.pprint(collections.OrderedDict(a=1, b=list(range(25))))
pprint.pprint(collections.Counter("aab"), width=5)
pprint.pprint(collections.deque(range(20), maxlen=30), width=30)
pprint.pprint(collections.defaultdict(list, a=[1] * 30), width=30)
pprint.pprint(collections.ChainMap({"a": 1}, {"b": 2}), width=10)
pprint.pprint(types.SimpleNamespace(a=1, b=list(range(25))), width=40)
pprint.pprint(types.MappingProxyType({"a": 1}))
pprint.pprint(frozenset(range(3)), width=3)
pprint.pprint(())
pprint.pprint((list(range(30)),), width=40)
pprint.pprint(123456789012345678901234567890, underscore_numbers=True)


@dataclasses.dataclass
class D:
    a: int
    b: list


pprint.pprint(D(1, list(range(30))), width=30)
loop = [1]
loop.append(loop)
print(pprint.pformat(loop).split(" on ")[0], pprint.isrecursive(loop), pprint.isreadable(loop), pprint.isreadable([1]), pprint.saferepr({"b": 1, "a": 2}))
pprint.pp({"z": 1, "a": 2})
for bad in (dict(indent=-1), dict(depth=0), dict(width=0)):
    try:
        pprint.pformat(1, **bad)
    except ValueError as error:
        print(error)
