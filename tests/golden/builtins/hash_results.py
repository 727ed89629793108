class Hashed:
    def __init__(self, value):
        self.value = value

    def __hash__(self):
        return self.value


print(hash(Hashed(5)), hash(Hashed(-1)), hash(Hashed(2**61)), hash(Hashed(2**61 - 1)), hash(Hashed(-(2**64))), hash(Hashed(True)))
for value in (Hashed("x"), Hashed(1.0), Hashed(None), [], {}, set(), bytearray(), slice([]), (1, [2])):
    try:
        print(hash(value))
    except TypeError as error:
        print(error)
print(hash(slice(1, 2)) == hash(slice(1, 2)), hash(range(0)) == hash(range(5, 5)), hash(range(0, 5, 10)) == hash(range(0, 9, 9)) )


class NoEquality:
    def __eq__(self, other):
        return True


try:
    hash(NoEquality())
except TypeError as error:
    print(error, NoEquality.__hash__)
