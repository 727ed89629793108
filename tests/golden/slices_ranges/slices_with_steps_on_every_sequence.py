"""The same slices on a list, tuple, text, bytes, range, bytearray, memoryview, array and deque agree."""
import array

base = list(range(7))
kinds = {"tuple": tuple(base), "bytes": bytes(base), "bytearray": bytearray(base), "range": range(7), "memoryview": memoryview(bytes(base)), "array": array.array("b", base), "str": "".join(map(chr, base))}
count = 0
for start in (None, -8, -7, -3, -1, 0, 2, 6, 7, 9, 2**70):
    for stop in (None, -9, -4, 0, 3, 7, 8, -2**70):
        for step in (None, 1, 2, 3, 7, -1, -2, -3, -8, 2**70, -2**70):
            s = slice(start, stop, step)
            expected = base[s]
            for name, value in kinds.items():
                got = list(map(ord, value[s])) if name == "str" else list(value[s])
                assert got == expected, (name, s, got, expected)
                count += 1
            i = s.indices(7)
            assert list(range(*i)) == expected
print(count, "slices agree")
for name, value in kinds.items():
    for bad in (slice(None, None, 0), slice("a"), slice(None, 1.5), "x", None, 1.0, (1, 2)):
        try:
            value[bad]
            print(name, bad, "fine")
        except Exception as error:
            print(name, bad, type(error).__name__, error)
