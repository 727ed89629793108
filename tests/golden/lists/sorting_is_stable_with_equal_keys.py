"""Equal items keep their order, also in reverse and with keys, and the key is computed once an item."""
calls = []


def key(pair):
    calls.append(pair)
    return pair[0]


data = [(2, "a"), (1, "b"), (2, "c"), (1, "d"), (0, "e"), (2, "f")]
print(sorted(data, key=key), len(calls))
print(sorted(data, key=key, reverse=True), sorted(data), sorted(data, key=lambda p: -p[0]))
print(sorted("bcA aB", key=str.lower), sorted([1, True, 1.0, 0, False], key=lambda v: v), sorted([[1], [0, 5], []], key=len), sorted({"x": 3, "y": 1}.items(), key=lambda kv: kv[1]), sorted([3, 1, 2], key=lambda v: 0))
x = list(range(50))
y = sorted(x, key=lambda v: v % 3)
print(y[:6], y[17:20], sorted(y) == x, sorted(x, reverse=True)[:3], sorted(reversed(x)) == x)
x.sort(key=lambda v: (v % 2, -v))
print(x[:4], x[-4:])
