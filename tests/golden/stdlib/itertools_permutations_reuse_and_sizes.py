import itertools
import math

for f in (itertools.permutations, itertools.combinations, itertools.combinations_with_replacement):
    for args in (("abc", 2), ("abc", 0), ("ab", 3), ("", 0), ("", 1)):
        print(f.__name__, args, ["".join(t) for t in f(*args)])
print(list(itertools.permutations([1, 2])), list(itertools.product("ab", repeat=2)), list(itertools.product()))
print(list(itertools.product([1, 2], [], [3])), list(itertools.product([1], repeat=0)))
for call in (lambda: itertools.permutations(), lambda: itertools.permutations("a", -1),
             lambda: itertools.combinations("a", -1), lambda: itertools.permutations("a", "b"),
             lambda: itertools.product("a", repeat=-1), lambda: itertools.product(5),
             lambda: itertools.combinations_with_replacement("a", -2), lambda: itertools.product("a", times=2)):
    try:
        print(list(call()))
    except (TypeError, ValueError) as error:
        print(type(error).__name__, error)
p = itertools.permutations(range(4))
first = next(p)
second = next(p)
print(first, second, first is second, sum(1 for _ in p) == math.factorial(4) - 2)
print(sum(1 for _ in itertools.combinations(range(12), 5)) == math.comb(12, 5),
      sum(1 for _ in itertools.combinations_with_replacement(range(6), 4)) == math.comb(9, 4))
# the source is read once, at the start
source = [1, 2, 3]
c = itertools.combinations(source, 2)
source.append(4)
print(list(c), sum(map(sum, itertools.permutations((i for i in range(4)), 2))))
