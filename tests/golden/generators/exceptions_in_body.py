def g():
    try:
        yield 1
        yield 1 / 0
    except ZeroDivisionError as e:
        yield str(e)
    finally:
        print("f")
print(list(g()))
def h():
    yield 1
    raise KeyError("x")
i = h()
next(i)
try:
    next(i)
except KeyError as e:
    print("escaped", e)
print(list(i))
def ctx():
    try:
        1 / 0
    except ZeroDivisionError:
        yield "in handler"
    yield "after"
c = ctx()
next(c)
import sys
print(sys.exc_info()[0], next(c))
