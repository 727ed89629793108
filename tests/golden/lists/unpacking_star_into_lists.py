print([*"ab", *[1], *()], [*range(3), 9, *{"k": 1}], [*[*[1]]])
first, *rest = [1]
*init, last = "xyz"
a, (b, *c), d = 1, [2, 3, 4], 5
print(first, rest, init, last, a, b, c, d)
for source in ("[*5]", "[*None]", "a, b = [1]", "a, b = [1, 2, 3]", "a, *b, c = [1]", "a, b = 3", "[a] = []", "*a, *b = []", "*a = []"):
    try:
        exec(source)
    except Exception as error:
        print(type(error).__name__, error)
