class Loud:
    def __init__(self, name):
        self.name = name

    def __eq__(self, other):
        print(self.name, "==", getattr(other, "name", other))
        return self.name == getattr(other, "name", other)


items = [Loud("a"), Loud("b"), Loud("a")]
print(items.index("b"), items.count("a"))
print(items.index(items[2], 1))
items.remove("b")
print([item.name for item in items])
numbers = [1, 2, 3, 2, 1]
print(numbers.index(2, 2), numbers.index(1, -1), numbers.index(3, -100, 100), numbers.count(True), numbers.count("1"))
for call in (lambda: numbers.index(9), lambda: numbers.index(1, 1, 4), lambda: numbers.remove(9), lambda: numbers.index(), lambda: numbers.index(1, "a"), lambda: numbers.index("text"), lambda: numbers.count()):
    try:
        print(call())
    except Exception as error:
        print(type(error).__name__, error)
