"""tobytes takes an order; hex takes a separator."""
import array


def attempt(function):
    try:
        print(repr(function()))
    except Exception as error:
        print(type(error).__name__, error)


m = memoryview(b"abcdef").cast("B", [2, 3])
attempt(lambda: m.tobytes())
attempt(lambda: m.tobytes("C"))
attempt(lambda: m.tolist())
attempt(lambda: memoryview(b"abc")[::-1].tobytes())
attempt(lambda: memoryview(b"abcdef").hex(":"))
attempt(lambda: memoryview(b"abcdef").hex("-", 2))
attempt(lambda: memoryview(b"abcdef").hex("-", -4))
attempt(lambda: memoryview(b"abcdef").hex("--"))
attempt(lambda: memoryview(b"abcdef").hex(b"-"))
attempt(lambda: memoryview(b"abcdef").hex("é"))
attempt(lambda: memoryview(b"abcdef").hex(1))
attempt(lambda: memoryview(array.array("H", [1, 2])).hex())
attempt(lambda: memoryview(array.array("d", [1.5])).tolist())
attempt(lambda: memoryview(array.array("i", [1, 2, 3]))[::2].tobytes())
attempt(lambda: memoryview(1))
attempt(lambda: memoryview("a"))
attempt(lambda: memoryview())
