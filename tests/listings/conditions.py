def f(a, b, c):
    if a and (b or not c):
        return 1 if a < b < c else 2
    return a is None or b in c
