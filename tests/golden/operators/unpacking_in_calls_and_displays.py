def f(*a, **k): return a, k
a, d = [1, 2], {"x": 1}
print(f(*a, 3, *(4, 5), **d, y=2, **{"z": 3}), [*a, *a], (*a, 0), {*a, 9}, {**d, "x": 5, **{}}, f(*"ab", *range(2), *{}), f(*(), **{}))
for c in ("f(**{'x': 1}, x=2)", "f(*None)", "[*5]", "{**[1]}", "f(**[('a', 1)])", "print(*1)"):
    try:
        eval(c)
    except TypeError as e:
        print(c, "->", e)
print(*[1, 2], *"xy", sep="-")
