def g():
    yield 1
    return "result"
i = g()
next(i)
try:
    next(i)
except StopIteration as e:
    print(repr(e), e.value)
def h():
    r = yield from g()
    print("got", r)
    return r * 2
i = h()
print(list(i))
def empty():
    return (1, 2)
    yield
try:
    next(empty())
except StopIteration as e:
    print(e.value, e.args)
