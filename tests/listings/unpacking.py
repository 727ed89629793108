a, b = b, a = 1, 2
first, *rest = [1, 2, 3]
print(*rest, first, sep="")
d = {**{}, "k": [*rest]}
