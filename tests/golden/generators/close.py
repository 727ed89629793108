def g():
    try:
        yield 1
        yield 2
    except GeneratorExit:
        print("exit")
        raise
    finally:
        print("finally")
i = g()
next(i)
print(i.close(), next(i, "done"))
g().close()
def stubborn():
    try:
        yield 1
    except GeneratorExit:
        yield 2
s = stubborn()
next(s)
try:
    s.close()
except RuntimeError as e:
    print(e)
def returns():
    try:
        yield 1
    except GeneratorExit:
        return "value"
r = returns()
next(r)
print(r.close())
