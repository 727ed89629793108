"""Separators, indentation, sorting, key conversion, defaults, and what cannot be encoded."""
import collections
import decimal
import enum
import json


def attempt(function):
    try:
        print(repr(function()))
    except Exception as error:
        print(type(error).__name__, error)

class E(enum.IntEnum):
    A = 1


class F(float):
    def __repr__(self): return "never"


class S(str): pass
class I(int):
    def __str__(self): return "never"


data = {"b": [1, 2.5, None, True], "a": {"é": "\u2028\n\"\\/", "x": ()}, 1: "int", 1.5: "float", None: "none", False: "false"}
print(json.dumps(data)); print(json.dumps(data, ensure_ascii=False, separators=(",", ":"))); print(json.dumps({"b": 1, "a": [1, {}], "c": []}, indent=2, sort_keys=True)); print(json.dumps([1, [2]], indent="\t")); print(json.dumps([], indent=2), json.dumps({}, indent=0), json.dumps([1], indent=0), json.dumps({"a": 1}, indent=2, separators=(",", "=")))
print(json.dumps([E.A, F(1.5), S("s"), I(7), True, 1e100, -0.0, 10**30, 1e16, 0.1, "\x7f\x00😀", (1,), collections.OrderedDict(a=1), collections.namedtuple("N", "x")(1)]), json.dumps(float("nan")), json.dumps([float("inf"), -float("inf")]), json.dumps({E.A: E.A, I(2): 3}), json.dumps("\ud800"), json.dumps(None), json.dumps({(1, 2): 3, "k": 1}, skipkeys=True))
for bad in ((lambda: json.dumps({1, 2})), (lambda: json.dumps(b"a")), (lambda: json.dumps({(1,): 2})), (lambda: json.dumps(1j)), (lambda: json.dumps(object)), (lambda: json.dumps(float("nan"), allow_nan=False)), (lambda: json.dumps({"b": 1, 2: 3}, sort_keys=True)), (lambda: json.dumps(decimal.Decimal(1))), (lambda: json.dumps([1, object()][:1], default=str)), (lambda: json.dumps(1j, default=lambda o: [o.real, o.imag])), (lambda: json.dumps(1j, default=lambda o: o)), (lambda: json.dumps({b"k": 1})), (lambda: json.dumps(1, indent="x")), (lambda: json.dumps([range(2)], default=list)), (lambda: json.dumps(len)), (lambda: json.dumps({"a": {"b": {1}}}))):
    attempt(bad)
loop = []
loop.append(loop)
attempt(lambda: json.dumps(loop))
d = {}
d["d"] = d
attempt(lambda: json.dumps(d))
attempt(lambda: json.dumps(1, cls=json.JSONEncoder))
class Enc(json.JSONEncoder):
    def default(self, o):
        return "own" if isinstance(o, set) else super().default(o)


print(json.dumps([{1}], cls=Enc), Enc(indent=1).encode([1]), list(json.JSONEncoder().iterencode([1, {"a": 2}])))
