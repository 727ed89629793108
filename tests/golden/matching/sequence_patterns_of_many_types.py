"""Sequence patterns match lists, tuples, ranges, deques and their like, but no texts, bytes or sets."""
import array
import collections


def what(value):
    match value:
        case []:
            return "empty"
        case [x]:
            return f"one {x!r}"
        case [x, y]:
            return f"two {x!r} {y!r}"
        case [x, *middle, y]:
            return f"many {x!r} {middle} {y!r}"
        case _:
            return "none"


class Seq(collections.abc.Sequence):
    def __len__(self):
        return 3

    def __getitem__(self, index):
        if index >= 3 or index < -3:
            raise IndexError(index)
        return index


class Like:
    def __len__(self):
        return 2

    def __getitem__(self, index):
        return index


class Named(collections.namedtuple("Named", "a b")):
    pass


class StrSub(str):
    pass


for value in ([], (), [1], (1,), [1, 2], range(4), range(0), "ab", b"ab", bytearray(b"ab"), {1, 2}, {1: 2}, iter([1]),
              collections.deque([1, 2, 3]), array.array("i", [1, 2]), memoryview(b"abc"), Seq(), Like(), Named(1, 2), StrSub("ab"),
              collections.UserList([5]), collections.UserString("ab"), None, 5, (x for x in "ab"), {}.keys()):
    print(type(value).__name__, what(value))
match [1, 2, 3, 4, 5]:
    case [first, second, *rest]:
        print(first, second, rest)
match (1, 2, 3):
    case *init, last:
        print(init, last)
match [[1, 2], (3, 4)]:
    case [[a, *b], (c, *d)]:
        print(a, b, c, d)
match "abc":
    case str(s) if len(s) == 3:
        print("text", s)
