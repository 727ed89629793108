import json
print(json.dumps({"a": [1, 2.5, None, True, "é\n\""], "b": {}, "c": []}), json.dumps([1, "x"], indent=2), json.dumps({"b": 1, "a": 2}, sort_keys=True), json.dumps("é", ensure_ascii=False), json.dumps([1, 2], separators=(",", ":")), json.dumps({1: 2, None: 3, True: 4}), json.dumps(float("nan")), json.dumps((1, 2)), sep="\n")
print(json.loads('{"a": [1, -2.5e3, null, true, false, "\\u00e9\\n\\ud83d\\ude00"]}'), json.loads(" [] "), json.loads('"x"'), json.loads("12345678901234567890"), type(json.loads("1.0")).__name__, json.loads(b'{"k": 1}'))
for s in ("", "{", "[1,]", "{'a': 1}", '{"a" 1}', "nul", "[1] x", '"\n"', "01"):
    try:
        json.loads(s)
    except json.JSONDecodeError as e:
        print(repr(s), e)
try:
    json.dumps({1, 2})
except TypeError as e:
    print(e)
print(json.dumps({1, 2}, default=sorted), json.loads('{"a": 1}', object_hook=lambda d: list(d.items())), json.dumps({"k": [{"z": ()}]}, indent=1))
l = []; l.append(l)
try:
    json.dumps(l)
except ValueError as e:
    print(e)
