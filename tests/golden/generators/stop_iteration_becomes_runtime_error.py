"""StopIteration raised in a generator's body is a RuntimeError; from __next__ it just ends."""


def attempt(function):
    try:
        print(repr(function()))
    except Exception as error:
        print(type(error).__name__, error)

def raises():
    yield 1
    raise StopIteration("inside")


def by_next():
    yield next(iter([]))


def caught():
    try:
        next(iter([]))
    except StopIteration:
        return
    yield


attempt(lambda: list(raises()))
attempt(lambda: list(by_next()))
print(list(caught()))
try:
    list(raises())
except RuntimeError as error:
    print(repr(error.__cause__), repr(error.__context__), error.__suppress_context__)
g = raises()
next(g)
attempt(lambda: g.throw(StopIteration("thrown")))
attempt(lambda: list(next(iter([])) for _ in "a"))
attempt(lambda: [next(iter([])) for _ in "a"])
attempt(lambda: list(map(next, [iter([])])))
attempt(lambda: tuple(x for x in raises()))
attempt(lambda: dict((x, 1) for x in by_next()))


class It:
    def __iter__(self):
        return self

    def __next__(self):
        raise StopIteration(5)


print(list(It()), [*It()], next(It(), "default"))


def value():
    return (yield from It())


try:
    next(value())
except StopIteration as error:
    print(error.value, error.args)
