print({1: 2} == {1: 2.0}, {1: 2} != {2: 1}, {"a": {"b": [1]}} == {"a": {"b": [1]}}, {1: 1, 2: 2} == {2: 2, 1: 1}, {} == [])
try:
    {} < {}
except TypeError as e:
    print(e)
d = {}
d.setdefault("x", []).append(1)
d.setdefault("x", []).append(2)
print(d, {k: v for k, v in sorted({"b": 1, "a": 2}.items())}, max({"a": 3, "b": 9}, key={"a": 3, "b": 9}.get))
count = {}
for c in "mississippi": count[c] = count.get(c, 0) + 1
print(count)
