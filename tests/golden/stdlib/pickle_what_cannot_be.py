import pickle


class Local:
    pass


def outer():
    class Inner:
        pass

    return Inner


class Unpicklable:
    def __getstate__(self):
        raise ValueError("no state")


class Moved:
    pass


Moved.__qualname__ = "Elsewhere"
for value in (lambda: 0, outer(), outer()(), Unpicklable(), (n for n in []), Moved(), type(None), open, {"k": lambda: 0}, __import__("sys"), object(), Local, [].append, int.from_bytes, property()):
    try:
        data = pickle.dumps(value)
        print(type(pickle.loads(data)).__name__)
    except Exception as error:
        print(type(error).__name__, str(error).split(" at 0x")[0].split("<locals>")[0])
for data in (b"", b"garbage", b"\x80\x04K\x01", b"N", b"\x80\xff.", b"0.", b"I1\n"):
    try:
        print(pickle.loads(data))
    except Exception as error:
        print(type(error).__name__, error)
for arguments in ((1, 99), (1, "a")):
    try:
        pickle.dumps(*arguments)
    except Exception as error:
        print(type(error).__name__, error)
print(pickle.loads(pickle.dumps([1, "é", b"\x00", 2**100, -1.5, None, True, {1: (2,)}, {3}, frozenset([4]), bytearray(b"x"), ..., NotImplemented, 1j, range(3), slice(1, 2), ValueError("v")])))
