from collections import defaultdict
import copy

d = defaultdict(list, {"a": [1]}, b=[2])
d["c"].append(3)
print(d, d.default_factory, d.get("zz"), "zz" in d, d.copy() == d, type(d.copy()).__name__, copy.copy(d).default_factory)
counts = defaultdict(int)
for letter in "mississippi":
    counts[letter] += 1
print(dict(counts), counts | {"z": 1}, type(counts | {}).__name__, type({} | counts).__name__)
nested = defaultdict(lambda: defaultdict(int))
nested["x"]["y"] += 1
print({k: dict(v) for k, v in nested.items()})
plain = defaultdict()
for call in (lambda: plain["k"], lambda: defaultdict(5), lambda: defaultdict(lambda: 1 / 0)["k"], lambda: defaultdict(list)[[]], lambda: defaultdict(None, a=1), lambda: plain.__missing__("q"), lambda: defaultdict(list, 5)):
    try:
        print(call())
    except Exception as error:
        print(type(error).__name__, error)
plain.default_factory = dict
print(plain["now"], plain)
self_referring = defaultdict(list)
self_referring["me"] = self_referring
print(repr(self_referring))
