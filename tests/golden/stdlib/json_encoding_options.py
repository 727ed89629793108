import json
import enum


class Color(enum.IntEnum):
    RED = 1


class Text(str):
    pass


print(json.dumps({"b": [1, 2.5, None, True], "a": {"é": "\u2028\x00\"\\/"}}), json.dumps("é😀", ensure_ascii=False), json.dumps({"b": 1, "a": 2}, sort_keys=True, separators=(",", ":")), json.dumps({1: 1, None: 2, True: 3, 1.5: 4}), json.dumps([Color.RED, Text("t"), (1, 2)]), json.dumps({Color.RED: 1}), json.dumps([]), json.dumps({}, indent=2), json.dumps([1, [2, {"k": []}]], indent=2), json.dumps([1], indent="\t"), json.dumps([1, 2], indent=0))
print(json.dumps([float("nan"), float("inf"), -0.0, 1e100, 10**30]), json.dumps({"a": {1, 2}}, default=sorted), json.dumps({(1, 2): 3}, skipkeys=True), json.dumps(5), json.dumps("\ud800"))
loop = []
loop.append(loop)
for call in (lambda: json.dumps({1, 2}), lambda: json.dumps(object), lambda: json.dumps({(1, 2): 3}), lambda: json.dumps(float("nan"), allow_nan=False), lambda: json.dumps(loop), lambda: json.dumps(b"a"), lambda: json.dumps({"b": 1, 2: 3}, sort_keys=True), lambda: json.dumps([{"deep": [1j]}]), lambda: json.dumps(1j, default=lambda o: 1 / 0), lambda: json.dumps(1j, default=lambda o: o), lambda: json.dumps([], 5)):
    try:
        print(call())
    except Exception as error:
        print(type(error).__name__, error, getattr(error, "__notes__", ""))
