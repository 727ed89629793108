class Items:
    def __init__(self):
        self.items = [1, 2]

    def __getitem__(self, index):
        return self.items[index]


items = Items()
walk = iter(items)
print(list(walk))
items.items.append(3)
print(list(walk), next(walk, "still ended"))
numbers = [1]
walk = iter(numbers)
print(next(walk))
numbers.append(2)
print(next(walk), next(walk, "end"))
numbers.append(3)
print(next(walk, "ended stays ended"))
print(walk.__length_hint__(), iter([1, 2, 3]).__length_hint__(), iter(()).__length_hint__(), iter(range(5)).__length_hint__())


class Raises:
    def __getitem__(self, index):
        raise (StopIteration if index else KeyError("first"))


try:
    list(Raises())
except KeyError as error:
    print(error)
