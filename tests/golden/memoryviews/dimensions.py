data = bytearray(range(12))
view = memoryview(data).cast("B", (3, 4))
print(view.ndim, view.shape, view.strides, view.nbytes, len(view), view.tolist())
print(view[1, 2], view[-1, -1], view[::2].tolist(), view[1:].contiguous, view[::2].contiguous)
view[0, 0] = 99
print(data[0], view == memoryview(data), view.cast("B") == memoryview(data))
for key in (0, (0,), (0, 0, 0), (3, 0), (0, 4), (slice(1), slice(1)), (0, slice(1)), "a"):
    try:
        print(view[key])
    except (TypeError, IndexError, NotImplementedError) as error:
        print(type(error).__name__, error)
for key in (0, slice(1), (0,), (slice(1), slice(1))):
    try:
        view[key] = 1
    except (TypeError, IndexError, NotImplementedError) as error:
        print(type(error).__name__, error)
for shape in ((2, 4), (0, 12), (3.0, 4), "ab"):
    try:
        memoryview(data).cast("B", shape)
    except (TypeError, ValueError) as error:
        print(type(error).__name__, error)
deep = memoryview(data).cast("h", [1, 2, 3])
print(deep.tolist(), deep.strides)
