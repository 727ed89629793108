def delete(*where):
    items = list(range(10))
    try:
        del items[slice(*where)]
        print(where, items)
    except Exception as error:
        print(where, type(error).__name__, error)


delete(2, 5)
delete(None, None, 3)
delete(None, None, -3)
delete(8, 2, -2)
delete(5, 2)
delete(None)
delete(-3, None)
delete(100, 200)
delete(1, 2, 2**70)
delete(None, None, 0)
delete("x")
items = [1, 2, 3]
for statement in ("del items[3]", "del items[-4]", "del items['a']", "del items[1.0]", "del items[2**70]", "del items[1, 2]"):
    try:
        exec(statement)
    except Exception as error:
        print(type(error).__name__, error)
del items[0], items[0]
print(items)
