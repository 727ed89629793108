class Equal:
    def __eq__(self, other):
        return True


class Restored(Equal):
    __hash__ = object.__hash__


class Inherits(Equal):
    pass


class Neither:
    pass


class Explicit:
    __hash__ = None


class Instance:
    def __init__(self):
        self.__hash__ = lambda: 5


print(Equal.__hash__, Restored.__hash__ is object.__hash__, Inherits.__hash__, Neither.__hash__ is object.__hash__, Explicit.__dict__["__hash__"], hash(Instance()) != 5)
from collections.abc import Hashable

for cls in (Equal, Restored, Inherits, Neither, Explicit):
    print(cls.__name__, issubclass(cls, Hashable), isinstance(cls(), Hashable))
    try:
        hash(cls())
        {cls(): 1}
    except TypeError as error:
        print(error)
print(isinstance([], Hashable), isinstance((), Hashable), isinstance(([],), Hashable), [].__hash__, {}.__hash__)
Equal.__hash__ = lambda self: 7
print(hash(Equal()), hash(Inherits()))
