def g():
    yield 1
    raise StopIteration("leak")
try:
    list(g())
except RuntimeError as e:
    print(e, repr(e.__cause__))
def h():
    yield next(iter([]))
try:
    list(h())
except RuntimeError as e:
    print(e)
