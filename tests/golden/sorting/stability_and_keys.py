data = [("b", 2), ("a", 2), ("c", 1), ("a", 1)]
print(sorted(data), sorted(data, key=lambda p: p[1]), sorted(data, key=lambda p: p[1], reverse=True), sorted(data, key=lambda p: (-p[1], p[0])))
l = [5, 2, 8, 1]
print(l.sort(), l)
l.sort(reverse=True)
print(l, sorted(["bb", "a", "ccc"], key=len), sorted([True, 0, 2.5, -1]), sorted("hello world".split(), key=str.upper), sorted([(1, [2]), (1, [1])]))
from operator import itemgetter, attrgetter
print(sorted(data, key=itemgetter(1, 0)), sorted([3 + 0j, 1], key=abs))
from functools import cmp_to_key
print(sorted([3, 1, 2], key=cmp_to_key(lambda a, b: b - a)))
