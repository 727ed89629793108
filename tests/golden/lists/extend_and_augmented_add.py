items = [1]
same = items
items.extend("ab")
items += (2, 3)
items += {"key": 0}
print(items, same is items)
items.extend(items)
print(len(items))
items *= 2
print(len(items), same is items)
items *= 0
print(items, same)
items.extend(n for n in range(3))
for call in (lambda: items.extend(5), lambda: items.extend(), lambda: items.extend(None), lambda: items.__iadd__(3), lambda: items + (1,), lambda: (1,) + items, lambda: items + "a", lambda: items * items, lambda: items.append(), lambda: items.append(1, 2)):
    try:
        print(call())
    except TypeError as error:
        print(error)


def failing():
    yield "kept"
    raise LookupError("half way")


try:
    items.extend(failing())
except LookupError as error:
    print(error, items)
frozen = ([1],)
try:
    frozen[0] += [2]
except TypeError as error:
    print(error, frozen)
