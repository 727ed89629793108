class All:
    def __bool__(self):
        return False

    def __int__(self):
        return 1

    def __float__(self):
        return 2.5

    def __complex__(self):
        return 3j

    def __index__(self):
        return 4

    def __bytes__(self):
        return b"five"

    def __str__(self):
        return "six"

    def __repr__(self):
        return "seven"

    def __format__(self, specification):
        return f"eight<{specification}>"

    def __hash__(self):
        return 9

    def __len__(self):
        return 10

    def __round__(self, digits=None):
        return f"round {digits}"

    def __floor__(self):
        return "floor"

    def __trunc__(self):
        return "trunc"

    def __ceil__(self):
        return "ceil"

    def __length_hint__(self):
        return 11

    def __fspath__(self):
        return "path"

    def __sizeof__(self):
        return 12

    def __dir__(self):
        return ["b", "a"]


import math
import operator
import os

a = All()
print(bool(a), int(a), float(a), complex(a), operator.index(a), bytes(a), str(a), repr(a), format(a), f"{a:x}", hash(a), len(a), round(a), round(a, 2), math.floor(a), math.trunc(a), math.ceil(a), operator.length_hint(a), os.fspath(a), a.__sizeof__(), dir(a))
print("abcdefgh"[a], [0] * a, range(a), hex(a), "%d %s %r %f" % (a, a, a, a), "{!s} {!r} {}".format(a, a, a), math.sqrt(a), "x" * a, chr(a) == "\x04", [a], {a: a}, (a,), bytes([a]), 1 if a else 2, not a)
