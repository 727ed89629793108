def g(n):
    for i in range(n):
        got = yield i
    yield from [got]


squares = (x * x for x in range(3) if x)
