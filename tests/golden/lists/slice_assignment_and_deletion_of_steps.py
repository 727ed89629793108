"""Plain slices change size, extended ones must match; all of it with negative and absurd bounds."""


def attempt(function):
    try:
        print(repr(function()))
    except Exception as error:
        print(type(error).__name__, error)



def after(change):
    x = list(range(8))
    try:
        change(x)
        print(x)
    except Exception as error:
        print(type(error).__name__, error, x)


def put(key, value):
    return lambda x: x.__setitem__(key, value)


def cut(key):
    return lambda x: x.__delitem__(key)


for key, value in ((slice(2, 4), "ab"), (slice(2, 4), []), (slice(4, 2), [9]), (slice(-2, None), (1,)), (slice(100, 200), [7]), (slice(None, None, 2), "abcd"), (slice(None, None, 2), "abc"), (slice(6, 1, -2), "abc"),
                   (slice(None, None, -1), range(8)), (slice(1, 1, 2), []), (slice(1, 1, 2), [1]), (slice(0, 2), 5), (slice(0, 2), None), (slice(0, 4, 2), 5), (slice(None), iter([1])), (slice(0, 0), {"k": 1}),
                   (slice(0, 2, 0), []), (slice("a"), []), (1.5, 0), ("0", 0), (8, 0), (-9, 0), (-8, 0), (slice(-100, 100), [0]), (slice(2**70, None), [5]), (slice(None, -2**70), [6])):
    after(put(key, value))
for key in (slice(2, 4), slice(4, 2), slice(None, None, 3), slice(None, None, -3), slice(6, 0, -2), slice(1, None, 100), slice(0, 2, 0), 8, -9, -1, "x", slice(None), slice(7, 100)):
    after(cut(key))
x = [1, 2, 3]
x[1:2] = x
x[::2] = x[::2][::-1]
x[:0] = x[-1:]
print(x)


class Index:
    def __index__(self):
        return 1


x[Index()] = "index"
x[Index():Index()] = ["slice"]
print(x)
