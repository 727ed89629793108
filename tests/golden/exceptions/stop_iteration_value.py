for arguments in ((), (1,), (1, 2), ((1, 2),)):
    print(StopIteration(*arguments).value, StopIteration(*arguments).args)
e = StopIteration(1)
e.value = 5
print(e.value, e.args, e)


def generator():
    return "result"
    yield


try:
    next(generator())
except StopIteration as error:
    print(error.value, error.args)


def leaking():
    yield 1
    raise StopIteration("inside")


walk = leaking()
next(walk)
try:
    next(walk)
except RuntimeError as error:
    print(error, repr(error.__cause__))
print(StopAsyncIteration(1).args, hasattr(StopAsyncIteration(), "value"))
