"""product, permutations and combinations of empty and repeated pools, and their errors."""
import itertools as it


def attempt(function):
    try:
        print(repr(function()))
    except Exception as error:
        print(type(error).__name__, error)

for r in (0, 1, 2, 3, None):
    if r is not None:
        print(r, list(it.combinations("abb", r)), list(it.combinations_with_replacement("ab", r)))
    print(r, list(it.permutations("abb", r)) if r != None else list(it.permutations("ab")))
print(list(it.product()), list(it.product("")), list(it.product("ab", [])), list(it.product("ab", repeat=0)), list(it.product("ab", repeat=2)), list(it.product("a", [1, 2], repeat=1)), list(it.combinations("", 0)), list(it.combinations("", 1)), list(it.permutations("a", 2)), list(it.combinations_with_replacement("", 2)))
for bad in ((lambda: it.combinations("a", -1)), (lambda: it.permutations("a", -1)), (lambda: it.combinations("a")), (lambda: it.combinations("a", None)), (lambda: it.combinations(5, 1)), (lambda: it.product(5)), (lambda: it.product("a", repeat=-1)), (lambda: it.product("a", repeat="x")), (lambda: it.product("a", times=2)), (lambda: it.permutations("a", "b")), (lambda: it.combinations("a", 1.0)), (lambda: it.combinations_with_replacement("a", -1)), (lambda: it.product(repeat=3) and list(it.product(repeat=3)))):
    attempt(bad)
print(sum(1 for _ in it.product(range(5), repeat=3)), sum(1 for _ in it.permutations(range(5), 3)), sum(1 for _ in it.combinations(range(7), 4)), sum(1 for _ in it.combinations_with_replacement(range(4), 3)))
c = it.combinations([1, 2, 3], 2)
first = next(c)
print(first, next(c), type(first))
