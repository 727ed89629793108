def assign(target, where, value):
    items = list(target)
    try:
        items[where] = value
        print(items)
    except Exception as error:
        print(type(error).__name__, error)


assign("abcde", slice(1, 3), "XYZ")
assign("abcde", slice(1, 3), "")
assign("abcde", slice(3, 1), "XY")
assign("abcde", slice(None, None, 2), "XYZ")
assign("abcde", slice(None, None, -1), range(5))
assign("abcde", slice(10, 20), "end")
assign("abcde", slice(-100, 1), (9,))
assign("abcde", slice(None, None, 2), "XY")
assign("abcde", slice(4, 1, -1), "XY")
assign("abcde", slice(0, 0, 2), "X")
assign("abcde", slice(1, 2), 5)
assign("abcde", slice(0, 5, 2), 5)
assign("abcde", slice(0, 5, 0), "X")
assign("abcde", slice("a", 5), "X")
assign("abcde", slice(1, 2), {"k": 1, "l": 2})
items = [1, 2, 3]
items[1:2] = items
print(items)
items[::2] = items[:3]
print(items)
items[:] = (n for n in "gen")
print(items)
