"""When unpacking fails, targets before the failure keep their new values."""
a = b = "old"


def gen():
    yield 1
    yield 2
    raise KeyError("in generator")


try:
    a, b, c = gen()
except KeyError as error:
    print(error, a, b)
try:
    a, b.attr, c = 1, 2, 3
except AttributeError as error:
    print(error, a)
try:
    a, b = 1, 2, 3
except ValueError as error:
    print(error, a, b)
for count in (0, 1, 2, 5):
    try:
        x, y, *z = range(count)
        print(x, y, z)
    except ValueError as error:
        print(error)
for value in (1, None, 1.5, object, lambda: 1):
    try:
        p, q = value
    except TypeError as error:
        print(error)
try:
    (a, b), c = [1, 2], 3
    print(a, b, c)
    (a, b), c = 1, 2
except TypeError as error:
    print(error)
try:
    for k, v in {"ab": 1, "c": 2}:
        print(k, v)
except ValueError as error:
    print(error)
try:
    [(i, j) for i, j in [(1, 2), (3,)]]
except ValueError as error:
    print(error)


class Bad:
    def __iter__(self):
        return 5


try:
    a, b = Bad()
except TypeError as error:
    print(error)


class GetItem:
    def __getitem__(self, index):
        if index == 3:
            raise IndexError
        return index


a, b, c = GetItem()
print(a, b, c)
