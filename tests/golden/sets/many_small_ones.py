# sets of ints that grow, shrink and are compared: the order of iteration, and results of all comparisons
import itertools


def show(numbers):
    return list(numbers)

small = [frozenset(range(n)) for n in range(7)] + [frozenset({5, 13, 21, -1, -2}), frozenset("ab"), {1.0, 2}, {True}]
for left, right in itertools.product(small, repeat=2):
    print([left == right, left != right, left < right, left <= right, left > right, left >= right], end=" ")
    if left == right or left < right and left != right:
        print(sorted(map(repr, left & right)), end="")
    print()
for size in (4, 5, 6, 8, 19, 20, 77, 78):
    whole = frozenset(range(0, size * 9, 9))
    print(show(whole), show(whole - {0, 9, 63}), show(whole & {9, 18, 27}), show(set(whole) ^ {1, 2}))
    copy = set(whole)
    for number in list(copy)[::2]:
        copy.discard(number)
    copy.update(range(5))
    print(show(copy), len(copy), show(copy.copy()), show(frozenset(copy)))
print(set(number % 8 for number in range(100)), set(-number for number in range(6)), set(number * 2.0 for number in [1, 2]))
pairs = {(1, 2): "a", (1, "x"): "b", (): "c", (1, (2, 3)): "d", (1.0, 3): "e", (True, 4): "f"}
print(pairs[1, 2], pairs[1.0, 2], pairs[1, "x"], pairs[()], pairs[1, (2, 3)], pairs[1, 3], pairs[1, 4])
print((1, 5) in pairs, (1, "y") in pairs, (1, 2, 3) in pairs, {(1, 2), (1.0, 2), (2, 1), (True, 2)})


class Equal(tuple):
    def __eq__(self, other):
        print("asked")
        return False

    __hash__ = tuple.__hash__

print(Equal((1, 2)) in pairs, (1, 2) in {Equal((1, 2)): 0})
