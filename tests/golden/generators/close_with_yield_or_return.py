"""close() in 3.13 returns the value of the generator; a generator that yields again is an error."""


def attempt(function):
    try:
        print(repr(function()))
    except Exception as error:
        print(type(error).__name__, error)

def returns():
    try:
        yield 1
    except GeneratorExit:
        return "value"


def ignores():
    try:
        yield 1
    except GeneratorExit:
        yield 2


def raises():
    try:
        yield 1
    finally:
        raise KeyError("in finally")


def exits():
    try:
        yield 1
    finally:
        print("cleanup")


for maker in (returns, ignores, raises, exits):
    g = maker()
    attempt(g.close)
    g = maker()
    next(g)
    attempt(g.close)
    attempt(g.close)
def outer():
    try:
        yield from exits()
    finally:
        print("outer cleanup")


g = outer()
next(g)
attempt(g.close)
g = exits()
next(g)
try:
    g.throw(GeneratorExit)
except GeneratorExit as error:
    print(repr(error))
