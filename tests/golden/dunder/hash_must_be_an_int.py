"""__hash__ returns an int of any size; it is reduced; -1 becomes -2."""
import sys


class H:
    def __init__(self, answer):
        self.answer = answer

    def __hash__(self):
        return self.answer


class Sub(int):
    def __hash__(self):
        return 99


for answer in (0, -1, -2, True, 2**61 - 1, 2**61, 2**64, -(2**70), Sub(5)):
    print(repr(answer), hash(H(answer)), hash(H(answer)) == hash(answer))
for answer in (1.0, "a", None, NotImplemented):
    try:
        print(hash(H(answer)))
    except TypeError as error:
        print(error)
for value in ([], {}, set(), bytearray(), slice(1), ([],), (1, {}), frozenset([1])):
    try:
        print(type(value).__name__, hash(value) == hash(value))
    except TypeError as error:
        print(error)


class NoEq:
    def __eq__(self, other):
        return True


class Again(NoEq):
    __hash__ = object.__hash__


class Inherits(NoEq):
    pass


print(NoEq.__hash__, Inherits.__hash__, hash(Again()) is not None)
try:
    {NoEq(): 1}
except TypeError as error:
    print(error)
try:
    {Inherits()}
except TypeError as error:
    print(error)
