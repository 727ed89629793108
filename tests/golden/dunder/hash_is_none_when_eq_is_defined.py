class Eq:
    def __eq__(self, other): return True
class Sub(Eq): pass
class Again(Eq):
    __hash__ = object.__hash__
class Explicit(Eq):
    def __hash__(self): return 7
class No:
    __hash__ = None
print(Eq.__hash__, Sub.__hash__, No.__hash__, Again.__hash__ is object.__hash__, hash(Explicit()))
for cls in (Eq, Sub, No, Again):
    try:
        hash(cls())
        print(cls.__name__, "hashes")
    except TypeError as e:
        print(e)
from collections.abc import Hashable
print([isinstance(c(), Hashable) for c in (Eq, Sub, Again, Explicit, No)], isinstance([], Hashable), isinstance((), Hashable))
for value in ([], {}, set(), ([],), slice([]), bytearray(), memoryview(bytearray(1))):
    try:
        hash(value)
    except (TypeError, ValueError) as e:
        print(type(e).__name__, e)
