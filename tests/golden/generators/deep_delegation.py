def chain(n):
    if n == 0:
        x = yield "bottom"
        return x
    return (yield from chain(n - 1)) + 1
g = chain(100)
print(next(g))
try:
    g.send(5)
except StopIteration as e:
    print(e.value)
