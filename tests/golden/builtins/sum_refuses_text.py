print(sum([]), sum([1, 2], 10), sum([[1], [2]], []), sum([0.1] * 10), sum([1, 2.5, 3j]), sum((True, True)))
print(sum([1e16, 1.0, -1e16]), sum([2**62, 2**62]), sum(range(5), start=0.5), sum([], start=[1]))
for arguments in ((["a"], ""), ([b"a"], b""), ([bytearray()], bytearray()), (["a"],), (1,), ([[1]],), ([], 1, 2), ()):
    try:
        print(sum(*arguments))
    except TypeError as error:
        print(error)


class Adds:
    def __radd__(self, other):
        return ("radd", other)


print(sum([Adds()]), sum([0.0, float("inf"), 1]), sum([float("inf"), float("-inf")]))
