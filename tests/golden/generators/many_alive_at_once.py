def g(n):
    for i in range(3):
        yield n * 10 + i
gs = [g(i) for i in range(200)]
print(sum(next(x) for x in gs), sum(next(x) for x in reversed(gs)), sum(sum(x) for x in gs))
def rec(n):
    if n:
        for x in rec(n - 1): yield x + 1
    else:
        yield 0
print(list(rec(50)))
def keep():
    a, b, c = [1], {"k": 2}, "s"
    yield a
    yield b, c
k = keep()
first = next(k)
first.append(2)
print(first, next(k), list(k))
