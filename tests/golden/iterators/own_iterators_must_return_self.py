class Broken:
    def __iter__(self):
        return [1, 2]


class Half:
    def __iter__(self):
        return self


class NoneIter:
    __iter__ = None


class OnlyItems:
    def __getitem__(self, index):
        if index == 3:
            raise IndexError
        return index


class Both(OnlyItems):
    __iter__ = None


print(list(OnlyItems()), 2 in OnlyItems(), max(OnlyItems()), [*OnlyItems()])
for value in (Broken(), Half(), NoneIter(), Both()):
    for call in (lambda: iter(value), lambda: list(value), lambda: 1 in value, lambda: tuple(*[value]), lambda: [a for a in value]):
        try:
            call()
            print("fine")
        except TypeError as error:
            print(error)
