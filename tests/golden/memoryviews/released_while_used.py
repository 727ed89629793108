import struct


def view_and_key():
    view = memoryview(bytearray(b"abcdefgh"))

    class Key:
        def __index__(self):
            view.release()
            return 1

    return view, Key()


for use in (
    lambda view, key: view[key],
    lambda view, key: view.__setitem__(key, 1),
    lambda view, key: view.__setitem__(0, key),
    lambda view, key: view.__setitem__(slice(0, key), b"x"),
):
    try:
        use(*view_and_key())
    except ValueError as error:
        print(error)

view = memoryview(b"abc")
known = hash(view)
view.release()
print(hash(view) == known)
print(memoryview(struct.pack("3e", 0.0, -1.5, 65504.0)).cast("e").tolist())
print(b"abc".__buffer__(0).tobytes(), bytearray(b"xy").__buffer__(0).readonly)
