items = [1, 2]
items.__init__("xyz")
print(items)
items.__init__()
print(items)
for call in (lambda: hash(items), lambda: {items: 1}, lambda: {items}, lambda: items.__hash__, lambda: list.__new__(list, "ignored"), lambda: list.__new__(str), lambda: list.__init__(3), lambda: list.append(3, 1), lambda: list.append(), lambda: items.nothing, lambda: setattr(items, "x", 1), lambda: list("a", key=1), lambda: items("call"), lambda: items.__len__(1)):
    try:
        print(call())
    except Exception as error:
        print(type(error).__name__, error)
