# A list that is changed while it is sorted says so, also if it is empty again by then.
from functools import cmp_to_key


def adds_and_takes(x, y):
    numbers.append(3)
    numbers.pop()
    return (x > y) - (x < y)


numbers = [1, 2]
try:
    numbers.sort(key=cmp_to_key(adds_and_takes))
except ValueError as error:
    print(error)
print(numbers)
numbers.sort(key=lambda x: -x)
print(numbers)
