def stubborn():
    try:
        yield 1
    except GeneratorExit:
        yield "refuses"


def tidy():
    try:
        yield 1
    finally:
        print("tidied")


def returns():
    try:
        yield 1
    except GeneratorExit:
        return "closed value"


def translates():
    while True:
        try:
            yield "waiting"
        except ValueError as error:
            yield f"got {error!r}"


g = stubborn()
next(g)
try:
    g.close()
except RuntimeError as error:
    print(error)
g = tidy()
next(g)
print(g.close(), g.close())
g = returns()
next(g)
print(g.close())
g = translates()
next(g)
print(g.throw(ValueError), next(g), g.throw(ValueError("x")), next(g))
try:
    g.throw(KeyError("out"))
except KeyError as error:
    print(repr(error))
print(next(g, "finished"))
fresh = tidy()
try:
    fresh.throw(OSError("before start"))
except OSError as error:
    print(error, list(fresh))
for call in (lambda: tidy().send(5), lambda: tidy().throw(5), lambda: tidy().throw("text"), lambda: tidy().throw(ValueError, 5, 6), lambda: tidy().throw(ValueError("a"), 5)):
    try:
        print(call())
    except Exception as error:
        print(type(error).__name__, error)
