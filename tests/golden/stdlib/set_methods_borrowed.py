# The methods of collections.abc.Set work for a class that only borrows them.
from collections.abc import MutableSet, Set


class Bag:
    def __init__(self, items):
        self.items = list(dict.fromkeys(items))

    def __contains__(self, item):
        return item in self.items

    def __iter__(self):
        return iter(self.items)

    def __len__(self):
        return len(self.items)

    @classmethod
    def _from_iterable(cls, items):
        return cls(items)

    __and__, __or__, __sub__, __xor__ = Set.__and__, Set.__or__, Set.__sub__, Set.__xor__
    __rsub__, __rxor__, __lt__, __le__ = Set.__rsub__, Set.__rxor__, Set.__lt__, Set.__le__


Set.register(Bag)
one, two = Bag("abc"), Bag("bcd")
for result in (one & two, one | two, one - two, two - one, one ^ two, one - list("ab"), list("ax") - one):
    print(sorted(result))
print(one < two, Bag("a") < one, one <= one, [name for name in dir(Set) if not name.startswith("__")], dir(MutableSet)[-5:])
try:
    one - 3
except TypeError as error:
    print(error)
