def inner():
    try:
        x = yield "in"
        print("inner got", x)
        yield x
    except ValueError as e:
        print("inner caught", e)
        yield "handled"
    return "inner result"
def outer():
    r = yield from inner()
    print("r", r)
    yield from [10, 20]
    yield from "ab"
g = outer()
print(next(g), g.send("S"), g.throw(ValueError("v")), list(g))
def tree(t):
    if isinstance(t, list):
        for s in t:
            yield from tree(s)
    else:
        yield t
print(list(tree([1, [2, [3, [4]], 5], []])))
