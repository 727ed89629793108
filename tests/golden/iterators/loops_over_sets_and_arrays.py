# loops over sets that change, and items of arrays of each kind
from array import array

numbers = {1, 2, 3}
seen = []
try:
    for number in numbers:
        seen.append(number)
        numbers.add(number + 10)
except RuntimeError as error:
    print(error, len(seen))
for number in frozenset((5,)):
    for other in {number, "a"} - {"a"}:
        print(number, other)
iterator = iter({7, 8})
for number in iterator:
    break
print(number, iterator.__length_hint__(), list(iterator), list(iterator))


def swap(values, items):
    for place, item in enumerate(items):
        try:
            values[place] = item
            print(values.typecode, repr(values[place]), repr(values[-place - 1]))
        except (TypeError, OverflowError, IndexError) as error:
            print(values.typecode, type(error).__name__)


for code in "bBhHiIlLqQfd":
    swap(array(code, [1, 2, 3]), [0, 255, True, 3])
    swap(array(code, [1, 2, 3]), [2.5, -1, 2**31, 1])
    swap(array(code, [1, 2, 3]), [2**62, 2**64, "x"])
for place in (0, -1, 2, -3, 2**70, True, "a", None):
    try:
        print(array("d", [1.5, 2.5])[place])
    except (TypeError, IndexError) as error:
        print(type(error).__name__, error)
