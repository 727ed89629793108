"""cast between formats and shapes, item access in several dimensions, and what is refused."""
import array


def attempt(function):
    try:
        print(repr(function()).split(" at 0x")[0])
    except Exception as error:
        print(type(error).__name__, str(error).split(" at 0x")[0])

m = memoryview(bytearray(range(12)))
h = m.cast("H")
g = m.cast("B", [3, 4])
print(m.format, m.itemsize, m.nbytes, m.shape, m.strides, m.ndim, m.readonly, m.contiguous, h.tolist(), h.format, h.shape, g.tolist(), g[1, 2], g[-1, -1], g.shape, g.strides, len(g), m.cast("B", (2, 2, 3)).tolist(), m.cast("c")[0], m.cast("b").tolist()[:2], m.cast("?")[0], m[2:5].tobytes(), m[::-2].tolist(), bytes(m[1:3]), m == bytes(range(12)), m[1:3] == b"\1\2", m.hex(" ", 4), m.obj.__class__.__name__)
h[0] = 513
m[2:4] = b"zz"
g[2, 3] = 255
print(bytes(m), memoryview(array.array("d", [1.5]))[0], memoryview(b"abc").toreadonly().readonly, list(memoryview(array.array("i", [1, 2]))), memoryview(b"ab") == memoryview(b"ab"), hash(memoryview(b"ab")) == hash(b"ab"), 97 in memoryview(b"ab"), memoryview(b"ab").index(98) if hasattr(memoryview, "index") else "no index")
for bad in ((lambda: m.cast("Z")), (lambda: m.cast("I", [5])), (lambda: g.cast("H")), (lambda: g[0]), (lambda: g[0, 0, 0]), (lambda: g[3, 0]), (lambda: m[12]), (lambda: m["a"]), (lambda: m.__setitem__(0, 256)), (lambda: m.__setitem__(0, "a")), (lambda: m.__setitem__(slice(0, 2), b"abc")), (lambda: memoryview(b"a").__setitem__(0, 1)), (lambda: m[::2].cast("H")), (lambda: memoryview(5)), (lambda: memoryview("a")), (lambda: hash(m)), (lambda: m < m), (lambda: m + b"a"), (lambda: m.cast()), (lambda: m.cast("B", [0])), (lambda: m.cast("B", [-1])), (lambda: m.cast("B", ["a"])), (lambda: m.__delitem__(0)), (lambda: h.__setitem__(0, -1)), (lambda: h.__setitem__(0, 1.5)), (lambda: m == 5)):
    attempt(bad)
with memoryview(b"x") as w:
    pass
attempt(lambda: w[0])
attempt(lambda: w.tobytes())
attempt(lambda: len(w))
print("released" in repr(w), w.release())
