"""Type codes, conversion, slices, comparison, and errors of array."""
import array


def attempt(function):
    try:
        print(repr(function()))
    except Exception as error:
        print(type(error).__name__, error)

A = array.array
a = A("i", [1, 2, 3])
print(a, a[0], a[-1], a[1:], a[::-1], a + A("i", [4]), a * 2, 2 in a, a.index(3), a.count(1), a.tolist(), a.tobytes(), len(a), a.typecode, a.itemsize, list(a), a == A("i", [1, 2, 3]), a == A("d", [1, 2, 3]), a < A("i", [1, 3]), A("d", [1, 2.5]), A("b", b"\xff\x01"), A("u", "ab") if False else A("w", "ab"), A("B"), A("f", [0.1])[0] == 0.1, A("h", range(3)), A("q", iter([2**62])), repr(A("d")), bool(A("i")))
a.append(4); a.extend([5]); a.extend(A("i", [6])); a.insert(0, 0); a.insert(-1, 9); a.remove(9); a.reverse(); a[0] = 60; a[1:3] = A("i", [50]); del a[-1]; a.fromlist([7]); a.frombytes(b"\1\0\0\0"); a += A("i", [8]); a *= 2
print(a, a.pop(), a.pop(0), len(a), memoryview(a).format, sum(a), max(a), sorted(a)[:3])
for bad in ((lambda: A("i", ["a"])), (lambda: A("i", [1.5])), (lambda: A("b", [128])), (lambda: A("B", [-1])), (lambda: A("H", [65536])), (lambda: A("q", [2**63])), (lambda: A("z")), (lambda: A("ii")), (lambda: A()), (lambda: A(5)), (lambda: A("i", 5)), (lambda: A("i", "abc")), (lambda: a[99]), (lambda: a["x"]), (lambda: a.append("a")), (lambda: a.append(2**40)), (lambda: a.extend(A("d", [1]))), (lambda: a.extend(5)), (lambda: a + [1]), (lambda: a + A("h")), (lambda: a.index(999)), (lambda: a.remove(999)), (lambda: A("i").pop()), (lambda: a.pop(99)), (lambda: a.__setitem__(0, "a")), (lambda: a.__setitem__(slice(0, 1), [1])), (lambda: a.__setitem__(slice(0, 1), A("d"))), (lambda: a.frombytes(b"abc")), (lambda: a.fromlist((1,))), (lambda: hash(a)), (lambda: a < [1]), (lambda: a == [1]), (lambda: A("i", [1]).insert("x", 1)), (lambda: a.__setitem__(slice(0, 4, 2), A("i", [1]))), (lambda: A("d", ["x"])), (lambda: A("f", [1j])), (lambda: a.byteswap(1))):
    attempt(bad)
