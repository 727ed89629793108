class Index:
    def __index__(self):
        return 200


class Failing:
    def __iter__(self):
        yield 1
        raise LookupError("after one")


class Sized:
    def __len__(self):
        return 3

    def __getitem__(self, index):
        if index == 3:
            raise IndexError
        return index + 1


print(bytes([Index(), True, 5]), bytes(Sized()), bytearray(iter([1, 2])), bytes({1, 1}), bytes(map(ord, "ab")), bytes([]) == b"", bytearray(range(5))[1:3])
for value in (Failing(), [1, "a"], [256], [-1], [1.0], [None], {"a": 1}, 5.0, [2**70]):
    for constructor in (bytes, bytearray):
        try:
            print(constructor(value))
        except Exception as error:
            print(type(error).__name__, error)
b = bytearray(b"abc")
b.extend(bytes(b))
b += b[:2]
print(b, b.count(b"ab"), b.find(b"c", 5))
