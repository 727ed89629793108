print(sum([0.1] * 10), sum([1e100, 1.0, -1e100]), sum(range(101)), sum([], 5), sum([[1], [2]], []), sum([1, 2.5, True]))
import math
print(math.fsum([0.1] * 10), math.fsum([1e100, 1.0, -1e100]), math.prod([1, 2, 3, 4]), math.prod([], start=7))
for a in ((["a"],), (["a", "b"], ""), (5,)):
    try:
        sum(*a)
    except TypeError as e:
        print(e)
