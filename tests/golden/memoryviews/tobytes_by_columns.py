# The bytes of a view of several dimensions by rows or by columns.
view = memoryview(bytes(range(12)))
for shape in [12], [3, 4], [2, 3, 2]:
    shaped = view.cast("B", shape)
    print(shape, *(shaped.tobytes(order=order).hex() for order in ("C", "F", "A", None)))
wide = memoryview(bytes(range(16))).cast("H", [2, 4])
print(wide.tobytes("F").hex(), memoryview(b"abcdef")[::2].tobytes("F"))
for order in "x", "CF", 1:
    try:
        print(view.tobytes(order))
    except (ValueError, TypeError) as error:
        print(type(error).__name__, error)
