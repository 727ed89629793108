"""What all, any, sum, min and max consume, keep and refuse."""


def attempt(function):
    try:
        print(repr(function()))
    except Exception as error:
        print(type(error).__name__, error)

def loud(*items):
    for item in items:
        print(item, end=" ")
        yield item


print(all(loud(1, 0, 2)), any(loud(0, 1, 2)), all([]), any([]), all(loud()), any(loud(0, "")))
print(sum([1, 2.5]), sum([]), sum([], 5), sum([[1], [2]], []), sum((1, 2), start=3), sum([True, True]), sum([0.1] * 10), sum([1e100, 1, -1e100]), sum([1, 2j]), sum(range(101)))
print(min(3, 1, 2), max("b", "a"), min([3], default=5), max([], default=None), min("abc", key=lambda c: -ord(c)), max(1, 1.0), max(1.0, 1), min(True, 1), max([[1, 2], [1, 3]]), min({"b": 1, "a": 2}), max("aa", "b", key=len), min(0.0, -0.0), max(-0.0, 0.0))
for bad in ((lambda: all(5)), (lambda: any()), (lambda: all([1], [2])), (lambda: sum(5)), (lambda: sum(["a"])), (lambda: sum(["a"], "")), (lambda: sum([b"a"], b"")), (lambda: sum([bytearray()], bytearray())), (lambda: sum([[]])), (lambda: sum([1], None)), (lambda: sum()), (lambda: sum([1], 2, 3)),
            (lambda: min()), (lambda: min([])), (lambda: max(5)), (lambda: max(1, "a")), (lambda: max(1, 2, default=3)), (lambda: min([1], key=5)), (lambda: min([1, 2], key=lambda a, b: a)), (lambda: max([1], [2], key=None)), (lambda: max(*[])), (lambda: max(iter([])))):
    attempt(bad)
nan = float("nan")
print(max(nan, 1), max(1, nan), min(nan, 1), min([1, nan]))
