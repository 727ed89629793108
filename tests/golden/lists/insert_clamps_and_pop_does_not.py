items = ["a", "b"]
items.insert(100, "z")
items.insert(-100, "first")
items.insert(-1, "before last")
items.insert(True, "index true")
print(items, items.pop(), items.pop(0), items.pop(-2), items)


class Index:
    def __index__(self):
        return 1


items.insert(Index(), "indexed")
print(items.pop(Index()), items)
for call in (lambda: items.pop(5), lambda: items.pop(-5), lambda: [].pop(), lambda: items.pop("a"), lambda: items.pop(1.0), lambda: items.insert("a", 1), lambda: items.insert(1), lambda: items.pop(2**70), lambda: items.insert(2**70, 1), lambda: [].pop(0)):
    try:
        print(call())
    except Exception as error:
        print(type(error).__name__, error)
print(items)
