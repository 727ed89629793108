items = [3, 1, 2]


def key(value):
    items.append(value)
    return value


try:
    items.sort(key=key)
except ValueError as error:
    print(error, items)
seen = []
items = [3, 1, 2]
items.sort(key=lambda value: seen.append(list(items)) or value)
print(seen, items)


def failing(value):
    if value == 2:
        raise LookupError("no key")
    return value


items = [3, 2, 1]
try:
    items.sort(key=failing)
except LookupError as error:
    print(error, items)
try:
    [3, 1, "a", 2].sort()
except TypeError as error:
    print(error)
for call in (lambda: [].sort(len), lambda: [].sort(key=1), lambda: [2, 1].sort(key=1), lambda: [].sort(reverse="x"), lambda: [1].sort(cmp=1)):
    try:
        print(call())
    except TypeError as error:
        print(error)
