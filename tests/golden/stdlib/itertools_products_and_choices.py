from itertools import combinations, combinations_with_replacement, count, permutations, product, repeat, islice

print(["".join(p) for p in product("ab", "xy")], list(product([0, 1], repeat=2)), list(product()), list(product("a", [])), list(product("ab", repeat=0)))
print(["".join(p) for p in permutations("abc", 2)], list(permutations([1], 2)), list(permutations([], 0)), len(list(permutations("abcd"))))
print(["".join(c) for c in combinations("abcd", 3)], list(combinations([1, 2], 3)), list(combinations("a", 0)), ["".join(c) for c in combinations_with_replacement("ab", 3)])
print(list(islice(count(5, -2), 3)), list(islice(count(0.5), 3)), list(islice(count(2**62, 2**62), 3)), count(1, 2), repeat("x", 2), list(repeat("x", 2)), list(repeat(1, 0)), list(repeat(1, -5)), repeat(3).__next__())
r = repeat("y", 3)
next(r)
print(r, r.__length_hint__())
for call in (lambda: permutations("a", -1), lambda: combinations("a", -1), lambda: product("a", repeat=-1), lambda: count("a"), lambda: repeat(), lambda: repeat(1, "a"), lambda: combinations("a"), lambda: product(5), lambda: permutations("a", 1.5), lambda: repeat(1).__length_hint__(), lambda: product("a", times=2)):
    try:
        print(call())
    except Exception as error:
        print(type(error).__name__, error)
