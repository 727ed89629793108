"""`in` asks __contains__, then __iter__, then __getitem__; None turns it off."""


class Contains:
    def __contains__(self, item):
        return item


class Iter:
    def __iter__(self):
        print("iter", end=" ")
        return iter([1, 2])


class Item:
    def __getitem__(self, index):
        print("item", index, end=" ")
        if index > 2:
            raise IndexError
        return index * 10


class Off:
    __contains__ = None

    def __iter__(self):
        return iter([1])


class IterOff:
    __iter__ = None

    def __getitem__(self, index):
        return index


class Stop:
    def __getitem__(self, index):
        raise StopIteration


class Raises:
    def __getitem__(self, index):
        raise KeyError(index)


for container, item in [(Contains(), []), (Contains(), [0]), (Iter(), 2), (Iter(), 3), (Item(), 20), (Item(), 5),
                        (Off(), 1), (IterOff(), 1), (Stop(), 1), (Raises(), 1), (5, 1), (type, 1)]:
    try:
        print(item in container)
    except Exception as error:
        print(type(error).__name__, error)
print(1 not in Iter(), not 1 in Iter())
