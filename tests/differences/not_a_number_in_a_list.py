# difference: A not-a-number is found in a list of another one
# cause: `in`, `index` and `count` take an object to equal itself, and all not-a-numbers of the same bits are one object here.
# workaround: Ask with `math.isnan`.
print(float("nan") in [float("nan")], float("nan") == float("nan"))
