# While a view of an array exists, its size stays; its items may change.
from array import array

numbers = array("i", [1, 2, 3])
view = memoryview(numbers)
for attempt in [lambda: numbers.append(1), lambda: numbers.extend([1]), lambda: numbers.pop(),
    lambda: numbers.insert(0, 1),
                lambda: numbers.remove(1), lambda: numbers.clear(), lambda: numbers.frombytes(b"1234"),
                lambda: numbers.__delitem__(0), lambda: numbers.__setitem__(slice(0, 1), array("i", [1, 2])),
                lambda: numbers.__imul__(2), lambda: numbers.__setitem__(slice(0, 1), array("i", [9]))]:
    try:
        print(attempt())
    except BufferError as error:
        print(error)
print(view.tolist())
view.release()
numbers.append(5)
print(numbers)
