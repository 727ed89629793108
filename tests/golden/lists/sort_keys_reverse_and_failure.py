"""A failing key or comparison leaves the list with its items; reverse keeps equal items in order."""
data = [("b", 2), ("a", 2), ("c", 1), ("a", 1)]
print(sorted(data, key=lambda p: p[1]), sorted(data, key=lambda p: p[1], reverse=True))
print(sorted(data, key=lambda p: (-p[1], p[0])), sorted("bAaB", key=str.lower), sorted([3, 1, 2], reverse=1))
x = [3, 1, 2]
try:
    x.sort(key=lambda v: 1 // (v - 1))
except ZeroDivisionError as error:
    print(error, sorted(x))
y = [3, "a", 1]
try:
    y.sort()
except TypeError as error:
    print(error, len(y))
z = [5, 4, 3]


def key(value):
    z.append(value)
    return value


try:
    z.sort(key=key)
except ValueError as error:
    print(error, z)


class Count:
    calls = 0

    def __init__(self, value):
        self.value = value

    def __lt__(self, other):
        Count.calls += 1
        return self.value < other.value


items = [Count(i) for i in range(100)]
items.sort()
print(Count.calls)
items.sort(reverse=True)
print(items[0].value)
print(sorted([0.0, -0.0, 0]), sorted([1, True, 1.0]), sorted([float("nan"), 1.0, 0.0])[1:] == [1.0, 0.0])
print(sorted([[2, 1], [1, 5], [1, 2, 0], []]), sorted([(1, "b"), (1, "a")]), sorted({"b": 1, "a": 2}), sorted(set("hello")))
print(sorted([2**70, 1.5, -3, True]), sorted(["é", "z", "a", "Z"]), sorted([b"b", b"a"]))
try:
    sorted([1j, 2j])
except TypeError as error:
    print(error)
try:
    sorted([None, None])
except TypeError as error:
    print(error)
print(sorted([{}]), sorted([1], key=None), sorted([object], key=id) == [object])
